import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

/** Attendance that is put right after the close: by a new fact, which a second person approves. No fact is ever changed. */
export class AttendanceCorrections1763600388000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_correction (
        activity_id     uuid NOT NULL REFERENCES activity,
        id              uuid NOT NULL UNIQUE,
        version         integer NOT NULL,
        person_id       uuid NOT NULL,
        state           text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn')),
        heads_before    integer NOT NULL CHECK (heads_before BETWEEN 0 AND 100),
        heads           integer NOT NULL CHECK (heads BETWEEN 0 AND 100),
        union_id_before uuid,
        union_id        uuid NOT NULL,
        reason          text NOT NULL,
        proposed_by     uuid NOT NULL,
        proposed_at     timestamptz NOT NULL,
        decided_by      uuid,
        decided_at      timestamptz,
        refusal         text,
        PRIMARY KEY (activity_id, id),
        CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        -- Who decides is a second person, and not the one whom it is about.
        CHECK (state NOT IN ('approved', 'refused') OR (decided_by <> proposed_by AND decided_by <> person_id))
      );
      -- One at a time for each person, so that nobody approves what rests on an attendance that was.
      CREATE UNIQUE INDEX attendance_correction_waits ON attendance_correction (activity_id, person_id)
        WHERE state = 'proposed';

      ALTER TABLE attendance_fact
        ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        ADD COLUMN correction_id uuid REFERENCES attendance_correction (id),
        ALTER COLUMN operation_id DROP NOT NULL,
        ADD CHECK ((operation_id IS NULL) <> (correction_id IS NULL)),
        DROP CONSTRAINT attendance_fact_heads_check,
        -- That somebody was not there is only ever said by a correction.
        ADD CONSTRAINT attendance_fact_heads_check CHECK (heads BETWEEN 0 AND 100 AND (heads > 0 OR revision > 1)),
        DROP CONSTRAINT attendance_fact_pkey,
        ADD PRIMARY KEY (activity_id, person_id, revision);

      -- Who was there: of each person the newest fact, unless it says that he was not.
      CREATE VIEW attendance AS
        SELECT f.activity_id, f.person_id, f.union_id, f.heads, f.walk_in, f.checked_in_at, f.revision
        FROM attendance_fact f
        WHERE f.heads > 0 AND NOT EXISTS (
          SELECT 1 FROM attendance_fact newer
          WHERE newer.activity_id = f.activity_id AND newer.person_id = f.person_id AND newer.revision > f.revision);
    `);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, 'attendanceCorrected']);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, 'concerned']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE kind = 'attendanceCorrected'`);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== 'concerned'));
    await rewriteNoticeWords(runner, 'kind', (words) =>
      words.filter((word) => word !== 'attendanceCorrected'),
    );
    await runner.query(`
      DROP VIEW attendance;
      ALTER TABLE attendance_fact DISABLE TRIGGER attendance_fact_append_only;
      DELETE FROM attendance_fact WHERE correction_id IS NOT NULL;
      ALTER TABLE attendance_fact ENABLE TRIGGER attendance_fact_append_only;
      ALTER TABLE attendance_fact
        DROP CONSTRAINT attendance_fact_pkey,
        ADD PRIMARY KEY (activity_id, person_id),
        DROP CONSTRAINT attendance_fact_heads_check,
        ADD CONSTRAINT attendance_fact_heads_check CHECK (heads BETWEEN 1 AND 100),
        DROP COLUMN correction_id, DROP COLUMN revision,
        ALTER COLUMN operation_id SET NOT NULL;
      DROP TABLE attendance_correction;
    `);
  }
}
