import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each closed activity: are the facts on which money rests those that were counted where people came? */
export class FactChecks1763600427100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fact_check (
        activity_id  uuid PRIMARY KEY,
        told_count   integer NOT NULL,
        told_hash    text NOT NULL,
        here_count   integer NOT NULL,
        here_heads   integer NOT NULL,
        here_hash    text NOT NULL,
        cost_pool_id uuid,
        problem      text CHECK (problem IN ('missing', 'surplus', 'different', 'poolBehind')),
        since        timestamptz,
        checked_at   timestamptz NOT NULL,
        CHECK ((problem IS NULL) = (since IS NULL))
      );
      -- Those that do not agree are few: they are listed, and counted every minute.
      CREATE INDEX fact_check_differing ON fact_check (activity_id) WHERE problem IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'fact-check'; DROP TABLE fact_check;`);
  }
}
