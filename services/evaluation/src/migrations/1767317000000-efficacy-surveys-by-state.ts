import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever lists those in one state reads those alone: few are open among all that were ever closed. */
export class EfficacySurveysByState1767317000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX efficacy_survey_state ON efficacy_survey (state, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX efficacy_survey_state');
  }
}
