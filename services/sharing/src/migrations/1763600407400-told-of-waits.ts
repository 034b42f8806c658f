import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const kind = 'waitOffered';
const reason = 'waitsForTime';

/** Whoever waits for a time of a resource is told that one is kept for him: there is no loan yet. */
export class ToldOfWaits1763600407400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, kind]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
    await runner.query('ALTER TABLE notice ADD COLUMN wait_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'wait_id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE wait_id IS NOT NULL');
    await rewriteNoticeAbout(runner, (columns) => columns.filter((column) => column !== 'wait_id'));
    await runner.query('ALTER TABLE notice DROP COLUMN wait_id');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => word !== kind));
  }
}
