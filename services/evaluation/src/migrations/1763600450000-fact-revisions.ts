import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attendance is put right by a further fact: of each person the newest stands, which may say that nobody came. */
export class FactRevisions1763600450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attendance_ref
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        DROP CONSTRAINT attendance_ref_heads_check,
        ADD CONSTRAINT attendance_ref_heads_check CHECK (heads >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attendance_ref WHERE heads = 0;
      ALTER TABLE attendance_ref
        DROP COLUMN version,
        DROP CONSTRAINT attendance_ref_heads_check,
        ADD CONSTRAINT attendance_ref_heads_check CHECK (heads > 0);
    `);
  }
}
