import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kind = 'appealMade';
const reason = 'decidesAppeals';

/** Whoever may decide on an appeal against a ranking is told of it. */
export class ToldOfAppeals1763600582000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, kind]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = $1', [kind]);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => word !== kind));
  }
}
