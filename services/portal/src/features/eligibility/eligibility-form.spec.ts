import { describe, expect, it } from '@jest/globals';
import { asksForSomething, type Eligibility, formOf, rulesOf } from './eligibility-form.model.js';

const nothing: Eligibility = {
  ...{ activityId: 'a', version: 3, day: '2026-11-21', unions: [], sizeClasses: [] },
  ...{ ageFrom: null, ageTo: null, sex: null, noShow: null, kept: null },
  mine: { eligible: true, unmet: [], blockedUntil: null },
};
const everything: Eligibility = {
  ...nothing,
  unions: [{ id: 'u', name: '江城重工工会' }],
  sizeClasses: ['small', 'micro'],
  ageFrom: 0,
  ageTo: 35,
  sex: 'female',
  noShow: { effect: 'blocked', countFrom: 2, withinDays: 90, blockedDays: 14 },
};

describe('the form of who may come', () => {
  it('sends what it shows', () => {
    const { unions, sizeClasses, ageFrom, ageTo, sex, noShow } = everything;
    expect(rulesOf(formOf(everything))).toEqual({
      ...{ unionIds: unions.map(({ id }) => id), sizeClasses, ageFrom, ageTo, sex, noShow },
    });
  });

  it('asks for nothing where nothing is typed, and proposes usual figures for no-shows', () => {
    const form = formOf(nothing);
    const asked = { unionIds: [], sizeClasses: [], ageFrom: null, ageTo: null, sex: null };
    expect(rulesOf(form)).toEqual({ ...asked, noShow: null });
    expect(rulesOf({ ...form, ageTo: ' 60 ', blocks: true })).toEqual({
      ...asked,
      ageTo: 60,
      noShow: { effect: 'blocked', countFrom: 3, withinDays: 180, blockedDays: 30 },
    });
  });

  it.each([
    [nothing, false],
    [{ ...nothing, ageFrom: 0 }, true],
    [{ ...nothing, sizeClasses: ['micro' as const] }, true],
    [everything, true],
  ])('knows whether anybody is kept away', (view, expected) => {
    expect(asksForSomething(view)).toBe(expected);
  });
});
