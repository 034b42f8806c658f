import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scores and rankings as they were computed, with what they were computed from. Never changed: a new one is computed. */
export class Scores1763600440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score (
        id                uuid PRIMARY KEY,
        activity_id       uuid NOT NULL,
        weight_version_id uuid NOT NULL REFERENCES weight_version,
        survey_id         uuid REFERENCES survey,
        missing           text NOT NULL CHECK (missing IN ('omit', 'zero')),
        score             double precision CHECK (score BETWEEN -1e-9 AND 100.000000001),
        inputs            jsonb NOT NULL,
        inputs_hash       text NOT NULL,
        detail            jsonb NOT NULL,
        created_at        timestamptz NOT NULL,
        -- The same from the same exists once.
        UNIQUE (activity_id, weight_version_id, inputs_hash)
      );
      -- The newest score of each activity under one weight version.
      CREATE INDEX score_of_version ON score (weight_version_id, activity_id, id DESC);
      -- The scores of one activity, newest first.
      CREATE INDEX score_of_activity ON score (activity_id, id DESC);

      CREATE TABLE ranking (
        id                  uuid PRIMARY KEY,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        weight_version_id   uuid NOT NULL REFERENCES weight_version,
        method              text NOT NULL CHECK (method IN ('score', 'topsis')),
        -- It can change the winner, so it is kept.
        scaling             text CHECK (scaling IN ('vector', 'minMax')),
        entries             jsonb NOT NULL,
        left_out            jsonb NOT NULL,
        created_at          timestamptz NOT NULL,
        CHECK ((method = 'topsis') = (scaling IS NOT NULL))
      );
      -- The rankings by one system, newest first.
      CREATE INDEX ranking_of_system ON ranking (indicator_system_id, id DESC);
    `);
    for (const table of ['score', 'ranking']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ranking, score');
  }
}
