import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { inSpan, type Logger, type Metrics } from '@gongxiang/observability';
import type { DataSource, EntityManager } from 'typeorm';
import type { Store } from './store.js';
import { recordDoubt, unmarkDoubtful } from './doubt.js';
import { Nap } from './nap.js';
import { onRecorded } from './outbox.js';
import { traceHeaders } from './trace-headers.js';

const batchMax = 500;
const defaultPollMs = 1_000;
/** Until the next look of a relay that was kept from its turn: what its own process told may still wait. */
const keptWaitingMs = 100;
const afterFailureMs = 1_000;
const retentionDays = 31;
/** Shorter outages of NATS are not reported; the alert `OutboxStuck` uses the same threshold. */
const stuckSeconds = 30;

interface OutboxRow {
  position: bigint;
  id: string;
  subject: string;
  /** JSON. */
  envelope: string;
  traceparent: string | null;
}

/** Committed but unpublished events, counted up to some thousands. */
interface Backlog {
  readonly count: number;
  readonly ageSeconds: number;
}

interface RelayTools {
  readonly dataSource: DataSource;
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Publishes committed events. One relay per service works at a time, in whichever process holds the lock. If NATS
 * does not have the stream (yet or any more), the relay waits until the deployment has created it.
 */
export class Relay {
  private stopped = false;
  private readonly nap = new Nap();
  private running: Promise<void> = Promise.resolve();
  /** The NATS server process that acknowledged everything published so far; null before the first publish. */
  private server: string | null = null;
  /** The error of the last round, if it failed. */
  private failure: string | null = null;
  private backlog: Backlog = { count: 0, ageSeconds: 0 };
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly tools: RelayTools,
    /** Upper bound of its sleep when nothing in its own process wakes it. */
    private readonly pollMs = defaultPollMs,
  ) {}

  start(): void {
    this.unsubscribe = onRecorded(() => this.nap.wake());
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.nap.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const isAwaited = this.nap.takeWake();
      const published = await this.attempt(() => this.publishRound(isAwaited));
      if (typeof published === 'number' && published >= batchMax) this.nap.wake(); // there may be more
      // In an outage each commit would let it try again at once.
      if (published === 'failed' && !this.stopped) this.nap.takeWake();
      await this.nap.sleep(this.pauseAfter(published));
    }
  }

  private pauseAfter(published: number | 'kept waiting' | 'failed'): number {
    if (published === 'failed') return afterFailureMs;
    return published === 'kept waiting' ? Math.min(keptWaitingMs, this.pollMs) : this.pollMs;
  }

  /** Outages of the database or of NATS do not end the relay: they are logged, and it tries again. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | 'failed'> {
    try {
      const result = await work();
      this.failure = null;
      return result;
    } catch (error) {
      this.failure = String(error);
      if (!this.stopped)
        this.tools.logger.warn({ reason: String(error) }, 'the relay could not publish and will try again');
      return 'failed';
    }
  }

  /**
   * One round: new events first, then a few of those that NATS may have lost, so that new events never wait for all
   * of them. This is the one place where a transaction waits for the network: the lock must be held until the marks
   * are committed. The commit is asynchronous: events whose marks a crash of PostgreSQL loses are published again.
   * @param isAwaited something is known to be there, so that nobody has to look
   * @returns how many, unless another process holds the lock or NATS is not connected yet
   */
  private async publishRound(isAwaited: boolean): Promise<number | 'kept waiting'> {
    const { dataSource, store } = this.tools;
    const server = store.nats.info?.server_id;
    if (server === undefined) return 'kept waiting';
    if (!isAwaited && server === this.server && !(await this.isSomethingWaiting())) return 0;
    const published = await dataSource.transaction(async (sql) => {
      const [lock] = (await sql.query(
        `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0)) AS held,
                set_config('synchronous_commit', 'off', true),
                EXISTS (SELECT 1 FROM outbox_doubt WHERE ended_at IS NULL) AS doubted`,
      )) as [{ held: boolean; doubted: boolean }];
      return lock.held ? this.publishUnderLock(sql, server, lock.doubted) : 'kept waiting';
    });
    if (published !== 'kept waiting') this.server = server;
    return published;
  }

  /** One statement: an idle service asks this all the time, and a transaction would cost it four times as much. */
  private async isSomethingWaiting(): Promise<boolean> {
    const [row] = (await this.tools.dataSource.query(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE published_at IS NULL)
           OR EXISTS (SELECT 1 FROM outbox_doubt WHERE ended_at IS NULL) AS waits`,
    )) as [{ waits: boolean }];
    return row.waits;
  }

  private async publishUnderLock(sql: EntityManager, server: string, hasDoubt: boolean): Promise<number> {
    const isNewServer = server !== this.server;
    if (isNewServer) await recordDoubt(sql, { now: server, before: this.server });
    let published = await this.publishBatch(sql);
    if ((isNewServer || hasDoubt) && (await unmarkDoubtful(sql)) > 0)
      published += await this.publishBatch(sql);
    // Events acknowledged by another server are marked only once the doubt that its start raises has been recorded.
    if (this.tools.store.nats.info?.server_id !== server) throw new Error('NATS was restarted meanwhile');
    return published;
  }

  /** Publishes at most one batch, in the order of recording. */
  private async publishBatch(sql: EntityManager): Promise<number> {
    const rows: OutboxRow[] = await sql.query(
      `SELECT position, id, subject, envelope::text AS envelope, envelope->>'traceparent' AS traceparent
       FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT ${batchMax}`,
    );
    if (rows.length === 0) return 0;
    const stream = jetstream(this.tools.store.nats);
    await Promise.all(rows.map((row) => publishRow(stream, row)));
    await sql.query(`UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY($1::bigint[])`, [
      rows.map((row) => row.position.toString()),
    ]);
    return rows.length;
  }

  /**
   * A sentence for operators on why events are not published; null if none has waited long. As of the last {@link
   * measure}.
   */
  get warning(): string | null {
    const { count, ageSeconds } = this.backlog;
    if (ageSeconds <= stuckSeconds) return null;
    const reason = this.failure ?? 'this process does not fail; another one may hold the lock of the outbox';
    return `${count} events are not published, the oldest for ${Math.floor(ageSeconds)} s: ${reason}`;
  }

  /** Whether events waited when this was last measured. */
  get isBehind(): boolean {
    return this.backlog.count > 0;
  }

  /** Updates the metrics of what waits. Called periodically, not per event. */
  async measure(): Promise<void> {
    const [backlog] = (await this.tools.dataSource.query(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS "ageSeconds"
       FROM (SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 10000) AS waiting`,
    )) as [Backlog];
    this.backlog = backlog;
    this.tools.metrics.outboxUnpublished.set(backlog.count);
    this.tools.metrics.outboxAgeSeconds.set(backlog.ageSeconds);
  }

  /** Deletes old events. */
  async tidy(): Promise<void> {
    await this.tools.dataSource.query(
      // With an array the plan does not depend on the table's size: a join of thousands would be planned as a scan of
      // the whole table. So would the search without its order, while statistics do not know yet that all are new.
      `DELETE FROM outbox WHERE position = ANY(ARRAY(
         SELECT position FROM outbox WHERE published_at < now() - interval '${retentionDays} days'
         ORDER BY published_at LIMIT 5000))`,
    );
  }
}

/**
 * The envelope stays as it was recorded, even if it is published twice; the trace context of this publish is in a
 * header.
 */
function publishRow(
  stream: JetStreamClient,
  { id, subject, envelope, traceparent: recorded }: OutboxRow,
): Promise<unknown> {
  return inSpan(
    { name: `publish ${subject}`, kind: 'producer', attributes: { 'messaging.system': 'nats' } },
    (traceparent) =>
      stream.publish(subject, envelope, {
        msgID: id,
        timeout: 5_000,
        ...(traceparent === null ? {} : { headers: traceHeaders(traceparent) }),
      }),
    recorded,
  );
}
