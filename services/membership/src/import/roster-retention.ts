import { Inject, Injectable } from '@nestjs/common';
import { OnDue, schedule, unschedule } from '@gongxiang/messaging/events';
import { FileStore } from '@gongxiang/messaging/files';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { MemberImportRow } from './member-import.entity.js';
import { MemberImportRepository } from './member-import.repository.js';

const rosterFileKind = 'roster-file';
const keptMs = 7 * 86_400_000;
const retryMs = 3_600_000;

/** From the end of an import on its file's days are numbered; another end, after a commit, begins the week anew. */
export function beginRetention(tx: Transaction, importId: string): Promise<void> {
  return schedule(tx, { kind: rosterFileKind, key: importId, at: new Date(tx.now.getTime() + keptMs) });
}

/** A roster holds names and numbers in the clear: it is there for a week, for a commit or a second look, and no longer. */
@Injectable()
export class RosterRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: MemberImportRepository,
    private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnDue(rosterFileKind)
  async drop(tx: Transaction, importId: string): Promise<void> {
    const row = await this.imports.findById(tx, importId);
    // One that was committed meanwhile begins the week anew at its end.
    if (row === null || row.finishedAt === null) return;
    // The store is reached after the commit, as it is another network; whoever dies on the way there comes again.
    await schedule(tx, { kind: rosterFileKind, key: importId, at: new Date(tx.now.getTime() + retryMs) });
    tx.afterCommit(() => void this.remove(row));
  }

  /** Never throws: nobody waits for it, and it is tried again. */
  private async remove(row: MemberImportRow): Promise<void> {
    try {
      await this.files.delete(row.fileKey);
      await this.transactions.system(continueTrace(undefined), (tx) =>
        unschedule(tx, rosterFileKind, row.id),
      );
    } catch (error) {
      this.logger.warn({ importId: row.id, reason: String(error) }, 'a roster is left for another try');
    }
  }
}
