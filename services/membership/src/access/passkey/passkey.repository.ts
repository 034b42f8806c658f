import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { AnsweredChallengeRow, PasskeyRow } from './passkey.entity.js';

/** Old rows deleted with each new one. */
const deleteMax = 100;

@Injectable()
export class PasskeyRepository {
  async insert(tx: Transaction, row: PasskeyRow): Promise<void> {
    await tx.sql.insert(PasskeyRow, row);
  }

  async update(tx: Transaction, row: PasskeyRow): Promise<void> {
    await tx.sql.update(PasskeyRow, { id: row.id }, row);
  }

  findByCredential(tx: Transaction, credentialId: string): Promise<PasskeyRow | null> {
    return tx.sql.findOneBy(PasskeyRow, { credentialId });
  }

  lockById(tx: Transaction, id: string): Promise<PasskeyRow | null> {
    return tx.sql.findOne(PasskeyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of a person, oldest first. */
  listOf(tx: Transaction, personId: string): Promise<PasskeyRow[]> {
    return tx.sql.find(PasskeyRow, { where: { personId }, order: { id: 'ASC' } });
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(PasskeyRow, { id });
  }

  async deleteAll(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.delete(PasskeyRow, { personId });
  }

  /** Counts a use. */
  async markUsed(tx: Transaction, id: string, counter: number): Promise<void> {
    await tx.sql.update(PasskeyRow, { id }, { counter: String(counter), usedAt: tx.now });
  }

  /** Marks a challenge as answered, and deletes old ones. @returns false if it was answered before */
  async spend(tx: Transaction, { nonce, expiresAt }: AnsweredChallengeRow): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'INSERT INTO answered_challenge (nonce, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce',
      [nonce, expiresAt],
    );
    await tx.sql.query(
      `DELETE FROM answered_challenge WHERE nonce IN (
         SELECT nonce FROM answered_challenge WHERE expires_at < $1 LIMIT ${deleteMax} FOR UPDATE SKIP LOCKED)`,
      [tx.now],
    );
    return rows.length === 1;
  }
}
