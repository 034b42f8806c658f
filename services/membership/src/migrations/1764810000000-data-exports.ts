import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That people have asked for their data. A new table. */
export class DataExports1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_export (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        asked_at timestamptz NOT NULL,
        until timestamptz NOT NULL CHECK (until > asked_at),
        downloaded_at timestamptz
      );
      -- Those of a person, newest first.
      CREATE INDEX data_export_of_person ON data_export (person_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_export');
  }
}
