import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const kinds = ['seasonOpened', 'seasonReminded', 'seasonClosed'];
const reason = 'judgesSharing';

/** Whoever answers for a party, or as a volunteer, is told when a season is judged, reminded, and told what came of it. */
export class ToldOfSeasons1763600525000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, reason]);
    await runner.query('ALTER TABLE notice ADD COLUMN efficacy_survey_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'efficacy_survey_id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE efficacy_survey_id IS NOT NULL');
    await rewriteNoticeAbout(runner, (columns) =>
      columns.filter((column) => column !== 'efficacy_survey_id'),
    );
    await runner.query('ALTER TABLE notice DROP COLUMN efficacy_survey_id');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== reason));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
  }
}
