import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unions ask of the unions below them, and the part of each. */
export class Assignments1766410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assignment (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        union_id       uuid NOT NULL,
        parent_part_id uuid,
        state          text NOT NULL CHECK (state IN ('draft', 'given', 'closed')),
        kind           text NOT NULL CHECK (kind IN ('notice', 'task')),
        title          text NOT NULL,
        text           text NOT NULL,
        questions      jsonb NOT NULL,
        due_on         date NOT NULL,
        scope          text NOT NULL CHECK (scope IN ('all', 'children', 'chosen')),
        union_ids      uuid[] NOT NULL,
        unions         integer NOT NULL CHECK (unions >= 0),
        given_by       uuid,
        given_at       timestamptz,
        reminded_on    date,
        close_reason   text
      );
      -- The newest of one union.
      CREATE INDEX assignment_union ON assignment (union_id, id DESC);
      -- What a part was handed on as.
      CREATE INDEX assignment_parent ON assignment (parent_part_id, id DESC) WHERE parent_part_id IS NOT NULL;

      CREATE TABLE assignment_part (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        assignment_id    uuid NOT NULL REFERENCES assignment,
        union_id         uuid NOT NULL,
        state            text NOT NULL CHECK (state IN
          ('waiting', 'read', 'begun', 'returned', 'sentBack', 'accepted')),
        is_settled       boolean NOT NULL,
        due_on           date NOT NULL,
        draft            jsonb,
        answers          jsonb,
        returned_by      uuid,
        returned_at      timestamptz,
        sent_back_reason text,
        delay_state      text CHECK (delay_state IN ('asked', 'granted', 'refused')),
        delay_until      date,
        delay_reason     text,
        is_announced     boolean NOT NULL,
        UNIQUE (assignment_id, union_id)
      );
      -- The board: what is owed first, by its day; those of one state; the counts, from the index alone.
      CREATE INDEX assignment_part_board ON assignment_part (assignment_id, is_settled, due_on, id);
      CREATE INDEX assignment_part_state ON assignment_part (assignment_id, state, is_settled, due_on, id)
        INCLUDE (delay_state);
      CREATE INDEX assignment_part_delay ON assignment_part (assignment_id, is_settled, due_on, id)
        WHERE delay_state = 'asked';
      -- What one union owes, by its day, and all that it was given, the newest first.
      CREATE INDEX assignment_part_owed ON assignment_part (union_id, due_on, id) WHERE NOT is_settled;
      CREATE INDEX assignment_part_union ON assignment_part (union_id, id DESC);
      -- Of which it is still to be told whom they wait for.
      CREATE INDEX assignment_part_announced ON assignment_part (assignment_id, id) WHERE NOT is_announced;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE assignment_part;
      DROP TABLE assignment;
    `);
  }
}
