import { Injectable } from '@nestjs/common';
import type { CheckInItem, CheckInView } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activities/activity/activity.entity.js';
import { AttendanceDoor, type Entrance } from './attendance-door.js';
import { AttendanceRepository } from './attendance.repository.js';
import { type Judged, judgeAll } from './scan-judging.js';
import { ScanSnapshots } from './scan-snapshot.js';

/** Judges and keeps scans, whoever made them: staff, or the phone of a door helper. */
@Injectable()
export class ScanIntake {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly snapshots: ScanSnapshots,
    private readonly door: AttendanceDoor,
  ) {}

  /** @param activity locked: this excludes a concurrent close, cancellation or scan of another door */
  async take(
    tx: Transaction,
    activity: ActivityRow,
    { items, entrance }: { readonly items: readonly CheckInItem[]; readonly entrance: Entrance },
  ): Promise<CheckInView> {
    const snapshot = await this.snapshots.take(tx, activity, { items, entrance });
    const { judged, answers } = judgeAll(tx, snapshot, items);
    await this.attendance.insert(
      tx,
      judged.map(({ operation }) => operation),
      judged.flatMap(({ fact }) => fact ?? []),
    );
    tx.audit({ noun: 'attendance', id: activity.id, after: { ...countsOf(judged), ...linkOf(entrance) } });
    if (judged.length > 0) await this.door.hint(tx, activity);
    return { items: answers };
  }
}

/** For the audit trail, which has no person where a phone acts by a link. */
export function linkOf({ doorLinkId }: Entrance): { readonly doorLinkId?: string } {
  return doorLinkId === null ? {} : { doorLinkId };
}

function countsOf(judged: readonly Judged[]): Record<string, number> {
  const count = (result: string): number =>
    judged.filter(({ operation }) => operation.result === result).length;
  return {
    checkedIn: count('checkedIn'),
    already: count('already'),
    refused: count('refused'),
    checkedOut: count('checkedOut'),
    cameBack: count('cameBack'),
  };
}
