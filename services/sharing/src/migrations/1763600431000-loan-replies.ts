import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an owner takes to answer is asked of every season, so when he was asked and when he answered is kept. */
export class LoanReplies1763600431000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan
        ADD COLUMN requested_at timestamptz,
        ADD COLUMN decided_at   timestamptz,
        ADD CONSTRAINT loan_decided_check CHECK (decided_at IS NULL OR requested_at <= decided_at);
      -- Of what was decided before, nobody knows when.
      UPDATE loan SET requested_at = created_at WHERE state = 'requested';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE loan DROP COLUMN requested_at, DROP COLUMN decided_at');
  }
}
