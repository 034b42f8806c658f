import type { Clock } from '@gongxiang/domain';
import { continueTrace, inNewTrace, type Logger, runWithTrace } from '@gongxiang/observability';
import {
  asksForRetry,
  settled,
  type Transaction,
  type Transactions,
  writeAudit,
} from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import type { DueWorker } from './consumes.js';
import { bury } from './dead-letters.js';
import { isPassing, waitAfter } from './passing.js';
import { ClaimLost, type ClaimedDue, deadLetterPrefix, postponeClaimed, removeClaimed } from './due.js';

const pollMs = 200;
const triesMax = 8;
/** More than all replicas of a service have claimed at a time. */
const lookedAtMax = 1_000;
/** The claim of a row. It ends with its transaction, also where the process dies, and nobody ever waits for it. */
const claimSql = `pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.due/' || kind || '/' || key, 0))`;

export interface DueTools {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly logger: Logger;
}

type RowName = Pick<ClaimedDue, 'kind' | 'key'>;
interface Found extends RowName {
  readonly hasFailed: boolean;
}
const hasFailed = '(attempts > 0 OR waiting_since IS NOT NULL)';

/** What came of a look: whether the next one need not wait, and what is to be tried piece by piece. */
interface Taken {
  readonly didSomething: boolean;
  readonly alone: readonly RowName[];
}
const nothingDone: Taken = { didSomething: false, alone: [] };
const done: Taken = { didSomething: true, alone: [] };

/**
 * Does what has fallen due, in any replica: a piece, or several of a kind that are done together, in a transaction that
 * also removes or postpones them.
 */
export class DueLoop {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private readonly now = (): Date => this.clock.now();

  constructor(
    private readonly workers: ReadonlyMap<string, DueWorker>,
    private readonly clock: Clock,
    private readonly tools: DueTools,
  ) {}

  start(): void {
    if (this.workers.size > 0) this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const didSomething = await this.next();
      if (!didSomething) await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  /** @returns whether something was done, so that a backlog is worked off without pauses */
  private async next(): Promise<boolean> {
    const { didSomething, alone } = await this.take((tx) => this.findOldest(tx));
    const each: boolean[] = [];
    for (const row of alone) each.push((await this.take((tx) => this.claim(tx, [row]))).didSomething);
    return didSomething || each.includes(true);
  }

  private async take(find: (tx: Transaction) => Promise<readonly RowName[]>): Promise<Taken> {
    let claimed: readonly ClaimedDue[] = [];
    try {
      const traceparent = continueTrace(undefined);
      return await runWithTrace(traceparent, () =>
        this.tools.transactions.system(traceparent, async (tx) => {
          claimed = [];
          const found = await find(tx);
          if (found.length === 0) return nothingDone;
          claimed = await this.read(tx, found);
          // Another replica has done it between the look and the claim.
          return claimed.length === 0 ? done : this.do(tx, claimed);
        }),
      );
    } catch (error) {
      if (error instanceof ClaimLost) return done;
      if (claimed.length > 1) return { didSomething: false, alone: claimed };
      if (claimed.length === 0)
        this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      for (const row of claimed) await this.postponeAfterwards(row, error);
      return nothingDone;
    }
  }

  /** Claims the oldest that nobody is doing, with others of its kind where they are done together. */
  private async findOldest(tx: Transaction): Promise<readonly RowName[]> {
    const oldest: Found[] = await tx.sql.query(
      `SELECT kind, key, "hasFailed" FROM (
         SELECT kind, key, ${hasFailed} AS "hasFailed" FROM due WHERE due_at <= $1 AND kind = ANY($2) ORDER BY due_at LIMIT ${lookedAtMax}
       ) AS oldest WHERE ${claimSql} LIMIT 1`,
      [this.now(), [...this.workers.keys()]],
    );
    const [first] = oldest;
    const max = this.workers.get(first?.kind ?? '')?.max ?? 1;
    // What has failed before is tried alone, so that it keeps no others from being done.
    if (first === undefined || max === 1 || first.hasFailed) return oldest;
    const others: Found[] = await tx.sql.query(
      `SELECT kind, key, false AS "hasFailed" FROM (
         SELECT kind, key FROM due WHERE due_at <= $1 AND kind = $2 AND key <> $3 AND NOT ${hasFailed}
         ORDER BY due_at LIMIT ${lookedAtMax}
       ) AS others WHERE ${claimSql} LIMIT $4`,
      [this.now(), first.kind, first.key, max - 1],
    );
    return [first, ...others];
  }

  private async claim(tx: Transaction, rows: readonly RowName[]): Promise<readonly RowName[]> {
    return tx.sql.query(
      `SELECT kind, key FROM unnest($1::text[], $2::text[]) AS w(kind, key) WHERE ${claimSql}`,
      [rows.map(({ kind }) => kind), rows.map(({ key }) => key)],
    );
  }

  /** As they are now, as another replica may have done or moved them before the claim. @param rows of one kind */
  private async read(tx: Transaction, rows: readonly RowName[]): Promise<readonly ClaimedDue[]> {
    return tx.sql.query(
      `SELECT kind, key, payload, attempts, waiting_since AS "waitingSince", xmin::text AS version FROM due
       WHERE kind = $1 AND key = ANY($2) AND due_at <= $3 ORDER BY due_at`,
      [rows[0]?.kind, rows.map(({ key }) => key), this.now()],
    );
  }

  /** What fails together is tried one by one, each in a transaction of its own: so none holds the locks of another. */
  private async do(tx: Transaction, rows: readonly ClaimedDue[]): Promise<Taken> {
    const failure = await this.try(tx, rows);
    if (failure === null) return done;
    if (rows.length > 1) return { didSomething: false, alone: rows };
    for (const row of rows) await this.postpone(tx, row, failure.error);
    return nothingDone;
  }

  /**
   * The rows are gone if, and only if, the handler's work is committed. What a handler did that failed is taken back, and
   * nothing else: the claim stays, and a postponement is committed under it.
   * @param rows of one kind @returns null when it was done
   */
  private async try(
    tx: Transaction,
    rows: readonly ClaimedDue[],
  ): Promise<{ readonly error: unknown } | null> {
    const kind = rows[0]?.kind ?? '';
    await tx.sql.query('SAVEPOINT work');
    try {
      await inNewTrace({ name: `due ${kind}`, kind: 'internal' }, async (traceparent) => {
        // Nothing that a try before it has read or sent is left in it.
        const work = tx.part(tx.sql, traceparent === null ? tx.call : { ...tx.call, traceparent });
        await settled(work, async () => {
          // The removal is noted first, as a handler may note its work anew.
          removeClaimed(work, rows, this.now);
          await this.workers.get(kind)?.handle(work, rows);
          await writeAudit([work], `${kind}.due`);
        });
        tx.adopt(work);
      });
      return null;
    } catch (error) {
      if (asksForRetry(error)) throw error;
      await tx.sql.query('ROLLBACK TO SAVEPOINT work');
      return { error };
    }
  }

  private async postpone(tx: Transaction, row: ClaimedDue, error: unknown): Promise<void> {
    if (isPassing(error)) return this.wait(tx, row, error);
    const attempts = row.attempts + 1;
    this.tools.logger.warn(
      { kind: row.kind, attempts, reason: String(error) },
      'due work failed and will be tried again',
    );
    if (attempts < triesMax) {
      const at = new Date(this.now().getTime() + 2 ** attempts * 250);
      return postponeClaimed(tx, row, { at, attempts, waitingSince: null }, this.now);
    }
    const { kind, key, payload } = row;
    await bury(tx.sql, {
      consumer: `${deadLetterPrefix}${kind}`,
      subject: kind,
      envelope: { data: { kind, key, payload } },
      reason: `${key}: ${String(error)}`,
    });
    removeClaimed(tx, [row], this.now);
  }

  /** What may pass by itself is no try: it is looked at again for as long as it lasts. */
  private wait(tx: Transaction, row: ClaimedDue, error: unknown): void {
    const now = this.now();
    const waitingSince = row.waitingSince ?? now;
    const waitMs = waitAfter(now.getTime() - waitingSince.getTime());
    this.tools.logger.warn(
      { kind: row.kind, waitingSince, waitMs, reason: String(error) },
      'due work waits for what is on its way',
    );
    const at = new Date(now.getTime() + waitMs);
    postponeClaimed(tx, row, { at, attempts: row.attempts, waitingSince }, this.now);
  }

  /** The whole transaction has failed, and the claim has gone with it. */
  private async postponeAfterwards(row: ClaimedDue, error: unknown): Promise<void> {
    try {
      await this.tools.transactions.system(continueTrace(undefined), async (tx) => {
        const claimed = await this.claim(tx, [row]);
        if (claimed.length > 0) await this.postpone(tx, row, error);
      });
    } catch (outage) {
      if (outage instanceof ClaimLost) return;
      this.tools.logger.warn(
        { reason: String(outage) },
        'failed due work could not be postponed; it stays due',
      );
    }
  }
}
