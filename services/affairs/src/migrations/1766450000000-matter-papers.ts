import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of matters: each file is sealed under a key of its own, which is sealed here. */
export class MatterPapers1766450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matter_paper (
        id             uuid PRIMARY KEY,
        matter_id      uuid NOT NULL REFERENCES matter,
        -- Which of the papers that the service asks for.
        asked          text,
        content_type   text NOT NULL,
        size           integer NOT NULL,
        file_key       uuid NOT NULL,
        sha256         text NOT NULL,
        -- The upload that it was made of: a repeated request finds it.
        source_key     uuid NOT NULL,
        sealed_name    text,
        sealed_opening text,
        -- Null where it was whoever brought the matter.
        added_by       uuid,
        added_at       timestamptz NOT NULL,
        removed_at     timestamptz,
        UNIQUE (matter_id, source_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_paper');
  }
}
