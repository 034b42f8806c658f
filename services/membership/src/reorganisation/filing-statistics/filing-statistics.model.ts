import type {
  FilingKind,
  FilingStatisticsLine,
} from '@gongxiang/contracts/membership/unions/filing-statistics.contract';
import { hourMs } from '@gongxiang/domain';
import { deadlineAfter } from '../../joining/application/application.model.js';
import { foundingWorkingDays } from '../../joining/founding/founding.model.js';

/** The time for which a filing waits for a union. */
export interface FilingTurn {
  readonly kind: FilingKind;
  readonly beganAt: Date;
  /** Null while it waits. */
  readonly endedAt: Date | null;
  /** `ended` without the union, as by whoever has filed it; null while it waits. */
  readonly outcome: 'decided' | 'escalated' | 'ended' | null;
}

/** How the turns of each kind went, in the order of the kinds. @param now when those that wait are looked at */
export function statisticsOf(
  kinds: readonly FilingKind[],
  turns: readonly FilingTurn[],
  now: Date,
): FilingStatisticsLine[] {
  return kinds.map((kind) =>
    lineOf(
      kind,
      turns.filter((turn) => turn.kind === kind),
      now,
    ),
  );
}

function lineOf(kind: FilingKind, turns: readonly FilingTurn[], now: Date): FilingStatisticsLine {
  const decided = turns.filter(({ outcome }) => outcome === 'decided');
  const escalated = turns.filter(({ outcome }) => outcome === 'escalated');
  const waiting = turns.filter(({ outcome }) => outcome === null);
  const over = decided.length + escalated.length;
  const inTime = decided.filter((turn) => !isLate(turn, now)).length;
  return {
    kind,
    received: turns.length,
    decided: decided.length,
    escalated: escalated.length,
    waiting: waiting.length,
    overdue: waiting.filter((turn) => isLate(turn, now)).length,
    medianHours: medianOf(decided.map((turn) => hoursOf(turn, now))),
    withinDeadline: kind !== 'founding' || over === 0 ? null : inTime / over,
  };
}

/** Foundings alone have a deadline, and each union its own: what comes up to it has the whole time again. */
function isLate({ kind, beganAt, endedAt }: FilingTurn, now: Date): boolean {
  return kind === 'founding' && (endedAt ?? now) > deadlineAfter(beganAt, foundingWorkingDays);
}

function hoursOf({ beganAt, endedAt }: FilingTurn, now: Date): number {
  return ((endedAt ?? now).getTime() - beganAt.getTime()) / hourMs;
}

/** To a tenth; of an even number the mean of the two in the middle; null of none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : Math.round(((lower + upper) / 2) * 10) / 10;
}
