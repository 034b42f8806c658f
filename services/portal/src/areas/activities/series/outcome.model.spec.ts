import { expect, it } from '@jest/globals';
import { texts } from '../texts/zh-CN/series.js';
import { changesOf, refusalCodes, refusalKey } from './outcome.model.js';

it('a refusal has words for each code that it may have', () => {
  expect(Object.keys(texts.series.refusal)).toEqual([...refusalCodes, 'other']);
  expect([refusalKey('START_PAST'), refusalKey('LOAN_TOO_SHORT')]).toEqual(['START_PAST', 'other']);
});

it('what is left empty is no change', () => {
  expect(changesOf({ title: '  ', venue: ' 二楼 ', startTime: '18:30' })).toEqual({
    venue: '二楼',
    startTime: '18:30',
  });
  expect(changesOf({})).toEqual({});
});
