import { createTitleTable, dropTitleTable } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const titles = { name: 'vote_title', of: 'vote', column: 'title' } as const;

/** The one search finds votes by title, as it does surveys. */
export class VoteTitles1766910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTitleTable(runner, titles);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTitleTable(runner, titles);
  }
}
