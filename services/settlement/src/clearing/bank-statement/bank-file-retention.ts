import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileDrops } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { BankStatementRepository } from './bank-statement.repository.js';

const bankFileKind = 'bank-file';
const keptMs = 7 * 86_400_000;

/** From the import on the days of its file are numbered. */
export function beginRetention(tx: Transaction, statementId: string): Promise<void> {
  return schedule(tx, { kind: bankFileKind, key: statementId, at: new Date(tx.now.getTime() + keptMs) });
}

/** An export of a bank has names and numbers of accounts in the clear: it is there for a week, for a second look, and no longer. */
@Injectable()
export class BankFileRetention {
  constructor(
    private readonly statements: BankStatementRepository,
    private readonly drops: FileDrops,
  ) {}

  @OnDue(bankFileKind)
  async drop(tx: Transaction, statementId: string): Promise<void> {
    const row = await this.statements.findById(tx, statementId);
    if (row !== null) await this.drops.drop(tx, { kind: bankFileKind, key: statementId }, row.fileKey);
  }
}
