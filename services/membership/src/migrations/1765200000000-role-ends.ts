import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role may have a last day, and so may one that is proposed or offered. What is held already has none. */
export class RoleEnds1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The last day on which it is held, in China; null where it is held until it is revoked.
      ALTER TABLE role_grant ADD valid_to date;
      ALTER TABLE pending_change ADD valid_to date;
      ALTER TABLE pending_change ADD CONSTRAINT pending_change_end_check
        CHECK (valid_to IS NULL OR kind = 'role') NOT VALID;
      ALTER TABLE pending_change VALIDATE CONSTRAINT pending_change_end_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pending_change DROP valid_to;
      ALTER TABLE role_grant DROP valid_to;
      DELETE FROM due WHERE kind IN ('role-end', 'role-end-near');
    `);
  }
}
