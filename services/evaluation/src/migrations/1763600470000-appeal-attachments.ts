import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appeal may bring what shows it: the key and hash of a file that whoever appealed has uploaded, and its name. */
export class AppealAttachments1763600470000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ranking_appeal
        ADD COLUMN file_key text, ADD COLUMN file_hash text, ADD COLUMN file_name text,
        ADD CHECK ((file_key IS NULL) = (file_hash IS NULL) AND (file_key IS NULL) = (file_name IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE ranking_appeal DROP COLUMN file_key, DROP COLUMN file_hash, DROP COLUMN file_name',
    );
  }
}
