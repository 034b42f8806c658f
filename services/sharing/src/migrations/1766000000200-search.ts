import { createTitleTable, dropTitleTable } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  { name: 'activity_title', of: 'activity', column: 'title' },
  { name: 'resource_title', of: 'resource', column: 'title' },
  { name: 'need_title', of: 'need', column: 'title' },
  { name: 'brand_title', of: 'brand', column: 'name' },
] as const;

/** One search over all that a reader may see, by titles. */
export class Search1766000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTitleTable(runner, table);
    await runner.query(`INSERT INTO due (kind, key, due_at) VALUES ('titles-fold', 'all', '2020-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'titles-fold'`);
    for (const table of tables) await dropTitleTable(runner, table);
  }
}
