import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members ask about an activity, and what its hosts answer. */
export class Questions1763600363000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question (
        activity_id    uuid NOT NULL REFERENCES activity,
        id             uuid NOT NULL,
        version        integer NOT NULL,
        person_id      uuid NOT NULL,
        anonymous      boolean NOT NULL,
        text           text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
        state          text NOT NULL CHECK (state IN ('open', 'answered', 'hidden', 'withdrawn')),
        -- The unions behind the hosts, whose officers answer: they stay, as hosts join before the publication.
        host_union_ids uuid[] NOT NULL,
        answer         text,
        answered_by    uuid,
        answered_at    timestamptz,
        hide_reason    text,
        created_at     timestamptz NOT NULL,
        CHECK (state <> 'answered' OR num_nulls(answer, answered_by, answered_at) = 0),
        CHECK (state <> 'hidden' OR hide_reason IS NOT NULL),
        -- The list, the newest first: ids rise with time.
        PRIMARY KEY (activity_id, id)
      );
      -- What waits for an answer, the oldest first: nothing that is answered is read for it.
      CREATE INDEX question_open ON question (id) WHERE state = 'open';
      -- How many of a person's wait in an activity.
      CREATE INDEX question_open_of_person ON question (activity_id, person_id) WHERE state = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE question');
  }
}
