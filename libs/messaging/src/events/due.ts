import type { Clock } from '@gongxiang/domain';
import { continueTrace, inNewTrace, type Logger, runWithTrace } from '@gongxiang/observability';
import { asksForRetry, settled, Transaction, type Transactions, writeAudit } from '@gongxiang/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { DueWorker } from './consumes.js';
import { bury } from './dead-letters.js';

/** Something to be done at a time: an opening, a deadline, a reminder. One row per kind and key. */
export interface DueWork {
  readonly kind: string;
  readonly key: string;
  readonly at: Date;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Notes work for later, in the transaction that makes it necessary; noting it again moves it. */
export async function schedule(tx: Transaction, work: DueWork): Promise<void> {
  await scheduleAll(tx, [work]);
}

/** The same for several in one statement. @param works no kind and key among them twice */
export async function scheduleAll(tx: Transaction, works: readonly DueWork[]): Promise<void> {
  if (works.length === 0) return;
  await tx.sql.query(
    `INSERT INTO due (kind, key, due_at, payload)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::jsonb[]) AS w(kind, key, at, payload)
     ORDER BY kind, key -- in one order everywhere: two who note the same must not wait for each other
     ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at, payload = excluded.payload, attempts = 0`,
    [
      works.map(({ kind }) => kind),
      works.map(({ key }) => key),
      works.map((work) => work.at),
      works.map(({ payload }) => JSON.stringify(payload ?? {})),
    ],
  );
}

export function unschedule(tx: Transaction, kind: string, key: string): Promise<void> {
  return unscheduleAll(tx, kind, [key]);
}

async function unscheduleAll(tx: Transaction, kind: string, keys: readonly string[]): Promise<void> {
  await tx.sql.query(`DELETE FROM due WHERE kind = $1 AND key = ANY($2)`, [kind, keys]);
}

const deadLetterPrefix = 'due-';

/** Notes work anew that had become a dead letter. @returns false for a letter that is not about due work */
export async function replayDue(
  dataSource: DataSource,
  letter: { readonly consumer: string; readonly subject: string; readonly data: unknown },
  now: Date,
): Promise<boolean> {
  if (letter.consumer !== `${deadLetterPrefix}${letter.subject}`) return false;
  const { kind, key, payload } = letter.data as DueRow;
  await dataSource.query(
    `INSERT INTO due (kind, key, due_at, payload) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, key) DO NOTHING`,
    [kind, key, now, JSON.stringify(payload)],
  );
  return true;
}

interface DueRow {
  kind: string;
  key: string;
  payload: unknown;
  attempts: number;
}

const pollMs = 200;
const triesMax = 8;

export interface DueTools {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly logger: Logger;
}

/** How many seconds the oldest due work has been waiting; 0 where nothing waits. */
export async function dueOverdue(dataSource: DataSource, now: Date): Promise<number> {
  const rows: { due_at: Date }[] = await dataSource.query(
    `SELECT due_at FROM due WHERE due_at <= $1 ORDER BY due_at LIMIT 1`,
    [now],
  );
  const at = rows[0]?.due_at;
  return at === undefined ? 0 : (now.getTime() - at.getTime()) / 1_000;
}

/**
 * Does what has fallen due, in any replica: a piece, or several of a kind that are done together, in a transaction that
 * also removes or postpones them.
 */
export class DueLoop {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

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
    let claimed: readonly DueRow[] = [];
    try {
      const traceparent = continueTrace(undefined);
      return await runWithTrace(traceparent, () =>
        this.tools.transactions.system(traceparent, async (tx) => {
          claimed = await this.claim(tx);
          return this.do(tx, claimed);
        }),
      );
    } catch (error) {
      if (claimed.length === 0)
        this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      for (const row of claimed) await this.postpone(this.tools.dataSource, row, error);
      return false;
    }
  }

  /**
   * The oldest, with others of its kind where they are done together. The lock is the claim: it is held until the work is
   * done or postponed, so that no other replica tries it meanwhile.
   */
  private async claim(tx: Transaction): Promise<DueRow[]> {
    const rows: DueRow[] = await tx.sql.query(
      `SELECT kind, key, payload, attempts FROM due WHERE due_at <= $1 AND kind = ANY($2)
       ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [this.clock.now(), [...this.workers.keys()]],
    );
    const [first] = rows;
    const max = this.workers.get(first?.kind ?? '')?.max ?? 1;
    // What has failed before is tried alone, so that it keeps no others from being done.
    if (first === undefined || max === 1 || first.attempts > 0) return rows;
    const others: DueRow[] = await tx.sql.query(
      `SELECT kind, key, payload, attempts FROM due WHERE due_at <= $1 AND kind = $2 AND key <> $3 AND attempts = 0
       ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [this.clock.now(), first.kind, first.key, max - 1],
    );
    return [first, ...others];
  }

  /** All at once; where that fails, one by one. @returns whether any was done */
  private async do(tx: Transaction, rows: readonly DueRow[]): Promise<boolean> {
    if (rows.length > 1 && (await this.try(tx, rows)) === null) return true;
    let didSomething = false;
    for (const row of rows) {
      const failure = await this.try(tx, [row]);
      if (failure === null) didSomething = true;
      else await this.postpone(tx.sql, row, failure.error);
    }
    return didSomething;
  }

  /**
   * The rows are gone if, and only if, the handler's work is committed. They go first, as a handler may note its work anew.
   * What a handler did that failed is taken back, and nothing else: the locks stay, and a postponement is committed
   * with them. @param rows of one kind @returns null when it was done
   */
  private async try(tx: Transaction, rows: readonly DueRow[]): Promise<{ readonly error: unknown } | null> {
    const kind = rows[0]?.kind ?? '';
    await tx.sql.query('SAVEPOINT work');
    try {
      await inNewTrace({ name: `due ${kind}`, kind: 'internal' }, async (traceparent) => {
        const call = traceparent === null ? tx.call : { ...tx.call, traceparent };
        // Nothing that a try before it has read or sent is left in it.
        const work = new Transaction(tx.sql, call, tx.now);
        await settled(work, async () => {
          await unscheduleAll(
            work,
            kind,
            rows.map(({ key }) => key),
          );
          await this.workers.get(kind)?.handle(work, rows);
          await writeAudit([work], `${kind}.due`);
        });
        tx.afterCommit(() => work.committed());
      });
      return null;
    } catch (error) {
      if (asksForRetry(error)) throw error;
      await tx.sql.query('ROLLBACK TO SAVEPOINT work');
      return { error };
    }
  }

  private async postpone(sql: Pick<EntityManager, 'query'>, row: DueRow, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    this.tools.logger.warn(
      { kind: row.kind, attempts, reason: String(error) },
      'due work failed and will be tried again',
    );
    try {
      if (attempts < triesMax) {
        const at = new Date(this.clock.now().getTime() + 2 ** attempts * 250);
        await sql.query(
          // A failure of the whole transaction has let the lock go: somebody may have moved or tried it meanwhile.
          `UPDATE due SET attempts = $3, due_at = $4 WHERE kind = $1 AND key = $2 AND attempts = $5 AND due_at <= $6`,
          [row.kind, row.key, attempts, at, row.attempts, this.clock.now()],
        );
        return;
      }
      await bury(sql, {
        consumer: `${deadLetterPrefix}${row.kind}`,
        subject: row.kind,
        envelope: { data: row },
        reason: `${row.key}: ${String(error)}`,
      });
      await sql.query(`DELETE FROM due WHERE kind = $1 AND key = $2 AND attempts = $3 AND due_at <= $4`, [
        row.kind,
        row.key,
        row.attempts,
        this.clock.now(),
      ]);
    } catch (outage) {
      this.tools.logger.warn(
        { reason: String(outage) },
        'failed due work could not be postponed; it stays due',
      );
    }
  }
}
