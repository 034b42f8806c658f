import { describe, expect, it } from '@jest/globals';
import { requireRoom, topicKeyOf, topicKeysOf } from './subscription.model.js';

describe('what somebody follows', () => {
  it.each([
    [{ unionId: 'u1' }, 'union/u1'],
    [{ kind: 'policy' }, 'kind/policy'],
    [{ business: 'service' }, 'business/service'],
    [{ function: 'service' }, 'function/service'],
  ] as const)('%j is found by %s', (topic, key) => {
    expect(topicKeyOf(topic)).toBe(key);
  });

  it.each([
    ['without tags', null, null, ['kind/news']],
    ['with a business', 'culture', null, ['kind/news', 'business/culture']],
    ['with a function', null, 'people', ['kind/news', 'function/people']],
    ['with both', 'culture', 'people', ['kind/news', 'business/culture', 'function/people']],
  ] as const)('is found by what a bulletin %s is about', (_name, business, ofFunction, keys) => {
    expect(topicKeysOf({ kind: 'news', business, function: ofFunction })).toEqual(keys);
  });

  const followed = (count: number): string[] => Array.from({ length: count }, (_one, index) => `u${index}`);

  it.each([
    ['the first union', 0, 'new', null],
    ['the last for which there is room', 199, 'new', null],
    ['one more', 200, 'new', 'BULLETIN_SUBSCRIPTIONS_MAX'],
    ['one that is followed already', 200, 'u7', null],
  ])('%s', (_name, count, unionId, code) => {
    const follow = () => requireRoom(followed(count), unionId, 200);
    if (code === null) expect(follow).not.toThrow();
    else expect(follow).toThrow(expect.objectContaining({ code }));
  });
});
