import { describe, expect, it } from '@jest/globals';
import type { OccasionKind } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import { definitionOf } from '../service-item/service-item.fixture.js';
import {
  monthSpanOf,
  occasionAnswers,
  occasionDayOf,
  occasionStateOf,
  requireOpen,
  requireTellable,
  requireUntold,
  serviceFor,
  yearSpanOf,
} from './occasion.model.js';

const member = {
  personId: 'p',
  version: 3,
  maskedName: '张*',
  unionId: 'u',
  state: 'active',
  validFrom: '2020-01-01',
  validTo: null,
  sex: 'female',
  birthDate: '1988-02-29',
  employmentKind: 'regular',
  retiredOn: '2026-11-01',
} as const;

describe('the copy of a member', () => {
  it('has month and day of birth, and neither year, sex, name nor employment', () => {
    expect(occasionDayOf(member)).toEqual({
      personId: 'p',
      version: 3,
      unionId: 'u',
      birthMonth: 2,
      birthDay: 29,
      retiredOn: '2026-11-01',
    });
  });

  it.each([
    ['of whoever is no member any more', { ...member, state: 'ended' }],
    ['of news from before they were told', { ...member, birthDate: undefined, retiredOn: undefined }],
    ['of a record without a number', { ...member, birthDate: null, retiredOn: null }],
  ] as const)('has no day %s', (_what, state) => {
    expect(occasionDayOf(state)).toMatchObject({ birthMonth: null, birthDay: null, retiredOn: null });
  });
});

describe('a month', () => {
  it.each([
    ['2026-02', 28, '2026-02-01', '2026-03-01'],
    ['2028-02', 29, '2028-02-01', '2028-03-01'],
    ['2026-11', 30, '2026-11-01', '2026-12-01'],
    ['2026-12', 31, '2026-12-01', '2027-01-01'],
  ])('%s has %d days', (month, lastDay, from, to) => {
    expect(monthSpanOf(month)).toMatchObject({ lastDay, from, to });
  });

  it('belongs to a year', () => {
    expect(yearSpanOf('2026-11-12')).toEqual({ from: '2026-01-01', to: '2027-01-01' });
  });
});

describe('a line', () => {
  it.each([
    [null, 'due', true],
    ['told', 'due', true],
    ['skipped', 'skipped', true],
    ['opened', 'opened', false],
  ] as const)('of which %p is stored is %s', (stored, state, isOpen) => {
    expect(occasionStateOf(stored)).toBe(state);
    const opening = () => requireOpen(stored);
    if (isOpen) expect(opening).not.toThrow();
    else expect(opening).toThrow(expect.objectContaining({ code: 'OCCASION_DONE' }));
  });
});

describe('what is told', () => {
  const today = '2026-11-29';
  it.each([
    ['a year ago', '2025-11-28', true],
    ['longer ago', '2025-11-27', false],
    ['today', today, true],
    ['sixty days ahead', '2027-01-28', true],
    ['further ahead', '2027-01-29', false],
  ])('%s', (_what, on, isPossible) => {
    const telling = () => requireTellable(on, today, 60);
    if (isPossible) expect(telling).not.toThrow();
    else expect(telling).toThrow(expect.objectContaining({ code: 'OCCASION_DAY' }));
  });

  it.each([
    ['the same again', 'hospital', '2026-05-01', false],
    ['the same in another year', 'hospital', '2025-12-31', true],
    ['something else', 'birth', '2026-05-01', true],
  ] as const)('%s', (_what, kind, on, isPossible) => {
    const telling = () => requireUntold(kind, on, [{ kind: 'hospital', on: '2026-03-01' }]);
    if (isPossible) expect(telling).not.toThrow();
    else expect(telling).toThrow(expect.objectContaining({ code: 'OCCASION_TOLD' }));
  });
});

describe('a service', () => {
  const definition = (...kinds: readonly OccasionKind[]) =>
    definitionOf({
      questions: [
        {
          id: 'what',
          kind: 'choice',
          title: '什么事',
          required: true,
          options: kinds.map((kind) => ({ id: `for-${kind}`, label: kind })),
        },
        { id: 'day', kind: 'date', title: '哪一天', required: true },
      ],
      occasion: {
        question: 'what',
        day: 'day',
        answers: kinds.map((kind) => ({ kind, option: `for-${kind}` })),
      },
    });

  it.each([
    ['birthday', 'near'],
    ['hospital', 'above'],
    ['wedding', undefined],
  ] as const)('of the nearest union is used: %s', (kind: OccasionKind, name) => {
    const services = [
      { name: 'near', definition: definition('birthday') },
      { name: 'above', definition: definition('birthday', 'hospital') },
    ];
    expect(serviceFor(kind, services)?.name).toBe(name);
  });

  it('is filled in with the occasion and its day', () => {
    expect(occasionAnswers(definition('birthday'), { kind: 'birthday', on: '2026-11-12' })).toEqual({
      what: 'for-birthday',
      day: '2026-11-12',
    });
  });
});
