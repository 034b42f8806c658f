import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people send to their unions, complaints above all, and how it was answered. The texts are encrypted. */
export class Intake1763600140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE intake_entry (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        kind          text NOT NULL CHECK (kind IN ('complaint', 'suggestion', 'question')),
        state         text NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
        person_id     uuid NOT NULL REFERENCES person,
        home_union_id uuid NOT NULL REFERENCES labour_union,
        union_id      uuid NOT NULL REFERENCES labour_union,
        text          text NOT NULL,
        page          text,
        subject_noun  text,
        subject_id    uuid,
        due_at        timestamptz NOT NULL,
        created_at    timestamptz NOT NULL,
        closed_by     uuid REFERENCES person,
        closed_at     timestamptz,
        close_reason  text,
        CHECK ((subject_noun IS NULL) = (subject_id IS NULL)),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      );
      -- What a union has to answer; ids rise with time, and so do the deadlines.
      CREATE INDEX intake_entry_of_union ON intake_entry (union_id, id);
      -- The same for a large reach, where most unions have nothing in that state.
      CREATE INDEX intake_entry_in_state ON intake_entry (state, id);
      -- A person's own, newest first.
      CREATE INDEX intake_entry_of_person ON intake_entry (person_id, id DESC);

      CREATE TABLE intake_answer (
        entry_id    uuid NOT NULL REFERENCES intake_entry,
        number      integer NOT NULL CHECK (number > 0),
        union_id    uuid NOT NULL REFERENCES labour_union,
        text        text NOT NULL,
        answered_by uuid NOT NULL REFERENCES person,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake_answer, intake_entry');
  }
}
