import type { Clock } from '@gongxiang/domain';
import { continueTrace, inNewTrace, type Logger, runWithTrace } from '@gongxiang/observability';
import {
  asksForRetry,
  settled,
  type Transaction,
  type Transactions,
  writeAudit,
} from '@gongxiang/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { DueHandler } from './consumes.js';
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
      ...[works.map(({ kind }) => kind), works.map(({ key }) => key), works.map((work) => work.at)],
      works.map(({ payload }) => JSON.stringify(payload ?? {})),
    ],
  );
}

export async function unschedule(tx: Transaction, kind: string, key: string): Promise<void> {
  await tx.sql.query(`DELETE FROM due WHERE kind = $1 AND key = $2`, [kind, key]);
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

/** Does what has fallen due: each piece in a transaction of its own, which also removes or postpones it, in any replica. */
export class DueLoop {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly handlers: ReadonlyMap<string, DueHandler>,
    private readonly clock: Clock,
    private readonly tools: DueTools,
  ) {}

  start(): void {
    if (this.handlers.size > 0) this.running = this.loop();
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
    let claimed: DueRow | undefined;
    try {
      const traceparent = continueTrace(undefined);
      return await runWithTrace(traceparent, () =>
        this.tools.transactions.system(traceparent, async (tx) => {
          claimed = await this.claim(tx);
          return claimed !== undefined && (await this.try(tx, claimed));
        }),
      );
    } catch (error) {
      if (claimed === undefined)
        this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      else await this.postpone(this.tools.dataSource, claimed, error);
      return false;
    }
  }

  /** The lock is the claim: it is held until the work is done or postponed, so that no other replica tries it meanwhile. */
  private async claim(tx: Transaction): Promise<DueRow | undefined> {
    const rows: DueRow[] = await tx.sql.query(
      `SELECT kind, key, payload, attempts FROM due WHERE due_at <= $1 AND kind = ANY($2)
       ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [this.clock.now(), [...this.handlers.keys()]],
    );
    return rows[0];
  }

  /**
   * The row is gone if, and only if, the handler's work is committed. It goes first, as a handler may note its work anew.
   * What a handler did that failed is taken back, and nothing else: the lock stays, and the postponement is committed
   * with it. @returns whether it was done
   */
  private async try(tx: Transaction, row: DueRow): Promise<boolean> {
    await tx.sql.query('SAVEPOINT work');
    try {
      await inNewTrace({ name: `due ${row.kind}`, kind: 'internal' }, async (traceparent) => {
        const call = traceparent === null ? tx.call : { ...tx.call, traceparent };
        const work = tx.of(call);
        await settled(work, async () => {
          await unschedule(work, row.kind, row.key);
          await this.handlers.get(row.kind)?.(work, row.key, row.payload);
          await writeAudit([work], `${row.kind}.due`);
        });
        tx.afterCommit(() => work.committed());
      });
      return true;
    } catch (error) {
      if (asksForRetry(error)) throw error;
      await tx.sql.query('ROLLBACK TO SAVEPOINT work');
      await this.postpone(tx.sql, row, error);
      return false;
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
