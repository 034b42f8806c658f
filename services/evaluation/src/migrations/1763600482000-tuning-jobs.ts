import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report on the indicators is made step by step: a process that dies goes on where it was, and pages show how far it is. */
export class TuningJobs1763600482000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tuning_job (
        id                  uuid PRIMARY KEY,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        starts_on           date NOT NULL,
        ends_on             date NOT NULL CHECK (ends_on >= starts_on),
        state               text NOT NULL CHECK (state IN ('running', 'done')),
        done                integer NOT NULL CHECK (done BETWEEN 0 AND 4),
        -- What its steps have read so far; nothing of it once the report is made.
        gathered            jsonb NOT NULL,
        tuning_report_id    uuid REFERENCES tuning_report,
        requested_by        uuid NOT NULL,
        created_at          timestamptz NOT NULL,
        finished_at         timestamptz,
        CHECK ((state = 'done') = (finished_at IS NOT NULL)),
        CHECK ((state = 'done') = (tuning_report_id IS NOT NULL)),
        CHECK (state = 'running' OR (done = 4 AND gathered = '{}'))
      );
      -- The jobs of one system, newest first.
      CREATE INDEX tuning_job_of_system ON tuning_job (indicator_system_id, id DESC);
      -- The same is not computed twice at the same time.
      CREATE UNIQUE INDEX tuning_job_running ON tuning_job (indicator_system_id, starts_on, ends_on)
        WHERE state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tuning_job');
  }
}
