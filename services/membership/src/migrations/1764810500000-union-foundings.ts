import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filings of workers whose enterprise has no union yet. New tables only. */
export class UnionFoundings1764810500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE union_founding (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        number           text NOT NULL,
        state            text NOT NULL CHECK (state IN
          ('filed', 'returned', 'electing', 'elected', 'founded', 'joined', 'refused', 'withdrawn')),
        enterprise_name  text NOT NULL,
        uscc             text NOT NULL,
        uscc_check       text NOT NULL CHECK (uscc_check IN ('passed', 'failed')),
        employees        integer NOT NULL CHECK (employees > 0),
        sector           text,
        revenue_wan      double precision,
        assets_wan       double precision,
        place            text NOT NULL,
        planned_members  integer NOT NULL CHECK (planned_members BETWEEN 1 AND employees),
        women_members    integer NOT NULL CHECK (women_members BETWEEN 0 AND planned_members),
        form             text NOT NULL CHECK (form IN ('committee', 'organiser', 'joint')),
        -- Personal values are sealed, and null once they are deleted.
        contact_name     text,
        phone            text,
        phone_hash       text,
        candidates       text,
        held_on          date,
        entitled         integer,
        present          integer CHECK (present BETWEEN 1 AND entitled),
        elected          text,
        parent_id        uuid NOT NULL REFERENCES labour_union,
        union_id         uuid NOT NULL REFERENCES labour_union,
        appealed         boolean NOT NULL,
        approval_number  text,
        approved_on      date,
        founded_union_id uuid REFERENCES labour_union,
        membership_id    uuid REFERENCES union_membership,
        consent_version  text NOT NULL,
        created_at       timestamptz NOT NULL,
        due_at           timestamptz,
        decided_at       timestamptz,
        decided_by       uuid REFERENCES person,
        CHECK ((state IN ('filed', 'elected')) = (due_at IS NOT NULL)),
        CHECK ((state IN ('founded', 'joined', 'refused', 'withdrawn')) = (decided_at IS NOT NULL)),
        CHECK ((state IN ('founded', 'joined')) = (founded_union_id IS NOT NULL)),
        CHECK (state NOT IN ('electing', 'elected', 'founded') OR (approval_number IS NOT NULL AND approved_on IS NOT NULL)),
        CHECK (state NOT IN ('elected', 'founded') OR held_on IS NOT NULL)
      );
      -- The contact names it.
      CREATE UNIQUE INDEX union_founding_number ON union_founding (number);
      -- An enterprise founds one union.
      CREATE UNIQUE INDEX union_founding_open_once ON union_founding (uscc)
        WHERE state IN ('filed', 'returned', 'electing', 'elected');
      -- How many a phone has open, and those of an officer's search.
      CREATE INDEX union_founding_phone ON union_founding (phone_hash) WHERE phone_hash IS NOT NULL;
      -- The list of a union: those that wait by deadline, then the newest.
      CREATE INDEX union_founding_waiting ON union_founding (union_id, due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX union_founding_of_union ON union_founding (union_id, id DESC);

      CREATE TABLE union_founding_step (
        founding_id uuid NOT NULL REFERENCES union_founding,
        number      integer NOT NULL,
        kind        text NOT NULL CHECK (kind IN ('file', 'refile', 'elect', 'appeal', 'withdraw', 'escalate',
          'approve', 'join', 'return', 'refuse', 'confirm')),
        union_id    uuid NOT NULL REFERENCES labour_union,
        at          timestamptz NOT NULL,
        reason      text,
        PRIMARY KEY (founding_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE union_founding_step, union_founding');
  }
}
