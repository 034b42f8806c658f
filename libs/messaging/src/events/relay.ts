import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { inSpan, type Logger, type Metrics } from '@gongxiang/observability';
import type { DataSource } from 'typeorm';
import type { Store } from '../files/store.js';
import { onRecorded } from './outbox.js';
import { traceHeaders } from './trace-headers.js';

const batchMax = 500;
const defaultPollMs = 100;
/**
 * JetStream acknowledges before it is on disk (`sync_interval`, two minutes where nothing else is set). After a
 * reconnect, whatever was acknowledged within twice that is published again; inboxes make the second copy harmless. It
 * counts back from the last acknowledgement, not from the reconnect: the outage between them may have lasted for hours.
 */
const republishWithinSeconds = 2 * 120 + 10;
const keptDays = 31;

interface OutboxRow {
  position: bigint;
  id: string;
  subject: string;
  /** In JSON. */
  envelope: string;
  traceparent: string | null;
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
  /** When NATS came (back) and nothing was published again yet; at first, at the start of the process. */
  private doubtedAt: number | null = Date.now();
  /**
   * From when on everything is in doubt, until something is published again: what was taken back is no longer the last
   * acknowledged, so that a connection that comes and goes would count back further each time.
   */
  private doubtedSince: Date | null = null;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly tools: RelayTools,
    /** How long it sleeps at most, when nothing in its own process wakes it. */
    private readonly pollMs = defaultPollMs,
  ) {}

  start(): void {
    this.unsubscribe = onRecorded(() => this.wake());
    this.running = this.loop();
    void this.watchConnection();
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
      const published = await this.attempt(() => this.step());
      if (published === batchMax || (published !== null && this.isWoken)) continue;
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
      return await work();
    } catch (error) {
      if (!this.stopped)
        this.tools.logger.warn({ reason: String(error) }, 'the relay could not publish and will try again');
      return null;
    }
  }

  private async watchConnection(): Promise<void> {
    for await (const status of this.tools.store.nats.status()) {
      if (status.type !== 'reconnect') continue;
      this.doubtedAt = Date.now();
      this.wake();
    }
  }

  /** One turn: what NATS may have lost is published again first, and stays in doubt until the database has taken note. */
  private async step(): Promise<number> {
    const { doubtedAt } = this;
    if (doubtedAt !== null) {
      this.doubtedSince ??= await this.firstInDoubt();
      await this.tools.dataSource.query(`UPDATE outbox SET published_at = NULL WHERE published_at > $1`, [
        this.doubtedSince,
      ]);
      if (this.doubtedAt === doubtedAt) this.doubtedAt = null;
    }
    const published = await this.publishBatch();
    if (published !== null) this.doubtedSince = null;
    return published ?? 0;
  }

  private async firstInDoubt(): Promise<Date> {
    const [found] = (await this.tools.dataSource.query(
      `SELECT coalesce(max(published_at), now()) - interval '${republishWithinSeconds} seconds' AS since FROM outbox`,
    )) as [{ since: Date }];
    return found.since;
  }

  /**
   * The one place where a transaction waits for the network: the lock must be held until the marks are committed.
   * Their commit waits for no disk: marks that a crash of PostgreSQL takes back are of events that are published again.
   * @returns null where another process is at it
   */
  private async publishBatch(): Promise<number | null> {
    return this.tools.dataSource.transaction(async (sql) => {
      const [lock] = (await sql.query(
        `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0)) AS held,
                set_config('synchronous_commit', 'off', true)`,
      )) as [{ held: boolean }];
      if (!lock.held) return null;
      const rows: OutboxRow[] = await sql.query(
        `SELECT position, id, subject, envelope::text AS envelope, envelope->>'traceparent' AS traceparent
         FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT ${batchMax}`,
      );
      if (rows.length === 0) return 0;
      const stream = jetstream(this.tools.store.nats);
      await Promise.all(rows.map((row) => publish(stream, row)));
      await sql.query(`UPDATE outbox SET published_at = $2 WHERE position = ANY($1::bigint[])`, [
        rows.map((row) => row.position.toString()),
        new Date(),
      ]);
      return rows.length;
    });
  }

  /** Reads the backlog into the metrics, and removes what is long told. Called now and then, not per event. */
  async tidy(): Promise<void> {
    const [backlog] = (await this.tools.dataSource.query(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float AS age
       FROM (SELECT created_at FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT 10000) AS waiting`,
    )) as [{ count: number; age: number }];
    this.tools.metrics.outboxUnpublished.set(backlog.count);
    this.tools.metrics.outboxAgeSeconds.set(backlog.age);
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
