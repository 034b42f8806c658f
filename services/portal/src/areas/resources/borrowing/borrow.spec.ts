import { describe, expect, it } from '@jest/globals';
import { hourMs } from '../resource/availability.js';
import { bodyOf, borrowAddress, fieldsOf, originOf, spanOf, tapped, wishOf } from './borrow.js';

const id = '01a1f8a6-53c9-7c07-9f5f-54d746b45f77';
const nothing = { needId: null, activityId: null, span: null };

describe('what the address brings along', () => {
  it('is what the page of a need put into it', () => {
    const windows = [{ from: '2026-11-21T01:00:00.000Z', to: '2026-11-21T03:00:00.000Z' }];
    const address = borrowAddress('r', { id, windows });
    expect(address.startsWith('/resources/r?')).toBe(true);
    const origin = originOf(new URL(address, 'https://g').searchParams);
    expect(origin).toEqual({
      needId: id,
      activityId: null,
      span: { start: Date.parse('2026-11-21T01:00:00Z'), end: Date.parse('2026-11-21T03:00:00Z') },
    });
  });

  it.each(['need=x', 'from=2026-11-21T01:00:00Z', 'from=later&to=soon', ''])(
    'is nothing in “%s”',
    (search) => {
      expect(originOf(new URLSearchParams(search))).toEqual(nothing);
    },
  );
});

describe('the fields', () => {
  it('hold Beijing time and send instants', () => {
    const span = { start: Date.parse('2026-11-21T01:00:00Z'), end: Date.parse('2026-11-21T03:00:00Z') };
    expect(fieldsOf(span)).toEqual({ startsAt: '2026-11-21T09:00', endsAt: '2026-11-21T11:00' });
    expect(spanOf(fieldsOf(span))).toEqual(span);
  });

  it.each([
    { startsAt: '2026-11-21T09:00', endsAt: undefined },
    { startsAt: '2026-11-21T09:00', endsAt: '2026-11-21T09:00' },
    { startsAt: '', endsAt: '2026-11-21T09:00' },
  ])('hold no time: $startsAt to $endsAt', (form) => {
    expect(spanOf(form)).toBeNull();
  });

  it('become a request once all is there', () => {
    const form = {
      resourceId: id,
      borrowerUnionId: { kind: 'union' as const, id: 'u', name: 'A' },
      startsAt: '2026-11-21T09:00',
      endsAt: '2026-11-21T11:00',
      purpose: ' training ',
      overrideReason: ' ',
    };
    expect(bodyOf({ ...form, borrowerUnionId: undefined }, nothing)).toBeNull();
    expect(bodyOf(form, { ...nothing, needId: 'n' })).toEqual({
      resourceId: id,
      borrowerUnionId: 'u',
      startsAt: '2026-11-21T01:00:00.000Z',
      endsAt: '2026-11-21T03:00:00.000Z',
      purpose: 'training',
      needId: 'n',
    });
  });
});

describe('what is kept while the form is filled in', () => {
  const form = {
    resourceId: id,
    borrowerUnionId: { kind: 'union' as const, id: 'u', name: 'A' },
    startsAt: '2026-11-21T09:00',
    endsAt: '2026-11-21T11:00',
  };

  it('is the time for the union, once both are chosen', () => {
    const span = { start: Date.parse('2026-11-21T01:00Z'), end: Date.parse('2026-11-21T03:00Z') };
    expect(wishOf(form)).toEqual({ resourceId: id, borrowerUnionId: 'u', span, quantity: 1 });
  });

  it.each([
    ['no union', { borrowerUnionId: undefined }],
    ['no end', { endsAt: '' }],
    ['an end before the beginning', { endsAt: '2026-11-21T08:00' }],
  ])('is nothing with %s', (_what, changes) => expect(wishOf({ ...form, ...changes })).toBeNull());
});

describe('a tap in the calendar', () => {
  const hour = (at: number) => ({ start: at * hourMs, end: (at + 1) * hourMs });

  it('goes on from the tap before, unless the fields were changed by hand meanwhile', () => {
    const first = tapped(null, null, hour(9));
    expect(tapped(first, first.span, hour(11)).span).toEqual({ start: 9 * hourMs, end: 12 * hourMs });
    expect(tapped(first, hour(3), hour(11)).span).toEqual(hour(11));
  });
});
