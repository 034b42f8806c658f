import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const reason = 'isRanked';
const kinds = [
  'rankingOnNotice',
  'rankingCorrected',
  'rankingFinal',
  'rankingWithdrawn',
  'appealUpheld',
  'appealRejected',
];

/** Whoever acts for what is ranked is told what becomes of the ranking, and of an appeal. */
export class ToldOfRankings1763600580000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN ranking_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'ranking_id']);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE ranking_id IS NOT NULL');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await rewriteNoticeAbout(runner, (columns) => columns.filter((column) => column !== 'ranking_id'));
    await runner.query('ALTER TABLE notice DROP COLUMN ranking_id');
  }
}
