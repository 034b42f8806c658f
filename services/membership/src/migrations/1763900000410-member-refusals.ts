import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many numbers an officer was refused in a day since somebody is on record by them: with enough tries that is a register. */
export class MemberRefusals1763900000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_refusal (
        person_id uuid NOT NULL REFERENCES person,
        -- In China.
        day       date NOT NULL,
        refused   integer NOT NULL CHECK (refused > 0),
        PRIMARY KEY (person_id, day)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_refusal');
  }
}
