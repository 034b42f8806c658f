import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { TotpRow } from './totp.entity.js';

@Injectable()
export class TotpRepository {
  find(tx: Transaction, personId: string): Promise<TotpRow | null> {
    return tx.sql.findOneBy(TotpRow, { personId });
  }

  /** Replaces one that was begun and never confirmed. */
  async save(tx: Transaction, row: TotpRow): Promise<void> {
    await tx.sql.upsert(TotpRow, row, ['personId']);
  }

  /** @returns false if this step, or a later one, was accepted meanwhile */
  async useStep(tx: Transaction, personId: string, step: number): Promise<boolean> {
    const [rows] = (await tx.sql.query(
      'UPDATE totp_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2 RETURNING person_id',
      [personId, step],
    )) as [unknown[], number];
    return rows.length === 1;
  }

  async delete(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.delete(TotpRow, { personId });
  }
}
