import { hourMs } from '@gongxiang/domain';
import { continueTrace, type Logger } from '@gongxiang/observability';
import type { Transaction, Transactions } from '@gongxiang/persistence';
import { type DueWork, schedule, unschedule } from '../events/due.js';
import type { FileStore } from './file-store.js';

const retryMs = hourMs;

/** Deletes files that are no longer referenced, when they fall due. */
export class FileDrops {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly logger: Logger,
  ) {}

  /**
   * Call this from the handler of due work. The file store is contacted after the commit, as it is a network call;
   * the work stays due until the file is gone, so that a crash in between is retried within the hour.
   */
  async drop(tx: Transaction, work: Pick<DueWork, 'kind' | 'key'>, fileKey: string): Promise<void> {
    const { kind, key } = work;
    await schedule(tx, { kind, key, at: new Date(tx.now.getTime() + retryMs) });
    tx.afterCommit(() => void this.remove({ kind, key }, fileKey));
  }

  /** Never throws: nobody awaits it, and the due work retries it. */
  private async remove({ kind, key }: Pick<DueWork, 'kind' | 'key'>, fileKey: string): Promise<void> {
    try {
      await this.files.delete(fileKey);
      await this.transactions.system(continueTrace(undefined), (tx) => unschedule(tx, kind, key));
    } catch (error) {
      this.logger.warn({ kind, key, reason: String(error) }, 'a file is left for another try');
    }
  }
}
