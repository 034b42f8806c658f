import { describe, expect, it } from '@jest/globals';
import { textKinds } from '@gongxiang/contracts/membership/membership-events';
import { shortWords } from './short-words.js';

/** The longest that each can be. */
const values = { left: '9', bridge: 'oidc' };
const gapMax = 12;

describe('short words', () => {
  it.each(textKinds)('%s fit into the shortest gap, whole', (kind) => {
    const words = shortWords(kind, values, gapMax);
    expect([...words].length).toBeLessThanOrEqual(gapMax);
    expect(words).not.toContain('…');
    expect(words).not.toContain('undefined');
  });

  it.each([
    ['青山区总工会', 12, '青山区总工会邀请您入会'],
    ['江城市白云街道总工会', 12, '工会邀请您入会'],
    ['江城市白云街道总工会', 35, '江城市白云街道总工会邀请您入会'],
  ])('an invitation of %s names it where there is room in %i', (union, max, words) => {
    expect(shortWords('invitation', { union, code: 'https://union.example/join/x', name: '周正' }, max)).toBe(
      words,
    );
  });
});
