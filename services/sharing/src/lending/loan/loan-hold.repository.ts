import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { LoanHoldRow } from './loan-hold.entity.js';

/** Callers hold the lock of the resource. */
@Injectable()
export class LoanHoldRepository {
  findById(tx: Transaction, id: string): Promise<LoanHoldRow | null> {
    return tx.sql.findOneBy(LoanHoldRow, { id });
  }

  /** A person's hold of a resource. */
  findOf(tx: Transaction, resourceId: string, personId: string): Promise<LoanHoldRow | null> {
    return tx.sql.findOneBy(LoanHoldRow, { resourceId, personId });
  }

  async insert(tx: Transaction, row: LoanHoldRow): Promise<void> {
    await tx.sql.insert(LoanHoldRow, row);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(LoanHoldRow, { id });
  }
}
