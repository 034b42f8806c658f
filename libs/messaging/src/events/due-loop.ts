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
import { storeDeadLetter } from './dead-letters.js';
import { Nap } from './nap.js';
import { isTransient, nextDelay } from './transient-failure.js';
import {
  ClaimLost,
  type ClaimedDue,
  deadLetterPrefix,
  onScheduled,
  postponeClaimed,
  removeClaimed,
} from './due.js';

/** How long the loop sleeps where nothing that its own process schedules wakes it. */
interface Pauses {
  readonly busyMs: number;
  /** After some seconds in which this process scheduled nothing: for what falls due by the time, or comes from another replica. */
  readonly idleMs: number;
}
const defaultPauses: Pauses = { busyMs: 200, idleMs: 1_000 };
const staysBusyMs = 5_000;
const attemptsMax = 8;
/** More than all replicas of a service have claimed at any time. */
const scannedMax = 1_000;
/** Among so many of the oldest that are due, those are sought that lie near the first: see {@link OnDueTogether}. */
const nearScannedMax = 2_000;
/**
 * SQL of a row's claim: an advisory lock that ends with its transaction, even if the process dies, and that nobody
 * waits for.
 */
const claimSql = `pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.due/' || kind || '/' || key, 0))`;

interface DueTools {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly logger: Logger;
}

type RowName = Pick<ClaimedDue, 'kind' | 'key'>;
interface ScannedRow extends RowName {
  readonly hasFailed: boolean;
  readonly near: string | null;
}
const hasFailed = '(attempts > 0 OR waiting_since IS NOT NULL)';

/** The result of one round: whether to look again at once, and which rows are to be retried one by one. */
interface RoundResult {
  readonly hasWorked: boolean;
  readonly alone: readonly RowName[];
}
const idle: RoundResult = { hasWorked: false, alone: [] };
const worked: RoundResult = { hasWorked: true, alone: [] };

/**
 * Runs due work, in any replica: one item, or several of a kind that are handled together, in a transaction that also
 * removes or postpones them.
 */
export class DueLoop {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private readonly nap = new Nap();
  private busyUntil = 0;
  private unsubscribe: () => void = () => undefined;
  private readonly now = (): Date => this.clock.now();

  constructor(
    private readonly workers: ReadonlyMap<string, DueWorker>,
    private readonly clock: Clock,
    private readonly tools: DueTools,
    private readonly pauses = defaultPauses,
  ) {}

  start(): void {
    if (this.workers.size === 0) return;
    this.unsubscribe = onScheduled((at) => this.expect(at));
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.nap.wake();
    await this.running;
  }

  private expect(at: Date): void {
    this.busyUntil = performance.now() + staysBusyMs;
    if (at <= this.now()) this.nap.wake();
  }

  private async loop(): Promise<void> {
    let hasWorked = false;
    while (!this.stopped) {
      this.nap.takeWake();
      hasWorked = (hasWorked || (await this.isSomethingDue())) && (await this.runRound());
      if (!hasWorked) await this.nap.sleep(this.isBusy() ? this.pauses.busyMs : this.pauses.idleMs);
    }
  }

  private isBusy(): boolean {
    return performance.now() < this.busyUntil;
  }

  /** One statement: an idle service asks this all the time, and a transaction would cost it three times as much. */
  private async isSomethingDue(): Promise<boolean> {
    try {
      const found: unknown[] = await this.tools.dataSource.query(
        'SELECT 1 FROM due WHERE due_at <= $1 AND kind = ANY($2) LIMIT 1',
        [this.now(), [...this.workers.keys()]],
      );
      return found.length > 0;
    } catch (error) {
      this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      return false;
    }
  }

  /** @returns whether something was done, so that a backlog is processed without pauses */
  private async runRound(): Promise<boolean> {
    const { hasWorked: didSomething, alone } = await this.runClaimed((tx) => this.claimOldest(tx));
    const each: boolean[] = [];
    for (const row of alone) each.push((await this.runClaimed((tx) => this.claim(tx, [row]))).hasWorked);
    return didSomething || each.includes(true);
  }

  private async runClaimed(find: (tx: Transaction) => Promise<readonly RowName[]>): Promise<RoundResult> {
    let claimed: readonly ClaimedDue[] = [];
    try {
      const traceparent = continueTrace(undefined);
      return await runWithTrace(traceparent, () =>
        this.tools.transactions.system(traceparent, async (tx) => {
          claimed = [];
          const found = await find(tx);
          if (found.length === 0) return idle;
          claimed = await this.loadClaimed(tx, found);
          // Another replica has handled it between the scan and the claim.
          return claimed.length === 0 ? worked : this.process(tx, claimed);
        }),
      );
    } catch (error) {
      if (error instanceof ClaimLost) return worked;
      if (claimed.length > 1) return { hasWorked: false, alone: claimed };
      if (claimed.length === 0)
        this.tools.logger.warn({ reason: String(error) }, 'due work could not be read');
      for (const row of claimed) await this.postponeInNewTransaction(row, error);
      return idle;
    }
  }

  /** Claims the oldest unclaimed row, with others of its kind if they are handled together. */
  private async claimOldest(tx: Transaction): Promise<readonly RowName[]> {
    const oldest: ScannedRow[] = await tx.sql.query(
      `SELECT kind, key, "hasFailed", near FROM (
         SELECT kind, key, ${hasFailed} AS "hasFailed", payload->>'near' AS near FROM due WHERE due_at <= $1 AND kind = ANY($2) ORDER BY due_at LIMIT ${scannedMax}
       ) AS oldest WHERE ${claimSql} LIMIT 1`,
      [this.now(), [...this.workers.keys()]],
    );
    const [first] = oldest;
    const max = this.workers.get(first?.kind ?? '')?.max ?? 1;
    // A row that has failed before is retried alone, so that it does not block others.
    if (first === undefined || max === 1 || first.hasFailed) return oldest;
    const scanned = first.near === null ? scannedMax : nearScannedMax;
    // The inner limits keep the claim from being asked for rows that are not taken.
    const others: RowName[] = await tx.sql.query(
      `SELECT kind, key FROM (
         SELECT kind, key FROM (
           SELECT kind, key, payload->>'near' AS near, due_at FROM due
           WHERE due_at <= $1 AND kind = $2 AND key <> $3 AND NOT ${hasFailed} ORDER BY due_at LIMIT $6
         ) AS oldest ORDER BY near IS DISTINCT FROM $5, near < $5, near, due_at LIMIT $6
       ) AS others WHERE ${claimSql} LIMIT $4`,
      [this.now(), first.kind, first.key, max - 1, first.near, scanned],
    );
    return [first, ...others];
  }

  private async claim(tx: Transaction, rows: readonly RowName[]): Promise<readonly RowName[]> {
    return tx.sql.query(
      `SELECT kind, key FROM unnest($1::text[], $2::text[]) AS w(kind, key) WHERE ${claimSql}`,
      [rows.map(({ kind }) => kind), rows.map(({ key }) => key)],
    );
  }

  /**
   * Loads the current state of claimed rows: another replica may have handled or moved them before the claim. @param
   * rows of one kind
   */
  private async loadClaimed(tx: Transaction, rows: readonly RowName[]): Promise<readonly ClaimedDue[]> {
    return tx.sql.query(
      `SELECT kind, key, payload, attempts, waiting_since AS "waitingSince", xmin::text AS version FROM due
       WHERE kind = $1 AND key = ANY($2) AND due_at <= $3 ORDER BY due_at`,
      [rows[0]?.kind, rows.map(({ key }) => key), this.now()],
    );
  }

  /**
   * Rows that fail together are retried one by one, each in its own transaction, so that none holds the locks of
   * another.
   */
  private async process(tx: Transaction, rows: readonly ClaimedDue[]): Promise<RoundResult> {
    const failure = await this.attempt(tx, rows);
    if (failure === null) return worked;
    if (rows.length > 1) return { hasWorked: false, alone: rows };
    for (const row of rows) await this.postpone(tx, row, failure.error);
    return idle;
  }

  /**
   * The rows are removed if, and only if, the handler's work is committed. A failed handler is rolled back to the
   * savepoint, and nothing else: the claim stays, and the postponement is committed under it.
   * @param rows of one kind
   * @returns null on success
   */
  private async attempt(
    tx: Transaction,
    rows: readonly ClaimedDue[],
  ): Promise<{ readonly error: unknown } | null> {
    const kind = rows[0]?.kind ?? '';
    await tx.sql.query('SAVEPOINT work');
    try {
      await inNewTrace({ name: `due ${kind}`, kind: 'internal' }, async (traceparent) => {
        // A fresh part, so that nothing cached or sent by an earlier attempt remains.
        const work = tx.part(tx.sql, traceparent === null ? tx.call : { ...tx.call, traceparent });
        await settled(work, async () => {
          // The removal comes first, as the handler may schedule the same work again.
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
    if (isTransient(error)) return this.postponeTransient(tx, row, error);
    const attempts = row.attempts + 1;
    this.tools.logger.warn(
      { kind: row.kind, attempts, reason: String(error) },
      'due work failed and will be tried again',
    );
    if (attempts < attemptsMax) {
      const at = new Date(this.now().getTime() + 2 ** attempts * 250);
      return postponeClaimed(tx, row, { at, attempts, waitingSince: null }, this.now);
    }
    const { kind, key, payload } = row;
    await storeDeadLetter(tx.sql, {
      consumer: `${deadLetterPrefix}${kind}`,
      subject: kind,
      envelope: { data: { kind, key, payload } },
      reason: `${key}: ${String(error)}`,
    });
    removeClaimed(tx, [row], this.now);
  }

  /** Transient failures do not count as attempts: the row is retried for as long as they last. */
  private postponeTransient(tx: Transaction, row: ClaimedDue, error: unknown): void {
    const now = this.now();
    const waitingSince = row.waitingSince ?? now;
    const waitMs = nextDelay(now.getTime() - waitingSince.getTime());
    this.tools.logger.warn(
      { kind: row.kind, waitingSince, waitMs, reason: String(error) },
      'due work waits for what is on its way',
    );
    const at = new Date(now.getTime() + waitMs);
    postponeClaimed(tx, row, { at, attempts: row.attempts, waitingSince }, this.now);
  }

  /** The whole transaction has failed, and its claim is gone. */
  private async postponeInNewTransaction(row: ClaimedDue, error: unknown): Promise<void> {
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
