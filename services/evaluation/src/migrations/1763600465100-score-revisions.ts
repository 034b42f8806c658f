import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A score is followed by another one where what it rests on has changed: the scores of a subject by the same days and
 * weights are a chain, and nothing in it is lost. The same may come back: after a mistake was put right and undone.
 */
export class ScoreRevisions1763600465100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE score
        ADD COLUMN revision   integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        ADD COLUMN revises_id uuid REFERENCES score,
        ADD COLUMN cause      text NOT NULL DEFAULT 'asked' CHECK (cause IN ('asked', 'batch', 'factsChanged'));
      -- Those that are there are put in their order.
      ALTER TABLE score DISABLE TRIGGER score_append_only;
      UPDATE score s SET revision = o.revision, revises_id = o.revises_id
        FROM (SELECT id, row_number() OVER chain AS revision, lag(id) OVER chain AS revises_id FROM score
              WINDOW chain AS (PARTITION BY subject_id, weight_version_id ORDER BY id)) o
        WHERE o.id = s.id AND o.revises_id IS NOT NULL;
      ALTER TABLE score ENABLE TRIGGER score_append_only;
      ALTER TABLE score
        ALTER COLUMN revision DROP DEFAULT,
        ALTER COLUMN cause DROP DEFAULT,
        DROP CONSTRAINT score_activity_id_weight_version_id_inputs_hash_key,
        -- One score follows another, whoever computes at the same time.
        ADD CONSTRAINT score_revised_once UNIQUE (revises_id),
        ADD CONSTRAINT score_first_revises_none CHECK ((revision = 1) = (revises_id IS NULL));
      -- And one is the first.
      CREATE UNIQUE INDEX score_first ON score (subject_kind, subject_id, weight_version_id, period_from, period_to)
        NULLS NOT DISTINCT WHERE revises_id IS NULL;

      CREATE TABLE score_batch (
        id                  uuid PRIMARY KEY,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        weight_version_id   uuid NOT NULL REFERENCES weight_version,
        union_path          text COLLATE "C" NOT NULL,
        subject_kind        text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
        period_from         date NOT NULL,
        period_to           date NOT NULL CHECK (period_to >= period_from),
        missing             text NOT NULL CHECK (missing IN ('omit', 'zero')),
        state               text NOT NULL CHECK (state IN ('running', 'done')),
        total               integer NOT NULL CHECK (total >= 0),
        done                integer NOT NULL CHECK (done BETWEEN 0 AND total),
        computed            integer NOT NULL,
        unchanged           integer NOT NULL,
        skipped             jsonb NOT NULL,
        requested_by        uuid NOT NULL,
        created_at          timestamptz NOT NULL,
        finished_at         timestamptz,
        CHECK ((state = 'done') = (finished_at IS NOT NULL))
      );
      -- The batches by one system, newest first.
      CREATE INDEX score_batch_of_system ON score_batch (indicator_system_id, id DESC);
      -- The same is not computed twice at the same time.
      CREATE UNIQUE INDEX score_batch_running ON score_batch (weight_version_id, subject_kind, period_from, period_to)
        WHERE state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE score_batch;
      DROP INDEX score_first;
      ALTER TABLE score DISABLE TRIGGER score_append_only;
      -- The same from the same existed once: of such scores the newest stays.
      UPDATE score SET revises_id = NULL, revision = 1 WHERE revises_id IS NOT NULL;
      DELETE FROM score s USING score n
        WHERE n.id > s.id AND (n.subject_id, n.weight_version_id, n.inputs_hash)
          = (s.subject_id, s.weight_version_id, s.inputs_hash);
      ALTER TABLE score ENABLE TRIGGER score_append_only;
      ALTER TABLE score
        DROP COLUMN revision,
        DROP COLUMN revises_id,
        DROP COLUMN cause,
        ADD CONSTRAINT score_activity_id_weight_version_id_inputs_hash_key
          UNIQUE (subject_id, weight_version_id, inputs_hash);
    `);
  }
}
