import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a club or an organisation is closed, and why. New columns only, which nothing reads before this release. */
export class PartyClosings1764901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN close_reason text,
        ADD CONSTRAINT organisation_closed CHECK (
          active = (closed_at IS NULL) AND (closed_at IS NULL) = (close_reason IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation DROP CONSTRAINT organisation_closed, DROP COLUMN closed_at, DROP COLUMN close_reason;
    `);
  }
}
