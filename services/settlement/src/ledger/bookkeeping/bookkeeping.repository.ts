import { Injectable } from '@nestjs/common';
import type {
  BookActKind,
  ListBookkeepingMandatesRequest,
} from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { mandateUseNoun } from '../../reference/bookkeeping.js';
import { booksCondition } from '../../reference/reach-sql.js';

export interface MandateLine {
  readonly id: string;
  readonly fromUnionId: string;
  readonly fromUnionName: string;
  readonly fromPath: string;
  readonly toUnionId: string;
  readonly toUnionName: string;
  readonly toPath: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly revokedAt: Date | null;
  readonly limitFen: bigint | null;
}

interface UseLine {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly maskedName: string | null;
  readonly action: string;
  readonly kind: BookActKind;
  readonly aboutId: string;
  readonly title: string | null;
  readonly amountFen: string | null;
}

const mandateSql = `
  SELECT m.id, m.from_union_id AS "fromUnionId", f.name AS "fromUnionName", f.path AS "fromPath",
         m.to_union_id AS "toUnionId", t.name AS "toUnionName", t.path AS "toPath",
         m.valid_from AS "validFrom", m.valid_until AS "validUntil", m.revoked_at AS "revokedAt",
         m.entry_limit_fen AS "limitFen"
  FROM mandate_ref m JOIN union_ref f ON f.id = m.from_union_id JOIN union_ref t ON t.id = m.to_union_id
  WHERE 'bookkeeping' = ANY(m.scopes)`;

@Injectable()
export class BookkeepingRepository {
  async findById(tx: Transaction, id: string): Promise<MandateLine | null> {
    const rows: MandateLine[] = await tx.sql.query(`${mandateSql} AND m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Newest first; only mandates that a union within the caller's reach has granted or accepted. */
  async list(
    tx: Transaction,
    request: ListBookkeepingMandatesRequest,
    reach: readonly string[],
  ): Promise<MandateLine[]> {
    const { side = null, inForce = false } = request;
    const [before = null] = decodeCursor(request.cursor, 1) ?? [];
    const values: unknown[] = [inForce, tx.now, before, rowsFor(request.limit)];
    const isWithin = await booksCondition(tx, { reach }, values);
    const sides = [
      ...(side === 'taken' ? [] : [isWithin('m.from_union_id')]),
      ...(side === 'given' ? [] : [isWithin('m.to_union_id')]),
    ];
    return tx.sql.query(
      `${mandateSql} AND (${sides.join(' OR ')})
       AND (NOT $1 OR (m.revoked_at IS NULL AND m.valid_from <= $2 AND m.valid_until > $2))
       AND ($3::uuid IS NULL OR m.id < $3)
       ORDER BY m.id DESC LIMIT $4`,
      values,
    );
  }

  /** The acts under a mandate, latest first. They are read from the audit trail itself, so none can be omitted. */
  uses(
    tx: Transaction,
    filter: { readonly mandateId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<UseLine[]> {
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    return tx.sql.query(
      `SELECT a.id, a.at, a.action, a.actor_id AS "personId", n.masked_name AS "maskedName", a.after->>'kind' AS kind,
              a.after->>'aboutId' AS "aboutId", a.after->>'amountFen' AS "amountFen", coalesce(p.title, c.title) AS title
       FROM audit_record a
       LEFT JOIN member_ref n ON n.person_id = a.actor_id
       LEFT JOIN cost_pool p ON a.after->>'kind' = 'costPool' AND p.id = (a.after->>'aboutId')::uuid
       LEFT JOIN activity_ref c ON c.id = coalesce(p.activity_id,
         CASE WHEN a.after->>'kind' = 'activity' THEN (a.after->>'aboutId')::uuid END)
       WHERE a.noun = $1 AND a.subject_id = $2 AND ($3::uuid IS NULL OR a.id < $3)
       ORDER BY a.id DESC LIMIT $4`,
      [mandateUseNoun, filter.mandateId, before, rowsFor(filter.limit)],
    );
  }
}
