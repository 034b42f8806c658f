import { afterMovement, nobodyCame, type Presence } from '@gongxiang/domain/door';
import type { AttendanceFactRow } from './attendance.entity.js';
import type { KnownMovement } from './movement.repository.js';

/** The state of a person at the door, before the judged scan. */
export interface Standing {
  /** The newest fact; one without heads says that they were not there. */
  readonly fact: AttendanceFactRow | null;
  /** In scan order. */
  readonly movements: readonly Omit<KnownMovement, 'operationId' | 'personId'>[];
}

export const neverSeen: Standing = { fact: null, movements: [] };

export function isPresent({ fact }: Standing): boolean {
  return fact !== null && fact.heads > 0;
}

/**
 * The presence of a person at a time. Offline devices send late: a scan is judged by what was scanned before it,
 * anywhere (E32), while an entry counts whenever it arrives.
 */
export function presenceAt(standing: Standing, at: Date): Presence {
  const came = cameOf(standing);
  return standing.movements
    .filter(({ movedAt }) => movedAt <= at)
    .sort((left, right) => left.movedAt.getTime() - right.movedAt.getTime())
    .reduce<Presence>((before, movement) => afterMovement(before, movement), { ...nobodyCame, came });
}

/** The heads of the fact; otherwise the most that were admitted against the rules at once. */
function cameOf({ fact, movements }: Standing): number {
  if (fact !== null && fact.heads > 0) return fact.heads;
  const letIn = movements.filter(({ direction, isRefused }) => direction === 'in' && isRefused);
  return Math.max(0, ...letIn.map(({ heads }) => heads));
}
