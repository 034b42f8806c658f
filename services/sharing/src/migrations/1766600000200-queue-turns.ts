import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far people in a queue have been notified of their turns; those of queues that are open already know them. */
export class QueueTurns1766600000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE queue ADD COLUMN told integer NOT NULL DEFAULT 0 CHECK (told >= 0);
      UPDATE queue SET told = joined WHERE frozen_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE queue DROP COLUMN told');
  }
}
