import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { LapseWarningRow } from './lapse.entity.js';

/** A warning with what is shown of its union, and of the one above it. */
export interface LapseRecord extends LapseWarningRow {
  readonly unionId: string;
  readonly unionName: string;
  readonly unionPath: string;
  readonly unionAboveId: string | null;
  readonly unionAboveName: string | null;
  readonly decision: string | null;
}

const recordSql = `
  SELECT w.id, w.version, w.membership_id AS "membershipId", w.person_id AS "personId", w.state, w.warned_by AS "warnedBy",
    w.warned_at AS "warnedAt", w.endable_from AS "endableFrom", w.months_unpaid AS "monthsUnpaid",
    w.last_paid_on AS "lastPaidOn", w.last_part_on AS "lastPartOn", w.answer, w.answered_at AS "answeredAt",
    w.closed_at AS "closedAt", u.id AS "unionId", u.name AS "unionName", u.path AS "unionPath",
    a.id AS "unionAboveId", a.name AS "unionAboveName",
    CASE WHEN w.state = 'ended' THEN m.end_decision END AS decision
  FROM lapse_warning w JOIN union_membership m ON m.id = w.membership_id JOIN labour_union u ON u.id = m.union_id
  LEFT JOIN labour_union a ON a.id = u.parent_id`;

@Injectable()
export class LapseRepository {
  async findById(tx: Transaction, id: string): Promise<LapseRecord | null> {
    const rows: LapseRecord[] = await tx.sql.query(`${recordSql} WHERE w.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The last one of a person, of whichever membership; none that was open when that ended for another reason. */
  async findLatest(tx: Transaction, personId: string): Promise<LapseRecord | null> {
    const rows: LapseRecord[] = await tx.sql.query(
      `${recordSql} WHERE w.person_id = $1 AND (w.state <> 'open' OR m.valid_to IS NULL)
       ORDER BY w.warned_at DESC, w.id DESC LIMIT 1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** By membership. */
  async openOf(tx: Transaction, membershipIds: readonly string[]): Promise<ReadonlyMap<string, LapseRecord>> {
    const rows: LapseRecord[] = await tx.sql.query(
      `${recordSql} WHERE w.membership_id = ANY($1) AND w.state = 'open'`,
      [membershipIds],
    );
    return new Map(rows.map((row) => [row.membershipId, row]));
  }

  lockById(tx: Transaction, id: string): Promise<LapseWarningRow | null> {
    return tx.sql.findOne(LapseWarningRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockOpen(tx: Transaction, membershipId: string): Promise<LapseWarningRow | null> {
    const where = { membershipId, state: 'open' } as const;
    return tx.sql.findOne(LapseWarningRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: LapseWarningRow): Promise<void> {
    await tx.sql.insert(LapseWarningRow, row);
  }

  async update(tx: Transaction, { id, ...row }: LapseWarningRow): Promise<void> {
    await tx.sql.update(LapseWarningRow, { id }, row);
  }
}
