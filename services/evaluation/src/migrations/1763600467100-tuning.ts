import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums over the answers of a closed survey, and reports on the indicators that are computed from them and from scores. */
export class Tuning1763600467100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey_moment (
        survey_id           uuid PRIMARY KEY REFERENCES survey,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        -- From few answers their sums of products would tell what each of them was.
        answer_count        integer NOT NULL CHECK (answer_count >= 20),
        nodes               jsonb NOT NULL,
        frozen_on           date NOT NULL
      );
      -- The surveys of a season by one system.
      CREATE INDEX survey_moment_season ON survey_moment (indicator_system_id, frozen_on);

      CREATE TABLE tuning_report (
        id                  uuid PRIMARY KEY,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        weight_version_id   uuid REFERENCES weight_version,
        starts_on           date NOT NULL,
        ends_on             date NOT NULL CHECK (ends_on >= starts_on),
        counts              jsonb NOT NULL,
        detail              jsonb NOT NULL,
        findings            jsonb NOT NULL,
        inputs_hash         text NOT NULL,
        created_at          timestamptz NOT NULL,
        -- The same from the same exists once.
        UNIQUE (indicator_system_id, inputs_hash)
      );
      -- The reports on one system, newest first.
      CREATE INDEX tuning_report_list ON tuning_report (indicator_system_id, id DESC);

      -- The activities of a period, for reports.
      CREATE INDEX activity_ref_ends_at ON activity_ref (ends_at);
      -- The loans that were due in a period.
      CREATE INDEX loan_ref_ends_at ON loan_ref (ends_at);
    `);
    for (const table of ['survey_moment', 'tuning_report']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX loan_ref_ends_at, activity_ref_ends_at;
      DROP TABLE tuning_report, survey_moment;
    `);
  }
}
