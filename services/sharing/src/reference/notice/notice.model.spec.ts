import { describe, expect, it } from '@jest/globals';
import { byReason, movesReminders, type NoticeSource, changeOf, noticeTextOf } from './notice.model.js';

const start = new Date('2099-11-21T01:00:00Z');
const later = new Date('2099-11-22T01:00:00Z');
const before = {
  id: 'activity',
  version: 3,
  state: 'published',
  publishedAt: new Date('2099-11-01T00:00:00Z'),
  startsAt: start,
  venue: '一号车间',
  resourceId: null,
  cancelReason: null,
  signUpOpensAt: new Date('2099-11-02T00:00:00Z'),
  signUpClosesAt: start,
};

const after = (changes: Partial<NoticeSource>): typeof before =>
  ({ ...before, version: 4, ...changes }) as typeof before;

describe('the news of an activity', () => {
  it('are that it is cancelled, with the reason, once whatever becomes of it later', () => {
    const cancelled = after({ state: 'cancelled', cancelReason: '暴雨', startsAt: later });
    expect(changeOf(before, cancelled)).toEqual({
      kind: 'activityCancelled',
      cause: 'cancelled/activity',
      values: { reason: '暴雨' },
    });
    expect(
      changeOf(cancelled, after({ state: 'cancelled', cancelReason: '暴雨', startsAt: later })),
    ).toBeNull();
  });

  it('are another time or another place, with what it was before', () => {
    expect(changeOf(before, after({ startsAt: later }))).toEqual({
      kind: 'activityChanged',
      cause: 'changed/activity/4',
      values: {
        startsAt: later.toISOString(),
        startsAtBefore: start.toISOString(),
      },
    });
    expect(changeOf(before, after({ venue: null }))?.values).toEqual({
      startsAt: start.toISOString(),
      placeUnknown: 'yes',
    });
  });

  it('are nothing of a draft, and nothing where time and place stay', () => {
    expect(changeOf({ ...before, publishedAt: null }, after({ startsAt: later }))).toBeNull();
    expect(changeOf(before, after({}))).toBeNull();
  });
});

describe('the moments of the reminders', () => {
  it.each([
    ['a new start', { startsAt: later }, true],
    ['its publication or its end', { state: 'cancelled' }, true],
    ['a new place', { venue: '二号车间' }, false],
  ] as const)('%s', (_what, changes, moves) => {
    expect(movesReminders(before, after(changes))).toBe(moves);
  });
});

it('a text has its words until it is withdrawn', () => {
  const text = { id: 'm', subject: '集合地点', text: '请在东门集合。', withdrawnAt: null };
  expect(noticeTextOf(text)).toEqual({ ...text, version: 1 });
  expect(noticeTextOf({ ...text, withdrawnAt: new Date('2026-11-20T01:00:00Z') })).toEqual({
    id: 'm',
    version: 2,
    subject: null,
    text: null,
    withdrawnAt: '2026-11-20T01:00:00.000Z',
  });
});

it('people are told as who waits, or as who has a seat or is offered one', () => {
  const people = (['confirmed', 'waitlisted', 'held'] as const).map((state) => ({ personId: state, state }));
  expect(byReason(people)).toEqual([
    { why: 'waited', personIds: ['waitlisted'] },
    { why: 'registered', personIds: ['confirmed', 'held'] },
  ]);
});
