import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints that have not moved to affairs yet wait for nobody as those of membership: they are not told anew either. */
export class ComplaintsNotAwaited1767210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM awaited WHERE subject = 'intake'`);
  }

  async down(): Promise<void> {}
}
