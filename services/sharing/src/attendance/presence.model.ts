import { afterMovement, nobodyCame, type Presence } from '@gongxiang/domain/door';
import type { AttendanceFactRow } from './attendance.entity.js';
import type { KnownMovement } from './movement.repository.js';

/** What is known of one person at the door, before the scan that is judged. */
export interface Standing {
  /** The newest fact about him; one without heads says that he was not there. */
  readonly fact: AttendanceFactRow | null;
  /** As they were made. */
  readonly movements: readonly Omit<KnownMovement, 'operationId' | 'personId'>[];
}

export const neverSeen: Standing = { fact: null, movements: [] };

export function isPresent({ fact }: Standing): boolean {
  return fact !== null && fact.heads > 0;
}

/**
 * Where he was at a moment. Devices without a network send late what they have: a scan is judged by what was made before
 * it, wherever that was (E32), while who came in counts whenever that is heard.
 */
export function presenceAt(standing: Standing, at: Date): Presence {
  const came = cameOf(standing);
  return standing.movements
    .filter(({ movedAt }) => movedAt <= at)
    .sort((left, right) => left.movedAt.getTime() - right.movedAt.getTime())
    .reduce<Presence>((before, movement) => afterMovement(before, movement), { ...nobodyCame, came });
}

/** By the rule those of his fact; else the most who were let in against it at once. */
function cameOf({ fact, movements }: Standing): number {
  if (fact !== null && fact.heads > 0) return fact.heads;
  const letIn = movements.filter(({ direction, isRefused }) => direction === 'in' && isRefused);
  return Math.max(0, ...letIn.map(({ heads }) => heads));
}
