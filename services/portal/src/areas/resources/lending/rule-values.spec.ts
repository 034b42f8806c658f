import { expect, it } from '@jest/globals';
import { bodyOf, formOf } from './rule-values.js';
import type { Rule } from './lending.model.js';

const rule: Rule = {
  resourceId: 'r',
  version: 3,
  ofWholeId: null,
  mine: null,
  effect: null,
  bookableDaysAhead: 30,
  noticeHours: 24,
  smallEarlierDays: 14,
  reserved: { percent: 40, per: 'month', releasedDaysBefore: 7 },
  fairUse: { periodDays: 28, loansMax: 4, hoursMax: null, gapHours: null },
};

it('a rule that is opened and saved is the same', () => {
  const { bookableDaysAhead, noticeHours, smallEarlierDays, reserved, fairUse } = rule;
  expect(bodyOf(formOf(rule))).toEqual({
    bookableDaysAhead,
    noticeHours,
    smallEarlierDays,
    reserved,
    fairUse,
  });
});

it('what is left empty is no limit', () => {
  expect(bodyOf({ per: 'week', releasedDaysBefore: '7', loansMax: '4', noticeHours: ' ' })).toEqual({
    bookableDaysAhead: null,
    noticeHours: 0,
    smallEarlierDays: 0,
    reserved: null,
    fairUse: null,
  });
});
