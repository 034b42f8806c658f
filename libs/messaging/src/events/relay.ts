import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { inSpan, type Logger, type Metrics } from '@gongxiang/observability';
import type { DataSource, EntityManager } from 'typeorm';
import type { Store } from './store.js';
import { raiseDoubt, takeBack } from './doubt.js';
import { onRecorded } from './outbox.js';
import { traceHeaders } from './trace-headers.js';

const batchMax = 500;
const defaultPollMs = 100;
const keptDays = 31;
/** An outage of NATS that is shorter is nothing to tell; the alert `OutboxStuck` begins there as well. */
const stuckSeconds = 30;

interface OutboxRow {
  position: bigint;
  id: string;
  subject: string;
  /** In JSON. */
  envelope: string;
  traceparent: string | null;
}

/** What is committed and not told, counted up to some thousands. */
interface Backlog {
  readonly count: number;
  readonly ageSeconds: number;
}

export interface RelayTools {
  readonly dataSource: DataSource;
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Publishes what was committed. One relay per service works at a time, in whatever process gets the lock. Where NATS does not
 * have the stream yet, or any more, it waits until the deployment has made it.
 */
export class Relay {
  private stopped = false;
  private idle: (() => void) | null = null;
  private isWoken = false;
  private running: Promise<void> = Promise.resolve();
  /** The server process of NATS on which everything before was published; null until something could be. */
  private server: string | null = null;
  /** What the last turn failed with, where it did. */
  private failure: string | null = null;
  private backlog: Backlog = { count: 0, ageSeconds: 0 };
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly tools: RelayTools,
    /** How long it sleeps at most, when nothing in its own process wakes it. */
    private readonly pollMs = defaultPollMs,
  ) {}

  start(): void {
    this.unsubscribe = onRecorded(() => this.wake());
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.wake();
    await this.running;
  }

  wake(): void {
    this.isWoken = true;
    this.idle?.();
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.isWoken = false;
      const published = await this.attempt(() => this.publish());
      if (published !== null && (published >= batchMax || this.isWoken)) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, published === null ? 1_000 : this.pollMs);
        this.idle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.idle = null;
    }
  }

  /** An outage of the database or of NATS is not the end of the relay: it says so and tries again. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work();
      this.failure = null;
      return done;
    } catch (error) {
      this.failure = String(error);
      if (!this.stopped)
        this.tools.logger.warn({ reason: String(error) }, 'the relay could not publish and will try again');
      return null;
    }
  }

  /**
   * One turn: what is new, and then a few of those that NATS may have lost, so that nothing new waits for all of them. The one
   * place where a transaction waits for the network: the lock must be held until the marks are committed. Their commit waits for
   * no disk: marks that a crash of PostgreSQL takes back are of events that are published again.
   * @returns how many; none where another process is at it
   */
  private async publish(): Promise<number> {
    const { dataSource, store } = this.tools;
    const server = store.nats.info?.server_id;
    if (server === undefined) return 0; // not connected yet
    const published = await dataSource.transaction(async (sql) => {
      const [lock] = (await sql.query(
        `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0)) AS held,
                set_config('synchronous_commit', 'off', true),
                EXISTS (SELECT 1 FROM outbox_doubt WHERE ended_at IS NULL) AS doubted`,
      )) as [{ held: boolean; doubted: boolean }];
      return lock.held ? this.turn(sql, server, lock.doubted) : null;
    });
    if (published !== null) this.server = server;
    return published ?? 0;
  }

  private async turn(sql: EntityManager, server: string, isDoubted: boolean): Promise<number> {
    const isOther = server !== this.server;
    if (isOther) await raiseDoubt(sql, { now: server, before: this.server });
    let published = await this.publishWaiting(sql);
    if ((isOther || isDoubted) && (await takeBack(sql)) > 0) published += await this.publishWaiting(sql);
    // What has reached another server is marked only once the doubt is noted that its start raises.
    if (this.tools.store.nats.info?.server_id !== server) throw new Error('NATS was started anew meanwhile');
    return published;
  }

  /** At most a batch, in the order of recording. */
  private async publishWaiting(sql: EntityManager): Promise<number> {
    const rows: OutboxRow[] = await sql.query(
      `SELECT position, id, subject, envelope::text AS envelope, envelope->>'traceparent' AS traceparent
       FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT ${batchMax}`,
    );
    if (rows.length === 0) return 0;
    const stream = jetstream(this.tools.store.nats);
    await Promise.all(rows.map((row) => publish(stream, row)));
    await sql.query(`UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY($1::bigint[])`, [
      rows.map((row) => row.position.toString()),
    ]);
    return rows.length;
  }

  /** In a sentence, for people, what keeps events from being told; null where none has waited long. As of the last {@link tidy}. */
  get warning(): string | null {
    const { count, ageSeconds } = this.backlog;
    if (ageSeconds <= stuckSeconds) return null;
    const reason = this.failure ?? 'this process does not fail; another one may hold the lock of the outbox';
    return `${count} events are not told, the oldest for ${Math.floor(ageSeconds)} s: ${reason}`;
  }

  /** Reads the backlog into the metrics, and removes what is long told. Called now and then, not per event. */
  async tidy(): Promise<void> {
    const [backlog] = (await this.tools.dataSource.query(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS "ageSeconds"
       FROM (SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 10000) AS waiting`,
    )) as [Backlog];
    this.backlog = backlog;
    this.tools.metrics.outboxUnpublished.set(backlog.count);
    this.tools.metrics.outboxAgeSeconds.set(backlog.ageSeconds);
    await this.tools.dataSource.query(
      // An array, as forgetting must not read all that is kept: a join of thousands is planned as a scan of the whole table.
      `DELETE FROM outbox WHERE position = ANY(ARRAY(
         SELECT position FROM outbox WHERE published_at < now() - interval '${keptDays} days' LIMIT 5000))`,
    );
  }
}

/** The envelope stays as it was recorded, also where it is told twice; the way it takes this time is in a header. */
function publish(
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
