import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Unions that are closed, and the filings for it. New columns that are null for all unions there are, and a table that
 * nothing reads before this release. An enterprise has one union in use, beside those of it that are closed: the index
 * keeps the name by which a refusal is recognised.
 */
export class UnionClosings1764903000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_union
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN closing_ground text,
        ADD COLUMN successor_union_id uuid REFERENCES labour_union,
        ADD CONSTRAINT labour_union_closed CHECK (
          (closed_at IS NULL) = (closing_ground IS NULL) AND (closed_at IS NULL) = (successor_union_id IS NULL)
          AND (closed_at IS NULL OR NOT active));
      ALTER TABLE labour_union DROP CONSTRAINT labour_union_enterprise_id_key;
      CREATE UNIQUE INDEX labour_union_enterprise_id_key ON labour_union (enterprise_id) WHERE active;
      -- All unions that an enterprise has had.
      CREATE INDEX labour_union_of_enterprise ON labour_union (enterprise_id) WHERE enterprise_id IS NOT NULL;
      -- The unions that are closed, by name.
      CREATE INDEX labour_union_closed_name ON labour_union (name, id) WHERE NOT active;

      CREATE TABLE union_closing (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'closed', 'refused', 'withdrawn', 'reopened')),
        union_id uuid NOT NULL REFERENCES labour_union,
        ground text NOT NULL
          CHECK (ground IN ('employerEnded', 'merged', 'split', 'membersDecided', 'duplicate')),
        -- Its funds and property go there.
        successor_union_id uuid NOT NULL REFERENCES labour_union CHECK (successor_union_id <> union_id),
        document_number text NOT NULL,
        document_date date NOT NULL,
        registration text NOT NULL CHECK (registration IN ('none', 'toCancel', 'cancelled')),
        reason text NOT NULL,
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        -- Two hands: nobody decides on what they have filed.
        decided_by uuid REFERENCES person CHECK (decided_by <> proposed_by),
        decided_at timestamptz,
        refusal text,
        reopened_by uuid REFERENCES person,
        reopened_at timestamptz,
        reopen_reason text,
        CHECK ((state IN ('closed', 'refused', 'reopened')) = (decided_by IS NOT NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK ((state = 'reopened') = (reopened_at IS NOT NULL)
          AND (reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reopen_reason IS NULL))
      );
      -- One filing of a union at a time, and none of one that is closed by an earlier one.
      CREATE UNIQUE INDEX union_closing_one_open ON union_closing (union_id) WHERE state IN ('waiting', 'closed');
      -- The lists of a union and of the one that takes over, newest first.
      CREATE INDEX union_closing_of_union ON union_closing (union_id, id);
      CREATE INDEX union_closing_successor ON union_closing (successor_union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE union_closing;
      DROP INDEX labour_union_closed_name;
      DROP INDEX labour_union_of_enterprise;
      DROP INDEX labour_union_enterprise_id_key;
      ALTER TABLE labour_union ADD CONSTRAINT labour_union_enterprise_id_key UNIQUE (enterprise_id);
      ALTER TABLE labour_union
        DROP CONSTRAINT labour_union_closed,
        DROP COLUMN closed_at, DROP COLUMN closing_ground, DROP COLUMN successor_union_id;
    `);
  }
}
