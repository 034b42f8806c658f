import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new version of a household's plan waits for a second person where the decision of its service does. Those of before hold. */
export class SecondHandOfPlans1767405000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter_step_mark
        ADD COLUMN waits boolean NOT NULL DEFAULT false,
        ADD COLUMN confirmed_by uuid,
        ADD CONSTRAINT matter_step_mark_two_hands CHECK (confirmed_by <> written_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matter_step_mark DROP COLUMN confirmed_by, DROP COLUMN waits');
  }
}
