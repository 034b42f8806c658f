import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kind = 'confirmationAsked';

/** Whoever may confirm a share is told when he is first asked, not only when the time runs out. */
export class ToldWhenAsked1763600581000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, kind]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = $1', [kind]);
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => word !== kind));
  }
}
