import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections of a person's name, number or phone. A new table only, which nothing reads before this release. */
export class Corrections1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'applied', 'refused', 'withdrawn')),
        person_id uuid NOT NULL REFERENCES person,
        union_id uuid NOT NULL REFERENCES labour_union,
        -- Each changed field with its masked values, which stay when the values themselves are erased.
        changes jsonb NOT NULL,
        new_name text,
        new_resident_number text,
        new_phone text,
        old_name text,
        old_resident_number text,
        old_phone text,
        note text,
        paper_key text UNIQUE,
        paper_sha256 text,
        reverses uuid REFERENCES correction,
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES person,
        decided_at timestamptz,
        reason text,
        -- When the values and the picture of the paper were erased.
        erased_at timestamptz,
        CHECK ((state = 'waiting') = (decided_at IS NULL)),
        -- The number that identifies a person is put right by two people, whatever a program writes.
        CHECK (state <> 'applied' OR new_resident_number IS NULL OR decided_by <> proposed_by),
        CHECK ((paper_key IS NULL) = (paper_sha256 IS NULL))
      );
      -- One at a time for a person, so that each is decided on what is on record.
      CREATE UNIQUE INDEX correction_one_waiting ON correction (person_id) WHERE state = 'waiting';
      -- The corrections of a person, and those of a union, newest first.
      CREATE INDEX correction_of_person ON correction (person_id, id);
      CREATE INDEX correction_of_union ON correction (union_id, id);
      CREATE INDEX correction_reversal ON correction (reverses) WHERE reverses IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction');
  }
}
