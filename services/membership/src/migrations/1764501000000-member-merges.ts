import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merges of two records of one person. New tables only, which nothing reads before this release. */
export class MemberMerges1764501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_merge (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        state         text NOT NULL CHECK (state IN
          ('proposed', 'applying', 'applied', 'refused', 'withdrawn', 'undoing', 'undone')),
        survivor_id   uuid NOT NULL REFERENCES person,
        merged_id     uuid NOT NULL REFERENCES person,
        -- The nearest union above both, whose officers decide.
        union_id      uuid NOT NULL REFERENCES labour_union,
        name_of       text NOT NULL CHECK (name_of IN ('survivor', 'merged')),
        number_of     text NOT NULL CHECK (number_of IN ('survivor', 'merged')),
        phone_of      text NOT NULL CHECK (phone_of IN ('survivor', 'merged')),
        -- What officers write about people is sealed, under the survivor.
        sealed_reason text NOT NULL,
        sealed_answer text,
        preview       jsonb NOT NULL,
        proposed_by   uuid NOT NULL REFERENCES person,
        proposed_at   timestamptz NOT NULL,
        decided_by    uuid REFERENCES person,
        decided_at    timestamptz,
        undo_until    timestamptz,
        undone_by     uuid REFERENCES person,
        CHECK (survivor_id <> merged_id),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        -- The second person is another one, and not one of the two.
        CONSTRAINT member_merge_two_people
          CHECK (decided_by NOT IN (proposed_by, survivor_id, merged_id) OR state = 'withdrawn')
      );
      -- The list of a union and those below it, newest first.
      CREATE INDEX member_merge_of_union ON member_merge (union_id, id DESC);
      CREATE INDEX member_merge_newest ON member_merge (id DESC);
      -- Whether one of two people is being merged already, or the pair was found to be two people.
      CREATE INDEX member_merge_survivor ON member_merge (survivor_id);
      CREATE INDEX member_merge_merged ON member_merge (merged_id);
      -- A record is merged once at a time.
      CREATE UNIQUE INDEX member_merge_open ON member_merge (merged_id)
        WHERE state IN ('proposed', 'applying', 'applied', 'undoing');

      CREATE TABLE member_merge_part (
        merge_id uuid NOT NULL REFERENCES member_merge,
        step     text NOT NULL CHECK (step IN ('apply', 'undo')),
        service  text NOT NULL,
        counts   jsonb NOT NULL,
        done_at  timestamptz NOT NULL,
        PRIMARY KEY (merge_id, step, service)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_merge_part, member_merge');
  }
}
