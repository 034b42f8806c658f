import { describe, expect, it } from '@jest/globals';
import { asksForSomething, type Eligibility, formOf, rulesOf } from './eligibility-form.model.js';

const nothing: Eligibility = {
  activityId: 'a',
  version: 3,
  day: '2026-11-21',
  unions: [],
  sizeClasses: [],
  ageFrom: null,
  ageTo: null,
  sex: null,
  noShow: null,
  kept: null,
  neighbours: null,
  clubs: [],
  groups: [],
  employmentKinds: [],
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
  neighbours: { withinKm: 12, samePark: false },
  clubs: [{ id: 'c', name: '跑友俱乐部' }],
  groups: [{ id: 'g', name: '装配一班' }],
  employmentKinds: ['newForm'],
};

describe('the form of who may come', () => {
  it('sends what it shows', () => {
    const { unions, sizeClasses, ageFrom, ageTo, sex, noShow } = everything;
    expect(rulesOf(formOf(everything))).toEqual({
      unionIds: unions.map(({ id }) => id),
      sizeClasses,
      ageFrom,
      ageTo,
      sex,
      noShow,
      neighbours: { withinKm: 12 },
      clubIds: ['c'],
      groupIds: ['g'],
      employmentKinds: ['newForm'],
    });
  });

  it('asks for nothing where nothing is typed, and proposes usual figures for no-shows', () => {
    const form = formOf(nothing);
    const lists = { unionIds: [], sizeClasses: [], clubIds: [], groupIds: [], employmentKinds: [] };
    const asked = { ...lists, ageFrom: null, ageTo: null, sex: null, neighbours: null };
    expect(rulesOf(form)).toEqual({ ...asked, noShow: null });
    expect(rulesOf({ ...form, ageTo: ' 60 ', blocks: true })).toEqual({
      ...asked,
      ageTo: 60,
      noShow: { effect: 'blocked', countFrom: 3, withinDays: 180, blockedDays: 30 },
    });
  });

  it('asks for the same park, or for kilometres, and never for both', () => {
    const form = formOf({ ...nothing, neighbours: { withinKm: null, samePark: true } });
    expect(rulesOf(form).neighbours).toEqual({ samePark: true });
    expect(rulesOf({ ...form, nearness: 'withinKm' }).neighbours).toEqual({ withinKm: 5 });
  });

  it.each([
    [nothing, false],
    [{ ...nothing, employmentKinds: ['retired' as const] }, true],
    [{ ...nothing, groups: everything.groups }, true],
    [{ ...nothing, ageFrom: 0 }, true],
    [{ ...nothing, sizeClasses: ['micro' as const] }, true],
    [everything, true],
  ])('knows whether anybody is kept away', (view, expected) => {
    expect(asksForSomething(view)).toBe(expected);
  });
});
