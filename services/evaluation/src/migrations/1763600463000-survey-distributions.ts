import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions from 0 to 10 and choices beside those from 1 to 5: sums of other scales, which choices without values do
 * not have at all, and how the answers divide. What is there was asked from 1 to 5.
 */
export class SurveyDistributions1763600463000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey_result
        DROP CONSTRAINT survey_result_check,
        -- Values of choices may be fractions.
        ALTER COLUMN answer_sum TYPE double precision,
        ADD COLUMN distribution jsonb,
        ADD COLUMN scale_min double precision DEFAULT 1,
        ADD COLUMN scale_max double precision DEFAULT 5,
        ADD CONSTRAINT survey_result_sum_counted CHECK (answer_sum IS NULL OR answer_count IS NOT NULL),
        -- Five or more of each that is told, and nothing of what is suppressed.
        ADD CONSTRAINT survey_result_distribution_told CHECK (distribution IS NULL OR (answer_count IS NOT NULL
          AND jsonb_typeof(distribution) = 'array' AND NOT jsonb_path_exists(distribution, '$[*] ? (@.count < 5)')));
      ALTER TABLE survey_result ALTER COLUMN scale_min DROP DEFAULT, ALTER COLUMN scale_max DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey_result
        DROP CONSTRAINT survey_result_distribution_told,
        DROP CONSTRAINT survey_result_sum_counted,
        DROP COLUMN scale_max,
        DROP COLUMN scale_min,
        DROP COLUMN distribution,
        ALTER COLUMN answer_sum TYPE integer,
        ADD CONSTRAINT survey_result_check CHECK ((answer_count IS NULL) = (answer_sum IS NULL));
    `);
  }
}
