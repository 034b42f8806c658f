import { dayMs } from '@gongxiang/domain';
import { Inject, Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { FileStore, type KeptRecord } from '@gongxiang/messaging/files';
import { LOGGER } from '@gongxiang/messaging/service';
import { continueTrace, type Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { StoredFileRepository } from './stored-file.repository.js';
import { isOld } from './sweep.model.js';

/** Due work: find stored files that no row references, once a day. */
export const sweepDue = 'file-sweep';
/** As this service calls itself where it stores files. */
const keeper = 'sharing';
const everyMs = dayMs;
const perPage = 200;

/**
 * Removes files of this service that no row references. Each file's removal is scheduled before it is stored; the
 * sweep finds files whose schedule is gone as well: after restoring a database from a backup, or a store from another
 * day.
 */
@Injectable()
export class FileSweep {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly rows: StoredFileRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnDue(sweepDue)
  async begin(tx: Transaction, key: string): Promise<void> {
    await schedule(tx, { kind: sweepDue, key, at: new Date(tx.now.getTime() + everyMs) });
    tx.afterCommit(() => void this.sweep());
  }

  /** Never throws: nobody waits for it, and it runs again the next day. */
  private async sweep(): Promise<void> {
    try {
      let removed = 0;
      for (let after: number | null = 0; after !== null;) {
        const page = await this.files.listKept(keeper, after, perPage);
        for (const key of await this.unnamed(page.items)) {
          await this.files.delete(key);
          removed += 1;
        }
        after = page.next;
      }
      if (removed > 0) this.logger.info({ removed }, 'files that nothing referred to were removed');
    } catch (error) {
      this.logger.warn({ reason: String(error) }, 'files that nothing refers to are left for another day');
    }
  }

  private unnamed(records: readonly KeptRecord[]): Promise<string[]> {
    return this.transactions.system(continueTrace(undefined), async (tx) => {
      const old = records.filter((record) => isOld(record, tx.now));
      if (old.length === 0) return [];
      const named = await this.rows.namedAmong(tx, old);
      return old.map(({ key }) => key).filter((key) => !named.has(key));
    });
  }
}
