import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Five answers protect nobody if four of them are of people who were invented once the survey was open, or whom one union could
 * have invented: since when somebody is an active member, as far as this service was told, and whether those who are asked come
 * from one union. Whoever was a member before counts as one since ever.
 */
export class SurveySources1763800000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_activation (
        person_id uuid PRIMARY KEY,
        known_at  timestamptz NOT NULL
      );
      INSERT INTO member_activation SELECT person_id, to_timestamp(0) FROM member_ref WHERE state <> 'imported';
      ALTER TABLE survey ADD COLUMN single_source boolean;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE survey DROP COLUMN single_source; DROP TABLE member_activation');
  }
}
