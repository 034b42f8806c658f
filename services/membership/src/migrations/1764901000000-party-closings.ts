import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a club or an organisation is closed, and why. New columns,
 * which nothing reads before this release; the lists are of those in use or of the others. */
export class PartyClosings1764901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN close_reason text,
        ADD CONSTRAINT organisation_closed CHECK (
          active = (closed_at IS NULL) AND (closed_at IS NULL) = (close_reason IS NULL));
      -- Those in use, or those that are closed, by name.
      CREATE INDEX organisation_by_state ON organisation (kind, active, name, id);
      DROP INDEX organisation_name;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX organisation_name ON organisation (kind, name, id);
      DROP INDEX organisation_by_state;
      ALTER TABLE organisation DROP CONSTRAINT organisation_closed, DROP COLUMN closed_at, DROP COLUMN close_reason;
    `);
  }
}
