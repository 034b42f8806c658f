import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was proved from the postings, when, and what did not agree. */
export class Reconciliations1763600423400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reconciliation (
        id               uuid PRIMARY KEY,
        state            text NOT NULL CHECK (state IN ('running', 'done')),
        checks_done      integer NOT NULL,
        compared         integer NOT NULL,
        difference_count integer NOT NULL,
        -- [{ check, subjectId, stated, found }], the first of each check.
        differences      jsonb NOT NULL DEFAULT '[]',
        -- Null: it came by itself, at night.
        requested_by     uuid,
        started_at       timestamptz NOT NULL,
        finished_at      timestamptz,
        CHECK ((state = 'done') = (finished_at IS NOT NULL))
      );
      -- One at a time: who asks meanwhile is shown the one that runs.
      CREATE UNIQUE INDEX reconciliation_running ON reconciliation (state) WHERE state = 'running';
      -- The first night; each notes the next.
      INSERT INTO due (kind, key, due_at, payload)
        VALUES ('reconcile-nightly', 'ledger', date_trunc('day', now(), 'UTC') + interval '1 day 18 hours 30 minutes', '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reconciliation;
      DELETE FROM due WHERE kind IN ('reconcile-ledger', 'reconcile-nightly');
    `);
  }
}
