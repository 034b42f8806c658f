import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const reason = 'wroteIntake';
const kinds = ['intakeAnswered', 'intakeClosed'];

/** Whoever wrote to his union is told that it was answered, or closed. */
export class ToldOfIntake1763900000541 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN intake_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'intake_id']);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE intake_id IS NOT NULL');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await rewriteNoticeAbout(runner, (columns) => columns.filter((column) => column !== 'intake_id'));
    await runner.query('ALTER TABLE notice DROP COLUMN intake_id');
  }
}
