import { Injectable } from '@nestjs/common';
import { parsePartyKey, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { PayeeAccountRow } from './payee-account.entity.js';

@Injectable()
export class PayeeAccountRepository {
  find(tx: Transaction, unionId: string): Promise<PayeeAccountRow | null> {
    return tx.sql.findOneBy(PayeeAccountRow, { unionId });
  }

  lock(tx: Transaction, unionId: string): Promise<PayeeAccountRow | null> {
    return tx.sql.findOne(PayeeAccountRow, { where: { unionId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Of those of these parties that are unions and have one, by the key of the party. An enterprise or an organisation
   * is paid at an account that its union does not have.
   */
  async ofParties(tx: Transaction, keys: readonly string[]): Promise<Map<string, PayeeAccountRow>> {
    const unionIds = [...new Set(keys)]
      .map(parsePartyKey)
      .flatMap(({ kind, id }) => (kind === 'union' ? [id] : []));
    const rows = unionIds.length === 0 ? [] : await tx.sql.findBy(PayeeAccountRow, { unionId: In(unionIds) });
    return new Map(rows.map((row) => [partyKey({ kind: 'union', id: row.unionId }), row]));
  }

  /** Of a union's first proposal. @returns false if somebody else made one in the meantime */
  async insert(tx: Transaction, row: PayeeAccountRow): Promise<boolean> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(PayeeAccountRow)
      .values(row)
      .orIgnore()
      .returning('union_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async update(tx: Transaction, row: PayeeAccountRow): Promise<void> {
    await tx.sql.update(PayeeAccountRow, { unionId: row.unionId }, row);
  }

  /** The unions that are to pay this one: by a payment that they have not sent, or by a run that is proposed. */
  async payersOf(tx: Transaction, unionId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT p.payer_union_id AS id FROM payment p
       WHERE p.payee_union_id = $1 AND p.payee = $2 AND p.state = 'open' AND p.sent_at IS NULL
       UNION
       SELECT CASE WHEN k.kind = 'union' THEN k.id ELSE o.union_id END
       FROM netted_union n JOIN netting_run r ON r.id = n.run_id AND r.state = 'proposed'
       CROSS JOIN LATERAL jsonb_to_recordset(r.transfers) AS t("from" text, "to" text)
       CROSS JOIN LATERAL (SELECT split_part(t."from", ':', 1) AS kind, split_part(t."from", ':', 2)::uuid AS id) AS k
       LEFT JOIN party_ref o ON o.kind = k.kind AND o.id = k.id
       WHERE n.union_id = $1 AND t."to" = $2 AND (k.kind = 'union' OR o.union_id IS NOT NULL)
       ORDER BY id`,
      [unionId, partyKey({ kind: 'union', id: unionId })],
    );
    return rows.map(({ id }) => id);
  }
}
