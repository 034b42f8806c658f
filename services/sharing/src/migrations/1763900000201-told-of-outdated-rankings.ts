import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kind = 'rankingOutdated';

/** Whoever acts for what is ranked is told that a ranking does not come to count, as scores were revised during its notice. */
export class ToldOfOutdatedRankings1763900000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, kind]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = $1', [kind]);
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => word !== kind));
  }
}
