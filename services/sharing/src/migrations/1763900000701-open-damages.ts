import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for an answer or for a decision, the first to run out first: whoever opens their home page asks for it. */
export class OpenDamages1763900000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX loan_damage_open ON loan_damage (answer_by, id) WHERE state IN ('claimed', 'disputed');
      DROP INDEX loan_damage_claimed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX loan_damage_claimed ON loan_damage (answer_by, id) WHERE state = 'claimed';
      DROP INDEX loan_damage_open;
    `);
  }
}
