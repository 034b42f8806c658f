import { createTitleTable, dropTitleTable } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const bills = { name: 'shared_bill_title', of: 'cost_pool', column: 'title' } as const;

/** Shared bills are found by their titles; the pools of activities have none there. */
export class SharedBillTitles1766200000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTitleTable(runner, bills);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTitleTable(runner, bills);
  }
}
