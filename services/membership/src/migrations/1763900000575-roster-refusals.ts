import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rows of rosters an officer was refused in a day since somebody is on record by their numbers: a roster asks after many. */
export class RosterRefusals1763900000575 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member_refusal
        DROP CONSTRAINT member_refusal_refused_check,
        ADD COLUMN rows_refused integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT member_refusal_refused_check CHECK (refused + rows_refused > 0 AND refused >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM member_refusal WHERE refused = 0;
      ALTER TABLE member_refusal
        DROP CONSTRAINT member_refusal_refused_check,
        DROP COLUMN rows_refused,
        ADD CONSTRAINT member_refusal_refused_check CHECK (refused > 0);
    `);
  }
}
