import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Five answers protect nobody if one officer admitted the four others, for whichever unions: who admitted somebody, as a mark
 * that can be compared and no more. `republish member` brings it for those who are members already; until then it is not known,
 * and one unknown person stands for each union.
 */
export class MemberAdmitters1763900000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_activation ADD COLUMN admitter text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_activation DROP COLUMN admitter');
  }
}
