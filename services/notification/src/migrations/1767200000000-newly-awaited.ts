import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes into an office learns of what waits there already, once. */
export class NewlyAwaited1767200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody has learned of in one notice with others.
      CREATE TABLE await_told (
        await_id  uuid NOT NULL REFERENCES awaiting ON DELETE CASCADE,
        person_id uuid NOT NULL,
        PRIMARY KEY (await_id, person_id)
      );
      CREATE INDEX await_told_person ON await_told (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'newly-awaited';
      DROP TABLE await_told;
    `);
  }
}
