import { describe, expect, it } from '@jest/globals';
import {
  type VacancyAct,
  vacancyActs,
  type VacancyDefinition,
  type VacancyState,
  vacancyStates,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import { toWire } from '@gongxiang/domain';
import {
  feeWordsIn,
  nextVacancyState,
  requireNoFee,
  requireUntil,
  vacancyActsOf,
  vacancyProblems,
} from './vacancy.model.js';
import { isOver, overFrom } from '../listed/last-day.model.js';

describe('the life of a vacancy', () => {
  it.each<[VacancyState, Partial<Record<VacancyAct, VacancyState>>]>([
    ['draft', { change: 'draft', publish: 'published' }],
    [
      'published',
      { change: 'published', extend: 'published', fill: 'filled', end: 'ended', withdraw: 'withdrawn' },
    ],
    ['filled', { restore: 'published' }],
    ['ended', { extend: 'published' }],
    ['withdrawn', { restore: 'published' }],
  ])('from %s', (state, possible) => {
    for (const act of vacancyActs) {
      const to = possible[act];
      if (to === undefined)
        expect(() => nextVacancyState(state, act)).toThrow(
          expect.objectContaining({ code: 'VACANCY_STATE' }),
        );
      else expect(nextVacancyState(state, act)).toBe(to);
    }
  });

  it('offers nothing to whoever is no officer', () => {
    for (const state of vacancyStates)
      expect(vacancyActsOf({ state, withdrawnAbove: false }, { isOfficer: false, isAbove: false })).toEqual(
        [],
      );
  });

  it.each([
    { withdrawnAbove: false, isAbove: false, acts: ['restore'] },
    { withdrawnAbove: true, isAbove: false, acts: [] },
    { withdrawnAbove: true, isAbove: true, acts: ['restore'] },
  ])(
    'what a union above has taken back, only one above restores: %o',
    ({ withdrawnAbove, isAbove, acts }) => {
      expect(vacancyActsOf({ state: 'withdrawn', withdrawnAbove }, { isOfficer: true, isAbove })).toEqual(
        acts,
      );
    },
  );
});

describe('the last day', () => {
  // 1 March, 00:30 in China: still 28 February in UTC.
  const now = new Date('2027-02-28T16:30:00Z');

  it.each([
    ['2027-03-01', true],
    ['2027-02-28', false],
    // 1 March + 90 days: 30 to the 31st, 30 of April, 30 of May.
    ['2027-05-30', true],
    ['2027-05-31', false],
  ])('%s is possible: %s', (until, isPossible) => {
    const required = () => requireUntil(until, now, 90);
    if (isPossible) expect(required).not.toThrow();
    else expect(required).toThrow(expect.objectContaining({ code: 'VACANCY_UNTIL' }));
  });

  it('is over at midnight in China', () => {
    expect(overFrom('2027-03-01').toISOString()).toBe('2027-03-01T16:00:00.000Z');
    expect(isOver('2027-03-01', new Date('2027-03-01T15:59:59Z'))).toBe(false);
    expect(isOver('2027-03-01', new Date('2027-03-01T16:00:00Z'))).toBe(true);
  });
});

describe('what is said of a vacancy', () => {
  const said: VacancyDefinition = {
    title: '数控车工',
    kind: 'fullTime',
    headcount: 1,
    place: '中山路 1 号',
    text: '操作车床。',
    suits: [],
    phone: '027-80000000',
    audience: 'public',
    until: '2027-03-01',
  };
  const at = (pointer: string, code: string) => [{ pointer, code }];

  it.each<[Partial<VacancyDefinition>, { pointer: string; code: string }[]]>([
    [{}, []],
    [{ payFrom: toWire(600_000n) }, []],
    [{ payFrom: toWire(600_000n), payTo: toWire(600_000n) }, []],
    [{ payFrom: toWire(600_000n), payTo: toWire(599_999n) }, at('/payTo', 'VACANCY_PAY_REVERSED')],
    [{ payTo: toWire(600_000n) }, at('/payTo', 'VACANCY_PAY_REVERSED')],
    [{ payFrom: toWire(-1n) }, at('/payTo', 'VACANCY_PAY_REVERSED')],
    [{ phone: null }, at('/phone', 'VACANCY_NO_CONTACT')],
    [{ phone: null, address: '人事科' }, []],
    [{ kind: 'rotation' }, at('/audience', 'VACANCY_INTERNAL_PUBLIC')],
    [{ kind: 'internalCompetition' }, at('/audience', 'VACANCY_INTERNAL_PUBLIC')],
    [{ kind: 'internalCompetition', audience: 'members' }, []],
  ])('%o', (changes, problems) => {
    expect(vacancyProblems({ ...said, ...changes })).toEqual(problems);
  });
});

describe('words that sound like a fee', () => {
  it.each<[string, string[]]>([
    ['操作车床，包吃住。', []],
    ['入职交押金 200 元。', ['押金']],
    ['不收押金，无中介。', []],
    ['不收取任何押金。', []],
    ['严禁收取押金。', []],
    ['免费培训，免服装费。', []],
    ['报名费 50 元，培训费 300 元。', ['报名费', '培训费']],
    ['不收报名费，但需体检费 80 元。', ['体检费']],
    ['不收押金。入职三天内交押金。', ['押金']],
    ['联系本地中介面试。', ['中介']],
  ])('%s', (text, words) => {
    expect(feeWordsIn(text)).toEqual(words);
  });

  it('are looked for in everything that is said', () => {
    expect(feeWordsIn('车工', null, undefined, '介绍费面议')).toEqual(['介绍费']);
  });

  it('hold back what is shown until its officer has read them again', () => {
    expect(() => requireNoFee(['押金'], undefined)).toThrow(
      expect.objectContaining({ code: 'VACANCY_FEE_WORDS' }),
    );
    expect(() => requireNoFee(['押金'], true)).not.toThrow();
    expect(() => requireNoFee([], false)).not.toThrow();
  });
});
