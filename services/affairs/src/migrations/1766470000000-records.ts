import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Honours, skills, certificates, posts and courses of people: one table, as they differ in their details alone. */
export class Records1766470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_record (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        person_id     uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('entered', 'verified', 'refused', 'revoked')),
        kind          text NOT NULL CHECK (kind IN ('honour', 'skill', 'certificate', 'post', 'course')),
        title         text NOT NULL,
        pinyin        text NOT NULL,
        issuer        text,
        issued_on     date,
        valid_until   date,
        is_over       boolean NOT NULL,
        details       jsonb NOT NULL,
        sealed_number text,
        entered_by    uuid NOT NULL,
        union_id      uuid NOT NULL,
        entered_at    timestamptz NOT NULL,
        verified_by   uuid,
        verified_at   timestamptz,
        sealed_reason text,
        sealed_name   text,
        CHECK (state NOT IN ('verified', 'revoked') OR verified_by IS NOT NULL),
        CHECK (verified_by <> entered_by),
        CHECK (state NOT IN ('refused', 'revoked') OR sealed_reason IS NOT NULL)
      );
      -- A person's own, and those of the members of a union, by its index of them.
      CREATE INDEX person_record_person ON person_record (person_id, id DESC);
      -- What whoever searches for talents may find.
      CREATE INDEX person_record_found ON person_record (id DESC)
        WHERE state = 'verified' AND sealed_name IS NOT NULL AND NOT is_over;
      -- What is typed may stand anywhere in the title or its pinyin.
      CREATE INDEX person_record_title ON person_record USING gin (title gin_trgm_ops, pinyin gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_record');
  }
}
