import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On what terms a member works, as far as his union has said it: an activity may be for some kinds of employment. */
export class EmploymentKinds1763600194200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership ADD COLUMN employment_kind text
        CHECK (employment_kind IN ('regular', 'dispatched', 'newForm', 'partTime', 'retired'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE union_membership DROP COLUMN employment_kind');
  }
}
