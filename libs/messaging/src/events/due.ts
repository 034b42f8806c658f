import type { Clock } from '@gongxiang/domain';
import { continueTrace, type Logger, runWithTrace } from '@gongxiang/observability';
import type { Transaction, Transactions } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
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
  await tx.sql.query(
    `INSERT INTO due (kind, key, due_at, payload) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at, payload = excluded.payload, attempts = 0`,
    [work.kind, work.key, work.at, JSON.stringify(work.payload ?? {})],
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

/** Does what has fallen due: each piece in a transaction of its own, which also removes it, in any replica, once. */
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

  /** @returns whether there was something to do, so that a backlog is worked off without pauses */
  private async next(): Promise<boolean> {
    let claimed: DueRow | undefined;
    try {
      const traceparent = continueTrace(undefined);
      return await runWithTrace(traceparent, () =>
        this.tools.transactions.system(traceparent, async (tx) => {
          claimed = await this.claim(tx);
          if (claimed === undefined) return false;
          const handle = this.handlers.get(claimed.kind);
          await handle?.(tx, claimed.key, claimed.payload);
          return true;
        }),
      );
    } catch (error) {
      if (claimed === undefined)
        this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      else await this.postpone(claimed, error);
      return false;
    }
  }

  /** Removing the row is the claim: it is gone if, and only if, the handler's work is committed. */
  private async claim(tx: Transaction): Promise<DueRow | undefined> {
    const [rows] = (await tx.sql.query(
      `DELETE FROM due WHERE (kind, key) = (
         SELECT kind, key FROM due WHERE due_at <= $1 AND kind = ANY($2) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING kind, key, payload, attempts`,
      [this.clock.now(), [...this.handlers.keys()]],
    )) as [DueRow[], number];
    return rows[0];
  }

  private async postpone(row: DueRow, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    this.tools.logger.warn(
      { kind: row.kind, attempts, reason: String(error) },
      'due work failed and will be tried again',
    );
    try {
      if (attempts < triesMax) {
        const at = new Date(this.clock.now().getTime() + 2 ** attempts * 250);
        await this.tools.dataSource.query(
          // Unless somebody moved it meanwhile, or another replica has tried it too.
          `UPDATE due SET attempts = $3, due_at = $4 WHERE kind = $1 AND key = $2 AND attempts = $5 AND due_at <= $6`,
          [row.kind, row.key, attempts, at, row.attempts, this.clock.now()],
        );
        return;
      }
      const reason = `${row.key}: ${String(error)}`;
      await bury(this.tools.dataSource, {
        consumer: `${deadLetterPrefix}${row.kind}`,
        subject: row.kind,
        envelope: { data: row },
        reason,
      });
      await this.tools.dataSource.query(
        `DELETE FROM due WHERE kind = $1 AND key = $2 AND attempts = $3 AND due_at <= $4`,
        [row.kind, row.key, row.attempts, this.clock.now()],
      );
    } catch (outage) {
      this.tools.logger.warn(
        { reason: String(outage) },
        'failed due work could not be postponed; it stays due',
      );
    }
  }
}
