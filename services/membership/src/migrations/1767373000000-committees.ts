import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Committees of unions, by their elections. New tables only, which nothing reads before this release. */
export class Committees1767373000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An election of a whole committee, which once approved is the committee for its term; or of one member of it.
      CREATE TABLE committee_election (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn')),
        union_id uuid NOT NULL REFERENCES labour_union,
        kind text NOT NULL CHECK (kind IN ('union', 'audit', 'women')),
        -- Of a by-election: the committee that goes on.
        committee_id uuid REFERENCES committee_election,
        term_years integer CHECK (term_years IN (3, 5)),
        held_on date NOT NULL,
        to_day date NOT NULL CHECK (to_day >= held_on),
        entitled integer NOT NULL,
        present integer NOT NULL CHECK (present BETWEEN 1 AND entitled),
        -- The filing that founded the union; its officers above have approved the election with it.
        founding_id uuid REFERENCES union_founding,
        proposed_by uuid REFERENCES person,
        proposed_at timestamptz NOT NULL,
        -- Two hands: nobody approves what they have filed.
        decided_by uuid REFERENCES person CHECK (decided_by <> proposed_by),
        decided_at timestamptz,
        approval_number text,
        refusal text,
        -- Of a committee: since when another one is in office.
        succeeded_at timestamptz,
        CHECK ((committee_id IS NULL) = (term_years IS NOT NULL)),
        CHECK ((founding_id IS NULL) = (proposed_by IS NOT NULL)),
        CHECK ((state IN ('approved', 'refused')) = (decided_by IS NOT NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK (succeeded_at IS NULL OR (state = 'approved' AND committee_id IS NULL))
      );
      -- A union has one committee of a kind in office.
      CREATE UNIQUE INDEX committee_election_in_office ON committee_election (union_id, kind)
        WHERE state = 'approved' AND committee_id IS NULL AND succeeded_at IS NULL;
      -- One result for a committee waits at a time.
      CREATE UNIQUE INDEX committee_election_one_waits ON committee_election (union_id, kind) WHERE state = 'waiting';
      -- The filings of a union, newest first.
      CREATE INDEX committee_election_of_union ON committee_election (union_id, id);

      CREATE TABLE committee_seat (
        id uuid PRIMARY KEY,
        election_id uuid NOT NULL REFERENCES committee_election,
        office text NOT NULL CHECK (office IN ('chair', 'viceChair', 'organiser', 'member')),
        position integer NOT NULL,
        person_id uuid REFERENCES person,
        -- Sealed under the id of the seat: of candidates of a founding filing, who are on no record.
        name text,
        -- The seat of the committee that a by-election fills anew.
        replaces_id uuid REFERENCES committee_seat,
        -- Null until the election is approved.
        from_day date,
        -- The first day without it; null while they hold it.
        until_day date CHECK (until_day >= from_day),
        CHECK (person_id IS NULL OR name IS NULL)
      );
      -- The seats of an election, in their order.
      CREATE INDEX committee_seat_of_election ON committee_seat (election_id, position);
      -- What somebody holds ends with their membership.
      CREATE INDEX committee_seat_of_person ON committee_seat (person_id) WHERE person_id IS NOT NULL;
      -- A seat has one successor.
      CREATE UNIQUE INDEX committee_seat_replaced ON committee_seat (replaces_id)
        WHERE replaces_id IS NOT NULL AND from_day IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE committee_seat; DROP TABLE committee_election');
  }
}
