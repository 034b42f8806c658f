import { Injectable } from '@nestjs/common';
import type { CorrectionState } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { AttendanceCorrectionRow } from './attendance-correction.entity.js';

/** A correction with the names that its page shows, each null if unknown here. */
export interface FoundCorrection extends AttendanceCorrectionRow {
  readonly maskedName: string | null;
  readonly unionName: string | null;
  readonly proposedByName: string | null;
  readonly decidedByName: string | null;
}

const found = `SELECT c.activity_id AS "activityId", c.id, c.version, c.person_id AS "personId", c.state,
    c.heads_before AS "headsBefore", c.heads, c.union_id_before AS "unionIdBefore", c.union_id AS "unionId", c.reason,
    c.proposed_by AS "proposedBy", c.proposed_at AS "proposedAt", c.decided_by AS "decidedBy",
    c.decided_at AS "decidedAt", c.refusal, m.masked_name AS "maskedName", u.name AS "unionName",
    p.masked_name AS "proposedByName", d.masked_name AS "decidedByName"
  FROM attendance_correction c
  LEFT JOIN member_ref m ON m.person_id = c.person_id LEFT JOIN union_ref u ON u.id = c.union_id
  LEFT JOIN member_ref p ON p.person_id = c.proposed_by LEFT JOIN member_ref d ON d.person_id = c.decided_by`;

@Injectable()
export class AttendanceCorrectionRepository {
  async findById(tx: Transaction, id: string): Promise<FoundCorrection | null> {
    const rows: FoundCorrection[] = await tx.sql.query(`${found} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Latest first. */
  ofActivity(
    tx: Transaction,
    filter: { activityId: string; state?: CorrectionState; cursor?: string; limit?: number },
  ): Promise<FoundCorrection[]> {
    const cursor = decodeCursor(filter.cursor, 1) ?? [null];
    return tx.sql.query(
      `${found} WHERE c.activity_id = $1 AND ($2::text IS NULL OR c.state = $2)
       AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
      [filter.activityId, filter.state ?? null, cursor[0], rowsFor(filter.limit)],
    );
  }

  waitsFor(tx: Transaction, activityId: string, personId: string): Promise<boolean> {
    return tx.sql.existsBy(AttendanceCorrectionRow, { activityId, personId, state: 'proposed' });
  }

  async insert(tx: Transaction, row: AttendanceCorrectionRow): Promise<void> {
    await tx.sql.insert(AttendanceCorrectionRow, row);
  }

  /** Under the lock of the activity. */
  async decide(
    tx: Transaction,
    { activityId, id, version }: AttendanceCorrectionRow,
    decision: Pick<AttendanceCorrectionRow, 'state' | 'decidedBy' | 'decidedAt' | 'refusal'>,
  ): Promise<void> {
    await tx.sql.update(AttendanceCorrectionRow, { activityId, id }, { ...decision, version: version + 1 });
  }
}
