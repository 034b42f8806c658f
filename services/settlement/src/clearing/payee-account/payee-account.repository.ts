import { Injectable } from '@nestjs/common';
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

  /** Those of these unions that have named one, by the union's id. */
  async ofUnions(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, PayeeAccountRow>> {
    const rows =
      unionIds.length === 0 ? [] : await tx.sql.findBy(PayeeAccountRow, { unionId: In([...unionIds]) });
    return new Map(rows.map((row) => [row.unionId, row]));
  }

  /** @returns false if somebody else changed it in the meantime */
  async save(tx: Transaction, row: PayeeAccountRow): Promise<boolean> {
    const saved: unknown[] = await tx.sql.query(
      `INSERT INTO payee_account (union_id, version, account_name, account_number, bank_name, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (union_id) DO UPDATE SET version = excluded.version, account_name = excluded.account_name,
         account_number = excluded.account_number, bank_name = excluded.bank_name,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at
       WHERE payee_account.version = excluded.version - 1 RETURNING union_id`,
      [
        row.unionId,
        row.version,
        row.accountName,
        row.accountNumber,
        row.bankName,
        row.changedBy,
        row.changedAt,
      ],
    );
    return saved.length > 0;
  }
}
