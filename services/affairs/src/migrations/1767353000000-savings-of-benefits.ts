import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a benefit saves, as far as officers say so: nothing is read out of the words of those from before. */
export class SavingsOfBenefits1767353000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE benefit
        ADD COLUMN saves_percent integer CHECK (saves_percent BETWEEN 1 AND 100),
        ADD COLUMN saves_fen bigint CHECK (saves_fen > 0),
        ADD CONSTRAINT benefit_saves_once CHECK (saves_percent IS NULL OR saves_fen IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE benefit DROP COLUMN saves_percent, DROP COLUMN saves_fen');
  }
}
