import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes of the phone that a person signs in with, which the old phone can stop for 24 hours. Corrections get two
 * states for it, which no row has before this release.
 */
export class PhoneChanges1764808500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE phone_change (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'waiting', 'applied', 'stopped', 'withdrawn', 'lapsed')),
        person_id uuid NOT NULL REFERENCES person,
        -- The decided correction that it delays; null if the person changes their phone themselves.
        correction_id uuid UNIQUE REFERENCES correction,
        -- The session that asked, which goes on.
        session_id uuid,
        -- Sealed; erased once it has ended.
        new_phone text,
        old_phone text,
        new_phone_hash text NOT NULL,
        new_masked text NOT NULL,
        old_masked text,
        new_code_hash text,
        old_code_hash text,
        codes_until timestamptz,
        tries integer NOT NULL DEFAULT 0,
        stop_hash text UNIQUE,
        effective_at timestamptz,
        stopped_by text CHECK (stopped_by IN ('oldPhone', 'person', 'taken')),
        asked_at timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK ((state IN ('asked', 'waiting')) = (ended_at IS NULL)),
        CHECK ((state = 'stopped') = (stopped_by IS NOT NULL)),
        CHECK (state <> 'waiting' OR (effective_at IS NOT NULL AND stop_hash IS NOT NULL)),
        CHECK (ended_at IS NULL OR (new_phone IS NULL AND old_phone IS NULL))
      );
      -- One at a time, so that each replaces the phone that it says.
      CREATE UNIQUE INDEX phone_change_one_open ON phone_change (person_id) WHERE state IN ('asked', 'waiting');
      CREATE INDEX phone_change_of_person ON phone_change (person_id, id);
      -- Those that ended long ago are deleted.
      CREATE INDEX phone_change_ended ON phone_change (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX phone_change_to ON phone_change (new_phone_hash, asked_at);

      ALTER TABLE correction ADD COLUMN effective_at timestamptz;
      ALTER TABLE correction DROP CONSTRAINT correction_state_check;
      ALTER TABLE correction ADD CONSTRAINT correction_state_check
        CHECK (state IN ('waiting', 'delayed', 'applied', 'refused', 'withdrawn', 'stopped')) NOT VALID;
      ALTER TABLE correction VALIDATE CONSTRAINT correction_state_check;
      DROP INDEX correction_one_waiting;
      CREATE UNIQUE INDEX correction_one_waiting ON correction (person_id) WHERE state IN ('waiting', 'delayed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE phone_change;
      UPDATE correction SET state = 'refused' WHERE state IN ('delayed', 'stopped');
      ALTER TABLE correction DROP COLUMN effective_at;
      ALTER TABLE correction DROP CONSTRAINT correction_state_check;
      ALTER TABLE correction ADD CONSTRAINT correction_state_check
        CHECK (state IN ('waiting', 'applied', 'refused', 'withdrawn'));
      DROP INDEX correction_one_waiting;
      CREATE UNIQUE INDEX correction_one_waiting ON correction (person_id) WHERE state = 'waiting';
    `);
  }
}
