import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { RecoveryCodeRow } from './recovery-code.entity.js';
import { newRecoveryCodes, normaliseFactorCode } from './code-text.js';

/** The recovery codes of a person. Only hashes are stored. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly personalData: PersonalData) {}

  /** Makes ten, and deletes the ones of before. @returns them in the clear, to be shown once */
  async renew(tx: Transaction, personId: string): Promise<string[]> {
    await this.deleteAll(tx, personId);
    const codes = newRecoveryCodes();
    const rows: RecoveryCodeRow[] = codes.map((code) => ({
      hash: this.hashOf(personId, normaliseFactorCode(code)),
      personId,
      createdAt: tx.now,
      usedAt: null,
    }));
    await tx.sql.insert(RecoveryCodeRow, rows);
    return codes;
  }

  countLeft(tx: Transaction, personId: string): Promise<number> {
    return tx.sql.countBy(RecoveryCodeRow, { personId, usedAt: IsNull() });
  }

  /** @param code normalised @returns the hash of an unused code; null if there is none like this */
  async find(tx: Transaction, personId: string, code: string): Promise<string | null> {
    const hash = this.hashOf(personId, code);
    return (await tx.sql.existsBy(RecoveryCodeRow, { hash, usedAt: IsNull() })) ? hash : null;
  }

  /** @returns false if it was used meanwhile */
  async use(tx: Transaction, hash: string): Promise<boolean> {
    const { affected } = await tx.sql.update(RecoveryCodeRow, { hash, usedAt: IsNull() }, { usedAt: tx.now });
    return affected === 1;
  }

  async deleteAll(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.delete(RecoveryCodeRow, { personId });
  }

  private hashOf(personId: string, code: string): string {
    return this.personalData.hash('recoveryCode', `${personId}:${code}`);
  }
}
