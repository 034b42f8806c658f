import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { EntityManager } from 'typeorm';

/**
 * JetStream acknowledges before a message is on disk (`sync_interval`, two minutes by default). When the server
 * process has ended, everything acknowledged within twice that time is published again; inboxes make the duplicates
 * harmless. The window counts back from the last acknowledgement, not from the server's return: the outage in between
 * may have lasted for hours.
 */
const inDoubtSeconds = 2 * 120 + 10;
/** The batch size of the relay. */
const batchMax = 500;

/**
 * Ranges of events to publish again. They are stored in the database so that whichever replica holds the relay's lock
 * continues step by step, a replica that starts meanwhile adds nothing, and the work ends. One row per NATS server
 * process, so there are few.
 */
export class OutboxDoubt1763900000640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_doubt (
        -- What raised it: a server process that is met for the first time, or one that is gone.
        cause     text PRIMARY KEY,
        -- What was published from here on, and before the end, is in doubt; it moves on with each step.
        since     timestamptz NOT NULL,
        until     timestamptz NOT NULL,
        ended_at  timestamptz
      );
      -- The relay asks many times a second whether one is open; there hardly ever is.
      CREATE INDEX outbox_doubt_open ON outbox_doubt (until) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_doubt');
  }
}

/** The NATS server process that a relay is connected to now, and the one before. */
interface Servers {
  readonly now: string;
  /** Null if the relay has just started. */
  readonly before: string | null;
}

/**
 * Records that the events published last are in doubt, unless this was already recorded for the server. Must be
 * called under the relay's lock and before anything is published to the new server, as the last acknowledgement is
 * that of the previous one.
 */
export async function recordDoubt(sql: EntityManager, { now, before }: Servers): Promise<void> {
  const cause = before === null ? `met ${now}` : `left ${before}`;
  await sql.query(
    `WITH noted AS (
       INSERT INTO outbox_doubt (cause, since, until)
       SELECT $1, coalesce(max(published_at), now()) - make_interval(secs => $3), clock_timestamp() FROM outbox
       ON CONFLICT DO NOTHING)
     INSERT INTO outbox_doubt (cause, since, until, ended_at)
     -- A replica that starts now finds that this server is already known.
     SELECT $2, now(), now(), now() WHERE $1 <> $2 ON CONFLICT DO NOTHING`,
    [cause, `met ${now}`, inDoubtSeconds],
  );
}

/**
 * Clears the published mark of the next few doubtful events, earliest first, so that they are published again.
 * @returns how many; 0 ends the doubt
 */
export async function unmarkDoubtful(sql: EntityManager): Promise<number> {
  const [rows] = (await sql.query(
    `WITH doubt AS (
       SELECT cause, since, until FROM outbox_doubt WHERE ended_at IS NULL ORDER BY until LIMIT 1),
     found AS MATERIALIZED (
       SELECT position, published_at FROM outbox
       WHERE published_at >= (SELECT since FROM doubt) AND published_at < (SELECT until FROM doubt)
       ORDER BY published_at LIMIT ${batchMax}),
     taken AS (
       UPDATE outbox SET published_at = NULL WHERE position = ANY(ARRAY(SELECT position FROM found))
       RETURNING position)
     UPDATE outbox_doubt SET
       since = coalesce((SELECT max(published_at) FROM found), since),
       ended_at = CASE WHEN EXISTS (SELECT 1 FROM taken) THEN NULL ELSE now() END
     WHERE cause = (SELECT cause FROM doubt)
     RETURNING (SELECT count(*)::int FROM taken) AS count`,
  )) as [readonly { readonly count: number }[], number];
  return rows[0]?.count ?? 0;
}
