import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kinds = ['surveyOpened', 'surveyReminded'];
const reason = 'came';

/** Whoever came is told that he is asked what it was worth, and reminded of it. */
export class ToldOfSurveys1763600463000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE kind = ANY($1)', [kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
  }
}
