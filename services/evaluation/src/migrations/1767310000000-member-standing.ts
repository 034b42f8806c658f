import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Retained members have no vote, so that copies of members say who is one. `member` has to be republished once; until
 * then everybody on record counts as a full member, as before.
 */
export class MemberStanding1767310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE member_ref ADD COLUMN standing text NOT NULL DEFAULT 'full' CHECK (standing IN ('full', 'retained'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE member_ref DROP COLUMN standing`);
  }
}
