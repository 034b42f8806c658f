import { createTitleTable, dropTitleTable } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const activities = { name: 'activity_title', of: 'activity_ref', column: 'title' } as const;

/** One search over all that a reader may see: cost pools by the title of their activity. */
export class Search1766000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTitleTable(runner, activities);
    await runner.query(`
      -- All pools of an activity, supplements and reversed ones too.
      CREATE INDEX cost_pool_of_activity ON cost_pool (activity_id);
      INSERT INTO due (kind, key, due_at) VALUES ('titles-fold', 'all', '2020-01-01');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'titles-fold';
      DROP INDEX cost_pool_of_activity;
    `);
    await dropTitleTable(runner, activities);
  }
}
