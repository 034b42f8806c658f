import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever acts in a matter that is delegated to them is awaited as those are who hold an office. */
export class Delegates1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegation_ref (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        matter_kind text NOT NULL,
        matter_id   uuid NOT NULL,
        person_id   uuid NOT NULL,
        valid_to    timestamptz,
        revoked_at  timestamptz
      );
      -- What is delegated to a person, and who acts in a matter.
      CREATE INDEX delegation_ref_person ON delegation_ref (person_id);
      CREATE INDEX delegation_ref_matter ON delegation_ref (matter_kind, matter_id);

      CREATE TABLE await_matter (
        await_id uuid NOT NULL REFERENCES awaiting ON DELETE CASCADE,
        kind     text NOT NULL,
        id       uuid NOT NULL,
        PRIMARY KEY (kind, id, await_id)
      );
      CREATE INDEX await_matter_await ON await_matter (await_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE await_matter;
      DROP TABLE delegation_ref;
    `);
  }
}
