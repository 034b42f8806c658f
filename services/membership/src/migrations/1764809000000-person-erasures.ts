import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasures of people who were members. New tables, and a column that is null for everybody. */
export class PersonErasures1764809000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN erased_at timestamptz;

      CREATE TABLE person_erasure (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'erasing', 'erased', 'withdrawn', 'lapsed')),
        person_id uuid NOT NULL REFERENCES person,
        -- Of which they were last a member; its officers see that somebody was erased. Null if they never were.
        union_id uuid REFERENCES labour_union,
        -- The end of a link, by which the person sees what came of it once nobody can sign in any more.
        receipt text NOT NULL,
        receipt_hash text NOT NULL UNIQUE,
        asked_at timestamptz NOT NULL,
        effective_at timestamptz NOT NULL CHECK (effective_at > asked_at),
        ended_at timestamptz,
        CHECK ((state IN ('waiting', 'erasing')) = (ended_at IS NULL))
      );
      -- A person is erased once, and asks for it once at a time.
      CREATE UNIQUE INDEX person_erasure_once ON person_erasure (person_id)
        WHERE state IN ('waiting', 'erasing', 'erased');
      -- The newest of a person, and the record of a union, newest first.
      CREATE INDEX person_erasure_of_person ON person_erasure (person_id, id DESC);
      CREATE INDEX person_erasure_of_union ON person_erasure (union_id, id DESC);

      CREATE TABLE person_erasure_part (
        erasure_id uuid NOT NULL REFERENCES person_erasure,
        service text NOT NULL CHECK (service IN ('membership', 'sharing', 'settlement', 'evaluation')),
        erased jsonb NOT NULL,
        kept jsonb NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (erasure_id, service)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE person_erasure_part, person_erasure;
      ALTER TABLE person DROP COLUMN erased_at;
    `);
  }
}
