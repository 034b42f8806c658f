import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A small union's list of surveys reads its own, newest first, and not those of the whole network until it has found its own. */
export class SurveysOfAUnion1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX survey_union ON survey (union_id, id);
      -- Those of an activity that somebody came to; the unique one leaves out those that are void.
      CREATE INDEX survey_activity ON survey (activity_id, id);
      -- A subtree is a range of it.
      CREATE INDEX union_ref_path ON union_ref (path);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX survey_union, survey_activity, union_ref_path');
  }
}
