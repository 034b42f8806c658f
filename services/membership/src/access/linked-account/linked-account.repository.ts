import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { LinkedAccountRow } from './linked-account.entity.js';

@Injectable()
export class LinkedAccountRepository {
  async insert(tx: Transaction, row: LinkedAccountRow): Promise<void> {
    await tx.sql.insert(LinkedAccountRow, row);
  }

  /** @param hashes of one identity, whose provider may have several names for it */
  findByIdentity(tx: Transaction, hashes: readonly string[]): Promise<LinkedAccountRow | null> {
    return tx.sql.findOne(LinkedAccountRow, {
      where: { identityHash: In([...hashes]) },
      order: { id: 'ASC' },
    });
  }

  lockById(tx: Transaction, id: string): Promise<LinkedAccountRow | null> {
    return tx.sql.findOne(LinkedAccountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of a person, oldest first. */
  listOf(tx: Transaction, personId: string): Promise<LinkedAccountRow[]> {
    return tx.sql.find(LinkedAccountRow, { where: { personId }, order: { id: 'ASC' } });
  }

  /** @returns false if it was unlinked meanwhile, or belongs to somebody else */
  async markUsed(tx: Transaction, { id, personId }: LinkedAccountRow): Promise<boolean> {
    const { affected } = await tx.sql.update(LinkedAccountRow, { id, personId }, { usedAt: tx.now });
    return affected === 1;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(LinkedAccountRow, { id });
  }

  /** @returns how many there were */
  async deleteAll(tx: Transaction, personId: string): Promise<number> {
    const { affected } = await tx.sql.delete(LinkedAccountRow, { personId });
    return affected ?? 0;
  }
}
