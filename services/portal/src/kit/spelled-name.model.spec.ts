import { expect, it } from '@jest/globals';
import { rankOf } from './spelled-name.model.js';

const card = { name: '会员卡', syllables: 'hui yuan ka' };

it.each([
  ['its name', '会员卡', 0],
  ['its pinyin, with blanks and capitals', 'Hui Yuan Ka', 0],
  ['its initials, of full width', 'ＨＹＫ', 0],
  ['the beginning of its pinyin', 'huiy', 1],
  ['the pinyin of a part', 'yuanka', 2],
  ['a part of its name', '员卡', 2],
  ['what begins within a syllable', 'uiyuanka', null],
  ['something else', '借用', null],
  ['nothing', ' ', 1],
])('a name has %s: “%s” → %s', (_what, typed, rank) => {
  expect(rankOf(card, typed)).toBe(rank);
});

it('a name in letters has no pinyin', () => {
  expect(rankOf({ name: 'Member card' }, 'membercard')).toBe(0);
  expect(rankOf({ name: 'Member card' }, 'hyk')).toBeNull();
});
