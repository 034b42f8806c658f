import { describe, expect, it } from '@jest/globals';
import {
  isToBeSent,
  plannedOf,
  requireDays,
  requireEditable,
  requireOwnPeople,
  requireRoomInWeek,
} from './announcement.model.js';

const now = new Date('2026-11-20T01:00:00Z');
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};

describe('when an announcement is sent', () => {
  it('is now, at a time, or not known yet', () => {
    expect(plannedOf({ release: 'now' }, now)).toEqual({ state: 'scheduled', sendAt: now });
    expect(plannedOf({ release: 'draft' }, now)).toEqual({ state: 'draft', sendAt: null });
    expect(plannedOf({ release: 'later', sendAt: '2026-11-20T10:00:00+08:00' }, now)).toEqual({
      state: 'scheduled',
      sendAt: new Date('2026-11-20T02:00:00Z'),
    });
  });

  it.each([
    ['later', undefined, 'SEND_TIME'],
    ['now', '2026-11-21T00:00:00Z', 'SEND_TIME'],
    ['draft', '2026-11-21T00:00:00Z', 'SEND_TIME'],
    ['later', '2026-11-20T00:59:59Z', 'SEND_TIME_PAST'],
    // 366 days from then are 21 November 2027 at the same time.
    ['later', '2027-11-21T01:00:00Z', null],
    ['later', '2027-11-21T01:00:01Z', 'SEND_TIME_FAR'],
  ] as const)('%s at %s: %s', (release, sendAt, code) => {
    expect(codeOf(() => plannedOf(sendAt === undefined ? { release } : { release, sendAt }, now))).toBe(code);
  });

  it('is its time, and not before, unless it is withdrawn or sent meanwhile', () => {
    const later = new Date(now.getTime() + 1);
    const is = (state: Parameters<typeof isToBeSent>[0]['state'], sendAt: Date | null): boolean =>
      isToBeSent({ state, sendAt }, now);
    expect([is('scheduled', now), is('sending', now)]).toEqual([true, true]);
    expect([is('scheduled', later), is('draft', null), is('withdrawn', now), is('sent', now)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('an announcement', () => {
  it.each([
    ['union', 'union', null],
    ['union', 'club', null],
    ['union', 'notReached', null],
    ['club', 'club', null],
    ['group', 'group', null],
    ['club', 'group', 'WRITER_AUDIENCE'],
    ['club', 'union', 'WRITER_AUDIENCE'],
    ['group', 'union', 'WRITER_AUDIENCE'],
    ['group', 'attended', 'WRITER_AUDIENCE'],
  ] as const)('of a %s to people of kind %s: %s', (writer, kind, code) => {
    expect(codeOf(() => requireOwnPeople(writer, { kind, id: 'id' }))).toBe(code);
  });

  it.each([
    [0, null],
    [2, null],
    [3, 'ANNOUNCEMENTS_TOO_MANY_IN_WEEK'],
  ])('of a club or a group beside %s others of its week: %s', (others, code) => {
    expect(codeOf(() => requireRoomInWeek(others))).toBe(code);
  });

  it.each([
    ['draft', null],
    ['scheduled', null],
    ['sending', 'ANNOUNCEMENT_SENT'],
    ['sent', 'ANNOUNCEMENT_SENT'],
    ['withdrawn', 'ANNOUNCEMENT_WITHDRAWN'],
  ] as const)('that is %s refuses changes with %s', (state, code) => {
    expect(codeOf(() => requireEditable(state))).toBe(code);
  });

  it.each([
    ['union', null, null],
    ['union', 30, 'AUDIENCE_DAYS'],
    ['notReached', 30, null],
    ['notReached', null, 'AUDIENCE_DAYS'],
  ] as const)('to %s of %s days: %s', (kind, days, code) => {
    expect(codeOf(() => requireDays({ kind, id: 'id', days }))).toBe(code);
  });
});
