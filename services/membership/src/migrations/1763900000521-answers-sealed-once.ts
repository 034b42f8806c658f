import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is kept of answers about what people wrote had its texts sealed one by one; now the whole answer is sealed, as every other.
 * What is there of the last day is forgotten: who sends the same again sends it twice, which harms nobody.
 */
export class AnswersSealedOnce1763900000521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM idempotency WHERE route LIKE 'membership.intake.%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM idempotency WHERE route LIKE 'membership.intake.%'`);
  }
}
