import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when those who wait move up by themselves: a venue may not be able to admit others later (E25). */
export class PromotionUntil1763600300100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pool ADD COLUMN promotion_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pool DROP COLUMN promotion_until');
  }
}
