import { Injectable } from '@nestjs/common';
import type { UndoneCheckInView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { AttendanceDoor, type Entrance } from './attendance-door.js';
import type { AttendanceFactRow, CheckInOperationRow } from './attendance.entity.js';
import { AttendanceRepository } from './attendance.repository.js';
import { type KnownMovement, MovementRepository } from './movement.repository.js';
import { linkOf } from './scan-intake.js';

interface Undoing {
  /** The scan that was a mistake. */
  readonly operationId: string;
  readonly reason: string;
  /** Where it is undone. The phone of a helper undoes its own scans only. */
  readonly entrance: Entrance;
}

/** Undoes scans, whoever asks: staff, or the phone of a door helper. */
@Injectable()
export class ScanUndoing {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly movements: MovementRepository,
    private readonly door: AttendanceDoor,
  ) {}

  /**
   * Records that a scan no longer counts; attendance follows from the remaining scans. An undoing is final: a person
   * who is there after all is scanned again.
   * @param activity locked
   * @throws DomainError `NOT_FOUND`, `ACTIVITY_NOT_OPEN` before the publication and from the close on,
   * `CHECK_IN_COUNTS_NOT`
   */
  async undo(
    tx: Transaction,
    activity: ActivityRow,
    { operationId, reason, entrance }: Undoing,
  ): Promise<UndoneCheckInView> {
    const scan = await this.attendance.findOperation(tx, activity.id, operationId);
    if (scan === null || scan.undoes !== null) throw new DomainError('NOT_FOUND');
    if (entrance.doorLinkId !== null && scan.doorLinkId !== entrance.doorLinkId)
      throw new DomainError('NOT_FOUND');
    const earlier = await this.attendance.undoingOf(tx, activity.id, scan.operationId);
    if (earlier !== null) return this.viewOf(tx, earlier);
    if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
    await this.requireCounting(tx, scan);
    const undoing = undoingOf(tx, scan, { reason, entrance });
    await this.attendance.insert(tx, [undoing], []);
    await this.followFacts(tx, scan, undoing);
    const { operationId: undone, personId } = scan;
    // The reason may name people and stays out of the audit trail.
    tx.audit({ noun: 'attendance', id: activity.id, after: { undone, personId, ...linkOf(entrance) } });
    await this.door.hint(tx, activity);
    return this.viewOf(tx, undoing);
  }

  private async requireCounting(
    tx: Transaction,
    { activityId, operationId }: CheckInOperationRow,
  ): Promise<void> {
    if (!(await this.movements.has(tx, activityId, operationId)))
      throw new DomainError('CHECK_IN_COUNTS_NOT');
  }

  /** The fact is based on the first remaining scan in; without one they were not there. */
  private async followFacts(
    tx: Transaction,
    { activityId, personId, operationId }: CheckInOperationRow,
    undoing: CheckInOperationRow,
  ): Promise<void> {
    if (personId === null) return;
    const fact = await this.attendance.factOf(tx, activityId, personId);
    if (fact === null || fact.operationId !== operationId || fact.heads === 0) return;
    const left = await this.movements.among(tx, activityId, [personId]);
    await this.attendance.insert(tx, [], [factAfter(fact, left, undoing)]);
  }

  private async viewOf(tx: Transaction, row: CheckInOperationRow): Promise<UndoneCheckInView> {
    const { activityId, operationId, undoes, personId, receivedAt } = row;
    const fact = personId === null ? null : await this.attendance.factOf(tx, activityId, personId);
    return {
      operationId,
      undoes: undoes ?? operationId,
      personId,
      isPresent: fact !== null && fact.heads > 0,
      undoneAt: receivedAt.toISOString(),
    };
  }
}

/** @param left the movements without the undone scan */
function factAfter(
  fact: AttendanceFactRow,
  left: readonly KnownMovement[],
  undoing: CheckInOperationRow,
): AttendanceFactRow {
  const revision = fact.revision + 1;
  const next = left.find(({ direction, isRefused }) => direction === 'in' && !isRefused);
  if (next === undefined) return { ...fact, revision, heads: 0, operationId: undoing.operationId };
  return { ...fact, revision, checkedInAt: next.movedAt, operationId: next.operationId };
}

function undoingOf(
  tx: Transaction,
  scan: CheckInOperationRow,
  { reason, entrance }: Pick<Undoing, 'reason' | 'entrance'>,
): CheckInOperationRow {
  const { activityId, operationId, personId, registrationId, direction } = scan;
  return {
    activityId,
    operationId: newId(),
    scannedAt: tx.now,
    receivedAt: tx.now,
    receivedFrom: entrance.receivedFrom,
    doorLinkId: entrance.doorLinkId,
    personId,
    registrationId,
    direction,
    admitted: null,
    result: 'undone',
    code: null,
    heads: null,
    undoes: operationId,
    reason,
  };
}
