import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A right of use may bound how many pieces of what is counted one borrower takes in a month. */
export class QuotaInPieces1763600408100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE right_of_use ADD COLUMN pieces_per_month integer CHECK (pieces_per_month > 0)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE right_of_use DROP COLUMN pieces_per_month');
  }
}
