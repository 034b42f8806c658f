import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints are matters of affairs now, which says whom they wait for: as those of membership they wait for nobody. */
export class Complaints1766620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM awaiting WHERE kind IN ('intakeReceived', 'intakeAnswered')`);
  }

  /** Membership tells anew whom they wait for. */
  async down(): Promise<void> {}
}
