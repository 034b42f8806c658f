import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standing orders to ask those who came; and of each survey, once it is closed, how many came and fetched a token. */
export class SurveyPlans1763600463100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey_plan (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        union_id            uuid NOT NULL,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        questions           jsonb NOT NULL,
        days_open           integer NOT NULL CHECK (days_open BETWEEN 1 AND 60),
        valid_from          date NOT NULL,
        state               text NOT NULL CHECK (state IN ('active', 'ended')),
        created_at          timestamptz NOT NULL,
        ended_at            timestamptz,
        CHECK ((state = 'ended') = (ended_at IS NOT NULL))
      );
      -- One in force for each union, so that it is clear which one asks.
      CREATE UNIQUE INDEX survey_plan_in_force ON survey_plan (union_id) WHERE state = 'active';

      ALTER TABLE survey
        ADD COLUMN plan_id uuid REFERENCES survey_plan,
        ADD COLUMN came_count integer CHECK (came_count >= 0),
        ADD COLUMN token_count integer CHECK (token_count >= 0),
        -- While it is open they would be a running total.
        ADD CONSTRAINT survey_counts_after_close
          CHECK (state = 'closed' OR (came_count IS NULL AND token_count IS NULL)),
        ADD CONSTRAINT survey_counts_together CHECK ((came_count IS NULL) = (token_count IS NULL));
      -- How many surveys a standing order has opened.
      CREATE INDEX survey_plan_surveys ON survey (plan_id) WHERE plan_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey DROP COLUMN token_count, DROP COLUMN came_count, DROP COLUMN plan_id;
      DROP TABLE survey_plan;
    `);
  }
}
