import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may come to an activity: the rules stand on its row, which a sign-up reads anyway, and what they ask of a member
 * on the copy of him. Sex and birth date are in the clear: see the README, decisions on eligibility.
 */
export class Eligibility1763600340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity ADD COLUMN eligibility jsonb
        CHECK (jsonb_typeof(eligibility) = 'object' AND eligibility ?& ARRAY['unionIds', 'sizeClasses', 'ageFrom', 'ageTo', 'sex', 'noShow']);
      ALTER TABLE member_ref ADD COLUMN sex text CHECK (sex IN ('female', 'male')), ADD COLUMN birth_date date;
      ALTER TABLE registration ADD COLUMN guardian_consent_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registration DROP COLUMN guardian_consent_at;
      ALTER TABLE member_ref DROP COLUMN birth_date, DROP COLUMN sex;
      ALTER TABLE activity DROP COLUMN eligibility;
    `);
  }
}
