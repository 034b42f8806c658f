import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever disputes a damage does not decide on it, by the database as well. Not valid for what is there: a row of before stays
 * readable as it was decided.
 */
export class TwoPeople1763900000590 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan_damage ADD CONSTRAINT loan_damage_two_people
        CHECK (state <> 'decided' OR settled_by <> answered_by) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE loan_damage DROP CONSTRAINT loan_damage_two_people');
  }
}
