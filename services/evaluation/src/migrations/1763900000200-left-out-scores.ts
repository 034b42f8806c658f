import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is left out of a ranking may belong into it once its score is revised: by which score it was left out. Null in rows
 * from before, which never change.
 */
export class LeftOutScores1763900000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ranking_left_out ADD COLUMN score_id uuid REFERENCES score');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ranking_left_out DROP COLUMN score_id');
  }
}
