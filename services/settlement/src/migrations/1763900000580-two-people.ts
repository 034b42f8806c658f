import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second person of an act is another one by the database as well. Not valid for what is there: a row of before may name one person
 * twice, and stays readable as it was decided.
 */
export class TwoPeople1763900000580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE budget ADD CONSTRAINT budget_two_people CHECK (adopted_by <> created_by) NOT VALID;
      ALTER TABLE subsidy_application ADD CONSTRAINT subsidy_application_two_people
        CHECK (decided_by <> created_by AND decided_by <> submitted_by) NOT VALID;
      ALTER TABLE subsidy ADD CONSTRAINT subsidy_two_people CHECK (accepted_by <> approved_by) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE subsidy DROP CONSTRAINT subsidy_two_people;
      ALTER TABLE subsidy_application DROP CONSTRAINT subsidy_application_two_people;
      ALTER TABLE budget DROP CONSTRAINT budget_two_people;
    `);
  }
}
