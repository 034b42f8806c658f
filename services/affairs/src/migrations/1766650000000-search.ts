import { createTitleTable, dropTitleTable } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  { name: 'searched_service', of: 'service_item', column: 'name' },
  { name: 'searched_bulletin', of: 'bulletin', column: 'title' },
  { name: 'searched_vacancy', of: 'vacancy', column: 'found_by' },
  { name: 'searched_benefit', of: 'benefit', column: 'found_by' },
  { name: 'searched_circle', of: 'circle', column: 'name' },
  { name: 'searched_works_call', of: 'works_call', column: 'title' },
  { name: 'searched_course', of: 'course', column: 'title' },
] as const;

/** The one search over all that a reader may see finds what this service has, by titles. */
export class Search1766650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTitleTable(runner, table);
    await runner.query(`INSERT INTO due (kind, key, due_at) VALUES ('titles-fold', 'all', '2020-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'titles-fold'`);
    for (const table of tables) await dropTitleTable(runner, table);
  }
}
