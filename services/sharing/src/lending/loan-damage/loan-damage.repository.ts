import { Injectable } from '@nestjs/common';
import {
  damagesMax,
  type WaitingDamageView,
} from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { DomainError, type PartyKind, rootPath } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { bookedTitle } from '../resource/resource.model.js';
import { DamageRow } from './loan-damage.entity.js';
import type { DamagedLoan } from './loan-damage.view.js';

/** The view of a damage that waits for the borrower's answer. */
type WaitingDamage = Omit<WaitingDamageView, 'amount' | 'answerBy'> & {
  readonly amountFen: bigint;
  readonly answerBy: Date;
};

/** The reader of pending damages. */
interface WaitedFor {
  readonly personId: string;
  /** The paths of the unions they answer for, and of those they decide for. */
  readonly answering: readonly string[];
  readonly deciding: readonly string[];
}

/** The SQL equivalent of {@link decidingPath}: whether a path of $6 is the nearest above o and b, or the root. */
const nearestAboveSql = `
  SELECT 1 FROM unnest($6::text[]) AS a(path)
  CROSS JOIN LATERAL (SELECT a.path || split_part(substr(o.path, length(a.path) + 1), '.', 1) || '.' AS path) AS next
  WHERE starts_with(o.path, a.path) AND starts_with(b.path, a.path)
    AND (a.path NOT IN (o.path, b.path) OR a.path = '${rootPath}')
    AND NOT (starts_with(b.path, next.path) AND next.path NOT IN (o.path, b.path))`;

/** A damage changes only under the lock of its loan, so it needs no lock of its own. */
@Injectable()
export class DamageRepository {
  async insert(tx: Transaction, row: DamageRow): Promise<void> {
    await tx.sql.insert(DamageRow, row);
  }

  async update(tx: Transaction, row: DamageRow): Promise<void> {
    await tx.sql.update(DamageRow, { loanId: row.loanId, id: row.id }, row);
  }

  find(tx: Transaction, loanId: string, id: string): Promise<DamageRow | null> {
    return tx.sql.findOneBy(DamageRow, { loanId, id });
  }

  /** In order of creation: ids rise with time. */
  listOf(tx: Transaction, loanId: string): Promise<DamageRow[]> {
    return tx.sql.find(DamageRow, { where: { loanId }, order: { id: 'ASC' }, take: damagesMax });
  }

  /**
   * Damages waiting for the borrowing union's answer, or for a decision by the nearest union above both ({@link
   * decidingPath}), without those that the person claimed or disputed; earliest deadline first.
   */
  async waitingFor(
    tx: Transaction,
    actor: WaitedFor,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<WaitingDamage[]> {
    const [answerBy, id] = decodeCursor(page.cursor, 2) ?? [null, null];
    const rows: (Omit<WaitingDamage, 'amountFen'> & { amountFen: string })[] = await tx.sql.query(
      `SELECT d.id, d.loan_id AS "loanId", r.title AS "resourceTitle", d.note, d.amount_fen::text AS "amountFen",
              o.name AS "ownerUnionName", b.name AS "borrowerUnionName", d.answer_by AS "answerBy", w.decides AS "toDecide"
       FROM loan_damage d JOIN loan l ON l.id = d.loan_id JOIN resource r ON r.id = l.resource_id
       JOIN union_ref o ON o.id = l.owner_union_id JOIN union_ref b ON b.id = l.borrower_union_id
       CROSS JOIN LATERAL (SELECT d.state = 'disputed' OR d.answer_by <= $7 AND NOT b.path = ANY($2::text[]) AS decides) w
       WHERE d.state IN ('claimed', 'disputed') AND d.claimed_by <> $1
         AND CASE WHEN w.decides THEN d.answered_by IS DISTINCT FROM $1 AND EXISTS (${nearestAboveSql})
                  ELSE b.path = ANY($2::text[]) END
         AND ($3::timestamptz IS NULL OR (d.answer_by, d.id) > ($3::timestamptz, $4::uuid))
       ORDER BY d.answer_by, d.id LIMIT $5`,
      [actor.personId, actor.answering, answerBy, id, rowsFor(page.limit), actor.deciding, tx.now],
    );
    return rows.map(({ amountFen, ...row }) => ({ ...row, amountFen: BigInt(amountFen) }));
  }

  /** The nearest union at this path. */
  async unionAt(tx: Transaction, path: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.sql.query('SELECT id FROM union_ref WHERE path = $1', [path]);
    return rows[0]?.id ?? null;
  }

  /** @throws DomainError `NOT_FOUND` if this is no return of the loan */
  async requireReturn(tx: Transaction, loanId: string, handoverId: string): Promise<void> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM loan_handover WHERE loan_id = $1 AND id = $2 AND direction = 'back'`,
      [loanId, handoverId],
    );
    if (rows.length === 0) throw new DomainError('NOT_FOUND', { pointer: '/handoverId' });
  }

  /** The two sides and the resource of some loans, by loan. */
  async loansOf(tx: Transaction, rows: readonly DamageRow[]): Promise<Map<string, DamagedLoan>> {
    const found: (DamagedLoan & { id: string; ownerKind: PartyKind })[] = await tx.sql.query(
      `SELECT l.id, l.owner_union_id AS "ownerUnionId", l.borrower_union_id AS "borrowerUnionId", r.title,
         r.owner_kind AS "ownerKind"
       FROM loan l JOIN resource r ON r.id = l.resource_id WHERE l.id = ANY($1)`,
      [rows.map(({ loanId }) => loanId)],
    );
    return new Map(
      found.map(({ id, ownerKind, title, ...loan }) => [
        id,
        { ...loan, title: bookedTitle({ ownerKind, title }) },
      ]),
    );
  }

  /** All damages in id order, for republishing. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<DamageRow[]> {
    const query = tx.sql.createQueryBuilder(DamageRow, 'd').orderBy('d.id').limit(limit);
    return (afterId === null ? query : query.where('d.id > :afterId', { afterId })).getMany();
  }
}
