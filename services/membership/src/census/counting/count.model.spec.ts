import { describe, expect, it } from '@jest/globals';
import { bandOf, birthIn, cellsOf, daysBetween, type Terms, turnsOn } from './count.model.js';

const day = '2026-11-20';
const terms: Terms = {
  personId: 'p',
  unionId: 'u',
  state: 'active',
  employment: null,
  standing: 'full',
  joined: '2026-01',
  left: null,
  endedReason: null,
  tookPart: false,
};
const namesOf = (part: Partial<Terms>, birthDate: string | null = null): string[] =>
  cellsOf({ ...terms, ...part }, { sex: 'female', birthDate }, day).map(
    ({ dimension, value }) => `${dimension} ${value}`,
  );

describe('an age band', () => {
  it.each([
    [null, 'unknown'],
    ['2001-11-21', 'to24'], // 25 tomorrow
    ['2001-11-20', '25to34'], // 25 today
    ['1991-11-21', '25to34'],
    ['1991-11-20', '35to44'],
    ['1981-11-20', '45to54'],
    ['1971-11-20', '55to59'],
    ['1966-11-21', '55to59'],
    ['1966-11-20', 'from60'],
    ['1926-01-01', 'from60'],
  ])('of %s on 20 November 2026 is %s', (birthDate, band) => {
    expect(bandOf(birthDate, day)).toBe(band);
  });

  it.each(['2023-02-28', '2024-02-29', '2025-03-01', '2026-11-20'])(
    'changes on %s for those of whom it says so, and for nobody else',
    (today) => {
      const before = daysBetween('2000-01-01', today).at(-2) ?? '';
      const born = daysBetween('1960-01-01', '2002-01-01');
      const changed = born.filter((date) => bandOf(date, before) !== bandOf(date, today));
      const turns = turnsOn(today);
      expect(changed.toSorted()).toEqual(
        turns
          .map(({ birthDate }) => birthDate)
          .filter((date) => born.includes(date))
          .toSorted(),
      );
      for (const { birthDate, from, to } of turns.filter(({ birthDate }) => born.includes(birthDate)))
        expect([bandOf(birthDate, before), bandOf(birthDate, today)]).toEqual([from, to]);
    },
  );
});

describe('a membership', () => {
  it('counts once in each dimension while it has not ended', () => {
    expect(namesOf({}, '1990-05-01')).toEqual([
      'joined 2026-01',
      'members all',
      'sex female',
      'age 35to44',
      'employment unknown',
      'activation active',
      'standing full',
      'participation never',
      'birth 1990-05-01',
    ]);
  });

  it('counts as joined and left once it has ended, or as moved where the person went to another union', () => {
    expect(namesOf({ state: 'ended', left: '2026-03' })).toEqual(['joined 2026-01', 'left 2026-03']);
    expect(namesOf({ state: 'ended', left: '2026-03', endedReason: 'transferred' })).toEqual([
      'joined 2026-01',
      'moved 2026-03',
    ]);
  });

  it.each(['importUndone', 'merged'] as const)(
    'does not count at all where it ended by %s',
    (endedReason) => {
      expect(namesOf({ state: 'ended', left: '2026-03', endedReason })).toEqual([]);
    },
  );

  it('takes sex and birth date from the number', () => {
    expect(birthIn('11010519491231002X')).toEqual({ sex: 'female', birthDate: '1949-12-31' });
    expect(birthIn(null)).toEqual({ sex: null, birthDate: null });
  });
});
