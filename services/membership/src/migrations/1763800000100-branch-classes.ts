import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The unions below a firm's have its size class from now on. Their versions rise, so that `republish union` brings the class
 * to every copy; without it a branch has its class from its next change on.
 */
export class BranchClasses1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE labour_union u SET version = version + 1 WHERE u.enterprise_id IS NULL AND EXISTS (
        SELECT 1 FROM labour_union f WHERE f.enterprise_id IS NOT NULL AND f.path < u.path AND starts_with(u.path, f.path));
    `);
  }

  async down(): Promise<void> {
    // A version that has risen stays: copies may know it.
  }
}
