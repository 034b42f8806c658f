import { describe, expect, it } from '@jest/globals';
import { codeOf, type PlacedSubject, recognisedBy, shownCode, typedCode } from './recognition.model.js';

const place = (
  name: string,
  rank: number,
  groupKey: string,
  groupRank: number,
  score: number,
): PlacedSubject => ({
  subjectId: name,
  subjectName: name,
  rank,
  groupKey,
  groupRank,
  score,
});
/** Ranks 1, 2, 2, 4; 甲 and 丁 are small, 乙 and 丙 large. */
const places = [
  place('甲', 1, 'small', 1, 90),
  place('乙', 2, 'large', 1, 80),
  place('丙', 2, 'large', 1, 80),
  place('丁', 4, 'small', 2, 60),
];
const given = (...args: Parameters<typeof recognisedBy>): unknown =>
  recognisedBy(...args).map(({ subject, level, place: at }) => [subject.subjectName, level, at]);

describe('recognitions', () => {
  it('go to places, and those who share one share the level', () => {
    const levels = [
      { level: '一等奖', lastPlace: 1 },
      { level: '二等奖', lastPlace: 2 },
    ];
    expect(given(places, levels, false)).toEqual([
      ['甲', '一等奖', 1],
      ['乙', '二等奖', 2],
      ['丙', '二等奖', 2],
    ]);
  });

  it('go to places within the groups', () => {
    expect(given(places, [{ level: '第一名', lastPlace: 1 }], true)).toEqual([
      ['甲', '第一名', 1],
      ['乙', '第一名', 1],
      ['丙', '第一名', 1],
    ]);
  });

  it('go to whoever reaches a score, and to the first level that fits', () => {
    const levels = [
      { level: '五星', leastScore: 85 },
      { level: '四星', leastScore: 60, lastPlace: null },
    ];
    expect(given(places, levels, false)).toEqual([
      ['甲', '五星', 1],
      ['乙', '四星', 2],
      ['丙', '四星', 2],
      ['丁', '四星', 4],
    ]);
  });

  it('name one condition for each level, and reach somebody', () => {
    expect(() => recognisedBy(places, [{ level: '一等奖' }], false)).toThrow('RECOGNITION_LEVEL_RULE');
    expect(() => recognisedBy(places, [{ level: '一等奖', lastPlace: 1, leastScore: 1 }], false)).toThrow(
      'RECOGNITION_LEVEL_RULE',
    );
    expect(() => recognisedBy(places, [{ level: '满分', leastScore: 100 }], false)).toThrow(
      'RECOGNITION_NOBODY',
    );
  });

  it('are at most five hundred at a time', () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      place(`${index}`, index + 1, 'small', index + 1, 1),
    );
    expect(() => recognisedBy(many, [{ level: '达标', leastScore: 1 }], false)).toThrow(
      'RECOGNITION_TOO_MANY',
    );
    expect(recognisedBy(many.slice(1), [{ level: '达标', leastScore: 1 }], false)).toHaveLength(500);
  });
});

describe('the code of a certificate', () => {
  it('is read as people type it', () => {
    const code = codeOf(new Uint8Array([0, 1, 2, 3, 31, 32, 33, 255, 7, 8, 9, 10]));
    // 32 wraps to A, 33 to B; 255 is 7 · 32 + 31
    expect(code).toBe('ABCD9AB9HJKL');
    expect(shownCode(code)).toBe('ABCD-9AB9-HJKL');
    expect(typedCode(' abcd-9ab9 hjkl ')).toBe(code);
  });
});
