import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, sealKeyOf, unseal } from './seal.js';

const newKey = (): ReturnType<typeof sealKeyOf> => sealKeyOf(randomBytes(32).toString('base64'));
const key = newKey();
const route = { subject: 'rpc.sharing', reply: '_INBOX_gateway.abc.1' };
const at = Date.UTC(2026, 10, 23, 8);
const content = Buffer.from('[[1,"sharing.activity.list",{"request":{"text":"春游"}}]]\n');
const sealed = seal(key, route, content, at);

function altered(byte: number): Buffer {
  const other = Buffer.from(sealed);
  other[byte] = (other[byte] ?? 0) ^ 1;
  return other;
}

describe('the seal of a frame', () => {
  it('opens with its key, for its route, within a minute before and after', () => {
    expect(unseal(key, route, sealed, at)).toEqual(content);
    expect(unseal(key, route, sealed, at + 60_000)).toEqual(content);
    expect(unseal(key, route, sealed, at - 60_000)).toEqual(content);
    expect(unseal(key, route, seal(key, route, Buffer.alloc(0), at), at)).toEqual(Buffer.alloc(0));
  });

  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['the content alone', content],
    ['less than a seal', sealed.subarray(0, 38)],
    ['a seal of another kind', Buffer.concat([Buffer.from([2]), sealed.subarray(1)])],
  ])('is missed where there is %s', (_what, frame) => {
    expect(unseal(key, route, frame, at)).toBe('unsealed');
  });

  it.each([
    ['another key', seal(newKey(), route, content, at)],
    ['another service as its addressee', seal(key, { ...route, subject: 'rpc.membership' }, content, at)],
    ['the slow requests of its service', seal(key, { ...route, subject: 'slow.sharing' }, content, at)],
    ['another inbox for its answers', seal(key, { ...route, reply: '_INBOX_sharing.x.1' }, content, at)],
    ['no signature', Buffer.concat([Buffer.from([1]), Buffer.alloc(32), sealed.subarray(33)])],
    ['less content', sealed.subarray(0, -1)],
    ['more content', Buffer.concat([sealed, Buffer.from(' ')])],
  ])('does not fit where it was made with %s', (_what, frame) => {
    expect(unseal(key, route, frame, at)).toBe('forged');
  });

  it('does not fit where any byte is another, its time included', () => {
    for (let byte = 1; byte < sealed.length; byte += 1)
      expect(unseal(key, route, altered(byte), at)).toBe('forged');
  });

  it('ends more than a minute after it was made, and is not believed more than a minute before', () => {
    expect(unseal(key, route, sealed, at + 60_001)).toBe('stale');
    expect(unseal(key, route, sealed, at - 60_001)).toBe('stale');
  });
});
