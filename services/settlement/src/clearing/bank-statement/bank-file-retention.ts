import { Injectable } from '@nestjs/common';
import { dayMs } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { BankStatementRepository } from './bank-statement.repository.js';

const bankFileKind = 'bank-file';
const retentionMs = 7 * dayMs;

/** Schedules the deletion of an imported file. */
export function scheduleDeletion(tx: Transaction, statementId: string): Promise<void> {
  return schedule(tx, { kind: bankFileKind, key: statementId, at: new Date(tx.now.getTime() + retentionMs) });
}

/**
 * Deletes bank exports after a week: they contain names and account numbers in plain text and are only needed for a
 * second look.
 */
@Injectable()
export class BankFileRetention {
  constructor(
    private readonly statements: BankStatementRepository,
    private readonly drops: FileDrops,
  ) {}

  @OnDue(bankFileKind)
  async delete(tx: Transaction, statementId: string): Promise<void> {
    const row = await this.statements.findById(tx, statementId);
    if (row !== null) await this.drops.drop(tx, { kind: bankFileKind, key: statementId }, row.fileKey);
  }
}
