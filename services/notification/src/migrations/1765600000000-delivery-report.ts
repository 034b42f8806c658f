import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the messages of some days is counted from an index alone. */
export class DeliveryReport1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX delivery_ended;
      -- The oldest are removed, and what has ended since a day is counted by channel, outcome and reason.
      CREATE INDEX delivery_ended ON delivery (ended_at) INCLUDE (channel, state, reason) WHERE state <> 'waiting';
      DROP INDEX notice_read;
      -- The oldest are erased, and those of the last days are counted.
      CREATE INDEX notice_read ON notice (read_at) INCLUDE (created_at) WHERE read_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notice_read;
      CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL;
      DROP INDEX delivery_ended;
      CREATE INDEX delivery_ended ON delivery (ended_at) WHERE state <> 'waiting';
    `);
  }
}
