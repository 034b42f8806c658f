import { describe, expect, it } from '@jest/globals';
import { filingKinds } from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { type FilingTurn, statisticsOf } from './filing-statistics.model.js';

/** A Friday. Fifteen working days after it is Friday, 2026-12-11: no holiday lies between. */
const began = '2026-11-20T01:00:00Z';
const now = new Date('2026-12-14T01:00:00Z');

const turn = (
  kind: FilingTurn['kind'],
  outcome: FilingTurn['outcome'],
  endedAt: string | null,
  beganAt = began,
): FilingTurn => ({
  kind,
  outcome,
  beganAt: new Date(beganAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
});

function lineOf(kind: FilingTurn['kind'], turns: readonly FilingTurn[]) {
  return statisticsOf(filingKinds, turns, now).find((line) => line.kind === kind);
}

describe('how a union decides on filings', () => {
  it('has a line of each kind, also of what never came', () => {
    expect(statisticsOf(filingKinds, [], now).map(({ kind, received }) => [kind, received])).toEqual([
      ['founding', 0],
      ['closing', 0],
      ['membersMove', 0],
      ['unionMove', 0],
    ]);
    expect(lineOf('closing', [])).toMatchObject({ medianHours: null, withinDeadline: null });
  });

  it('counts foundings by their deadline', () => {
    const turns = [
      // 24 hours, 72 hours, and one on the day after the deadline
      turn('founding', 'decided', '2026-11-21T01:00:00Z'),
      turn('founding', 'decided', '2026-11-23T01:00:00Z'),
      turn('founding', 'decided', '2026-12-12T01:00:00Z'),
      turn('founding', 'escalated', '2026-12-11T16:00:00Z'),
      turn('founding', 'ended', '2026-11-21T01:00:00Z'),
      turn('founding', null, null),
      turn('founding', null, null, '2026-12-10T01:00:00Z'),
    ];
    expect(lineOf('founding', turns)).toEqual({
      kind: 'founding',
      received: 7,
      decided: 3,
      escalated: 1,
      waiting: 2,
      overdue: 1,
      medianHours: 72,
      // two in time of three decided and one that went up: 2 ÷ 4
      withinDeadline: 0.5,
    });
  });

  it('counts what has no deadline without one: (24 + 48) ÷ 2 = 36 hours', () => {
    const turns = [
      turn('closing', 'decided', '2026-11-21T01:00:00Z'),
      turn('closing', 'decided', '2026-11-22T01:00:00Z'),
      turn('closing', null, null, '2025-12-20T01:00:00Z'),
      turn('unionMove', 'decided', '2026-11-20T02:30:00Z'),
    ];
    expect(lineOf('closing', turns)).toMatchObject({
      received: 3,
      decided: 2,
      waiting: 1,
      overdue: 0,
      medianHours: 36,
      withinDeadline: null,
    });
    expect(lineOf('unionMove', turns)).toMatchObject({ received: 1, medianHours: 1.5 });
  });
});
