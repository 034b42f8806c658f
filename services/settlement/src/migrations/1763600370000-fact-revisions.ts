import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attendance is put right by a further fact: of each person the newest stands, which may say that nobody came. */
export class FactRevisions1763600370000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attendance_fact
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        DROP CONSTRAINT attendance_fact_heads_check,
        ADD CONSTRAINT attendance_fact_heads_check CHECK (heads >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attendance_fact WHERE heads = 0;
      ALTER TABLE attendance_fact
        DROP COLUMN version,
        DROP CONSTRAINT attendance_fact_heads_check,
        ADD CONSTRAINT attendance_fact_heads_check CHECK (heads > 0);
    `);
  }
}
