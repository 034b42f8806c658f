import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transfers of memberships between unions. A new table only, which nothing reads before this release. */
export class MembershipTransfers1764801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE membership_transfer (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'disputed', 'done', 'refused', 'withdrawn', 'lapsed')),
        asked_by text NOT NULL CHECK (asked_by IN ('person', 'newUnion', 'oldUnion')),
        -- Null if a union has named somebody whom it cannot be: it must not learn that.
        person_id uuid REFERENCES person,
        from_union_id uuid REFERENCES labour_union,
        to_union_id uuid NOT NULL REFERENCES labour_union,
        -- As the new union has entered it, sealed.
        entered_name text,
        proposed_by uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        person_agreed_at timestamptz,
        new_union_agreed_at timestamptz,
        old_union_agreed_at timestamptz,
        admitted_by uuid,
        objection text,
        objected_by uuid,
        reason text,
        ended_at timestamptz,
        CHECK ((person_id IS NULL) = (from_union_id IS NULL)),
        CHECK (person_id IS NOT NULL OR (asked_by = 'newUnion' AND entered_name IS NOT NULL))
      );
      -- A person's membership moves to one place at a time.
      CREATE UNIQUE INDEX membership_transfer_one_open ON membership_transfer (person_id)
        WHERE state IN ('asked', 'disputed');
      -- The lists of a person and of both unions, newest first.
      CREATE INDEX membership_transfer_of_person ON membership_transfer (person_id, id);
      CREATE INDEX membership_transfer_from ON membership_transfer (from_union_id, id);
      CREATE INDEX membership_transfer_to ON membership_transfer (to_union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE membership_transfer');
  }
}
