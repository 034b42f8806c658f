import { describe, expect, it } from '@jest/globals';
import { type LoanSeriesForm, reasonKey, wishOf } from './series-wish.js';

const form: LoanSeriesForm = {
  pace: 'weekly',
  interval: '1',
  weekdays: ['TU'],
  ordinal: '1',
  weekday: 'TU',
  monthDay: '1',
  ends: 'count',
  count: '4',
  until: '',
  except: ['2026-12-15'],
  holidays: 'skip',
  startsAt: '2026-12-01T19:00',
  endsAt: '2026-12-01T21:00',
  purpose: ' 排练 ',
  borrowerUnionId: { kind: 'union', id: 'u', name: '甲' },
};

describe('what is asked for', () => {
  it('is the first time and the rule', () => {
    expect(wishOf('r', form)).toEqual({
      resourceId: 'r',
      borrowerUnionId: 'u',
      rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
      purpose: '排练',
      startsAt: '2026-12-01T11:00:00.000Z',
      endsAt: '2026-12-01T13:00:00.000Z',
      except: ['2026-12-15'],
      holidays: 'skip',
    });
  });

  it.each([
    ['no end', { endsAt: undefined }],
    ['an end before the start', { endsAt: '2026-12-01T18:00' }],
    ['no union', { borrowerUnionId: undefined }],
    ['no number of times', { count: '' }],
  ])('is nothing yet with %s', (_name, changes) => {
    expect(wishOf('r', { ...form, ...changes } as LoanSeriesForm)).toBeNull();
  });
});

it('the reason of a single loan goes before that of the rule', () => {
  expect(reasonKey({ reason: 'REFUSED', code: 'SLOT_TAKEN' })).toBe('SLOT_TAKEN');
  expect(reasonKey({ reason: 'HOLIDAY', code: null })).toBe('HOLIDAY');
  expect(reasonKey({ reason: 'REFUSED', code: 'SOMETHING_NEW' })).toBe('other');
});
