import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints are matters: the service for them is opened where the federation is known already, and those of before are asked for. */
export class Complaints1766620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO due (kind, key, due_at, payload) SELECT 'root-known', id::text, now(), '{}' FROM union_ref WHERE path = '1.';
      INSERT INTO due (kind, key, due_at, payload) VALUES ('complaints-awaited', '', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind IN ('root-known', 'complaints-awaited')`);
  }
}
