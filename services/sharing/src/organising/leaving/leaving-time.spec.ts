import { describe, expect, it } from '@jest/globals';
import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { leavingProblem } from './leaving-time.js';

describe('whether a co-host may leave', () => {
  const times = { startsAt: new Date('2026-11-21T01:00:00Z'), timeZone: 'Asia/Shanghai' };

  it.each<[string, CoHostState, string, string | null, string, string | null]>([
    // the case, its state, the activity's state, the last day, now, the problem
    ['in a draft, whatever the day', 'accepted', 'draft', '2026-11-01', '2026-11-19T00:00:00Z', null],
    [
      'not after the publication',
      'accepted',
      'published',
      null,
      '2026-11-01T00:00:00Z',
      'CO_HOST_LEAVE_CLOSED',
    ],
    ['to the end of the day set', 'accepted', 'published', '2026-11-18', '2026-11-18T15:59:59Z', null],
    ['not later', 'accepted', 'published', '2026-11-18', '2026-11-18T16:00:00Z', 'CO_HOST_LEAVE_CLOSED'],
    [
      'not once it has begun',
      'accepted',
      'published',
      '2026-11-30',
      '2026-11-21T01:00:00Z',
      'ACTIVITY_STARTED',
    ],
    [
      'not what is cancelled',
      'accepted',
      'cancelled',
      '2026-11-18',
      '2026-11-01T00:00:00Z',
      'CO_HOST_LEAVE_CLOSED',
    ],
    ['not whoever has not joined', 'invited', 'draft', null, '2026-11-01T00:00:00Z', 'CO_HOST_NOT_JOINED'],
    ['not twice', 'left', 'draft', null, '2026-11-01T00:00:00Z', 'CO_HOST_NOT_JOINED'],
  ])('%s', (_case, coHost, state, leaveUntil, now, expected) => {
    expect(leavingProblem({ state: coHost }, { ...times, state, leaveUntil }, new Date(now))).toBe(expected);
  });
});
