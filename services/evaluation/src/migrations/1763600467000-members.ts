import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A copy of who is a member of which union, for one purpose: to count whom activities reach and whom they do not. It
 * has no name and no day of birth; the decade suffices to count by age. Where the platform ran before, it stays empty
 * until membership tells its members and unions anew (deploy/README.md, Upgrade).
 */
export class Members1763600467000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_ref (
        person_id    uuid PRIMARY KEY,
        version      integer NOT NULL,
        union_id     uuid,
        state        text NOT NULL CHECK (state IN ('imported', 'active', 'ended')),
        birth_decade smallint CHECK (birth_decade % 10 = 0),
        -- Of whoever has left, nothing is counted by age any more.
        CHECK (state <> 'ended' OR birth_decade IS NULL)
      );
      -- The members of a union.
      CREATE INDEX member_ref_union ON member_ref (union_id) WHERE state <> 'ended';

      ALTER TABLE union_ref ADD COLUMN tier text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE union_ref DROP COLUMN tier; DROP TABLE member_ref');
  }
}
