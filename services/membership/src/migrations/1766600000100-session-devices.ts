import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People tell their sessions apart by browser and system, and hardly by a network address. */
export class SessionDevices1766600000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_in_session ADD COLUMN device text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_in_session DROP COLUMN device');
  }
}
