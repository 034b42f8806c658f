import type { CorrectionState } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, type RoleName } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officesAt } from '../../reference/whom.model.js';

/** Who attended, with how many heads and for which union; 0 heads and no union if nobody did. */
interface Attendance {
  readonly heads: number;
  readonly unionId: string | null;
}

/**
 * Until the close the door decides who attended; from then on only a correction does. @throws DomainError
 * `ACTIVITY_NOT_CLOSED`
 */
export function requireClosed(state: ActivityState): void {
  if (state !== 'closed') throw new DomainError('ACTIVITY_NOT_CLOSED');
}

/**
 * The union of a corrected attendance: a person who was not there keeps the union recorded before.
 * @param wanted the requested attendance, with current values for omitted fields
 * @throws DomainError `CORRECTION_CHANGES_NOTHING`
 */
export function correctedUnion(
  before: Attendance,
  wanted: { readonly heads: number; readonly unionId: string | null; readonly otherwise: string },
): string {
  const unionId =
    wanted.heads === 0
      ? (before.unionId ?? wanted.otherwise)
      : (wanted.unionId ?? before.unionId ?? wanted.otherwise);
  const isSameUnion = before.heads === 0 || unionId === before.unionId;
  if (wanted.heads === before.heads && isSameUnion)
    throw new DomainError('CORRECTION_CHANGES_NOTHING', { pointer: '/heads' });
  return unionId;
}

interface Waiting {
  readonly state: CorrectionState;
  readonly proposedBy: string;
  readonly personId: string;
}

/** A second person decides, and never about themselves. @throws DomainError `SAME_PERSON`, `ILLEGAL_TRANSITION` */
export function requireDecider(correction: Waiting, deciderId: string, to: CorrectionState): void {
  if (!isSecondPerson(correction, deciderId)) throw new DomainError('SAME_PERSON');
  requireWaiting(correction, to);
}

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireWaiting({ state }: Waiting, to: CorrectionState): void {
  if (state !== 'proposed') throw new DomainError('ILLEGAL_TRANSITION', { params: { from: state, to } });
}

export function isSecondPerson({ proposedBy, personId }: Waiting, deciderId: string): boolean {
  return deciderId !== proposedBy && deciderId !== personId;
}

interface CorrectedActivity {
  readonly id: string;
  readonly unionId: string;
  readonly title: string;
  readonly timeZone: string;
}

/**
 * Whom a correction waits for: a second person who may decide, never whom it is about. Its reason may name people, so
 * nothing is said of it.
 * @param roles who decides at the organiser's union
 */
export function awaitsOfCorrection(
  { state, proposedBy, personId }: Waiting,
  { id: activityId, unionId, title, timeZone }: CorrectedActivity,
  roles: readonly RoleName[],
): Await[] {
  if (state !== 'proposed') return [];
  return [
    {
      ...officesAt([unionId], { roles }, { exceptIds: [proposedBy, personId] }),
      kind: 'correctionProposed',
      why: 'decidesAttendance',
      about: { activityId },
      title,
      timeZone,
    },
  ];
}
