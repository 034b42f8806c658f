import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kinds = ['needMatched', 'offerProposed', 'offerAccepted', 'offerDeclined'];
const reasons = ['seeks', 'offers'];

/** What people are told of needs and of what answers them: of an activity there may be none yet. */
export class ToldOfNeeds1763600404100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, ...reasons]);
    await runner.query(`
      ALTER TABLE notice
        ADD COLUMN need_id uuid,
        DROP CONSTRAINT notice_about_check,
        ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(activity_id, loan_id, need_id) = 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE need_id IS NOT NULL');
    await runner.query(`
      ALTER TABLE notice
        DROP CONSTRAINT notice_about_check,
        DROP COLUMN need_id,
        ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(activity_id, loan_id) = 1);
    `);
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => !reasons.includes(word)));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
  }
}
