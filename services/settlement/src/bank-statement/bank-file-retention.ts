import { Inject, Injectable } from '@nestjs/common';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileStore } from '@gongxiang/messaging/files';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { BankStatementRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';

const bankFileKind = 'bank-file';
const keptMs = 7 * 86_400_000;
const retryMs = 3_600_000;

/** From the import on the days of its file are numbered. */
export function beginRetention(tx: Transaction, statementId: string): Promise<void> {
  return schedule(tx, { kind: bankFileKind, key: statementId, at: new Date(tx.now.getTime() + keptMs) });
}

/** An export of a bank has names and numbers of accounts in the clear: it is there for a week, for a second look, and no longer. */
@Injectable()
export class BankFileRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnDue(bankFileKind)
  async drop(tx: Transaction, statementId: string): Promise<void> {
    const row = await this.statements.findById(tx, statementId);
    if (row === null) return;
    // The store is reached after the commit, as it is another network; whoever dies on the way there comes again.
    await schedule(tx, { kind: bankFileKind, key: statementId, at: new Date(tx.now.getTime() + retryMs) });
    tx.afterCommit(() => void this.remove(row));
  }

  /** Never throws: nobody waits for it, and it is tried again. */
  private async remove(row: BankStatementRow): Promise<void> {
    try {
      await this.files.delete(row.fileKey);
      await this.transactions.system(continueTrace(undefined), (tx) => unschedule(tx, bankFileKind, row.id));
    } catch (error) {
      this.logger.warn({ statementId: row.id, reason: String(error) }, 'a bank file is left for another try');
    }
  }
}
