import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { EntityManager } from 'typeorm';

/**
 * JetStream acknowledges before it is on disk (`sync_interval`, two minutes where nothing else is set). When its process has
 * ended, whatever was acknowledged within twice that is published again; inboxes make the second copy harmless. It counts back
 * from the last acknowledgement, not from when the server is back: the outage between them may have lasted for hours.
 */
const inDoubtSeconds = 2 * 120 + 10;
/** As few as are published at a time. */
const stepRows = 500;

/**
 * What is to be published again, noted in the database: so whichever replica has the relay's lock goes on with it, step by
 * step, one that starts meanwhile adds nothing to it, and it ends. One row for each server process of NATS, which is few.
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

/** Which server process of NATS a relay is connected to now, and which one it was connected to before. */
export interface Servers {
  readonly now: string;
  /** Null where the relay has just started. */
  readonly before: string | null;
}

/**
 * Notes that what was published last is in doubt, unless somebody has noted it for this server already. To be called under the
 * relay's lock and before anything is published there, as the last acknowledgement is that of the server before.
 */
export async function raiseDoubt(sql: EntityManager, { now, before }: Servers): Promise<void> {
  const cause = before === null ? `met ${now}` : `left ${before}`;
  await sql.query(
    `WITH noted AS (
       INSERT INTO outbox_doubt (cause, since, until)
       SELECT $1, coalesce(max(published_at), now()) - make_interval(secs => $3), clock_timestamp() FROM outbox
       ON CONFLICT DO NOTHING)
     INSERT INTO outbox_doubt (cause, since, until, ended_at)
     -- Who starts now finds that this server was met.
     SELECT $2, now(), now(), now() WHERE $1 <> $2 ON CONFLICT DO NOTHING`,
    [cause, `met ${now}`, inDoubtSeconds],
  );
}

/**
 * Takes the marks back of the next few events that are in doubt, the earliest first, so that they are published again.
 * @returns how many; where there are none, the doubt has ended
 */
export async function takeBack(sql: EntityManager): Promise<number> {
  const [rows] = (await sql.query(
    `WITH doubt AS (
       SELECT cause, since, until FROM outbox_doubt WHERE ended_at IS NULL ORDER BY until LIMIT 1),
     found AS MATERIALIZED (
       SELECT position, published_at FROM outbox
       WHERE published_at >= (SELECT since FROM doubt) AND published_at < (SELECT until FROM doubt)
       ORDER BY published_at LIMIT ${stepRows}),
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
