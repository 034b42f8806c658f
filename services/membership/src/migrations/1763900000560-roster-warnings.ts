import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody should look at in a roster although it is loaded: a phone that two give, a sex that the number contradicts … */
export class RosterWarnings1763900000560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member_import ADD COLUMN warned integer NOT NULL DEFAULT 0;
      ALTER TABLE member_import_row
        ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
        -- The keyed hash of the phone, by which a second row that gives it is found.
        ADD COLUMN phone_hash text;
      CREATE INDEX member_import_row_phone ON member_import_row (import_id, phone_hash) WHERE phone_hash IS NOT NULL;
      CREATE INDEX member_import_row_warned ON member_import_row (import_id, row_number) WHERE warnings <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member_import_row DROP COLUMN phone_hash, DROP COLUMN warnings;
      ALTER TABLE member_import DROP COLUMN warned;
    `);
  }
}
