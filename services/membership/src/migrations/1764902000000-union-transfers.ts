import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transfers of all members of a union. A new table only, which nothing reads before this release. */
export class UnionTransfers1764902000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE union_transfer (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused', 'withdrawn')),
        from_union_id uuid NOT NULL REFERENCES labour_union,
        to_union_id uuid NOT NULL REFERENCES labour_union CHECK (to_union_id <> from_union_id),
        reason text NOT NULL,
        proposed_by uuid NOT NULL REFERENCES person,
        proposed_at timestamptz NOT NULL,
        -- Two hands: nobody decides on what they have filed.
        decided_by uuid REFERENCES person CHECK (decided_by <> proposed_by),
        decided_at timestamptz,
        refusal text,
        total integer CHECK (total >= 0),
        moved integer NOT NULL DEFAULT 0 CHECK (moved >= 0),
        held_back integer NOT NULL DEFAULT 0 CHECK (held_back >= 0),
        -- The last membership that was looked at: a worker that dies goes on after the last committed batch.
        position uuid,
        finished_at timestamptz,
        CHECK ((state IN ('running', 'done')) = (total IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK (state NOT IN ('running', 'done', 'refused') OR decided_by IS NOT NULL)
      );
      -- The members of a union move to one place at a time.
      CREATE UNIQUE INDEX union_transfer_one_open ON union_transfer (from_union_id)
        WHERE state IN ('waiting', 'running');
      -- The lists of both unions, newest first.
      CREATE INDEX union_transfer_from ON union_transfer (from_union_id, id);
      CREATE INDEX union_transfer_to ON union_transfer (to_union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE union_transfer');
  }
}
