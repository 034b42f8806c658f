import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The union that serves somebody who is dispatched to it. `republish member` of membership fills it for those of before. */
export class ServedMembers1766800150000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_ref ADD COLUMN IF NOT EXISTS served_by_union_id uuid');
    // What an aborted run has left is not valid.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS member_ref_serving');
    // Whom an announcement of a union is for, beside its members, in the order in which they are told; few are dispatched.
    await runner.query(
      `CREATE INDEX CONCURRENTLY member_ref_serving ON member_ref (served_by_union_id, person_id)
       WHERE served_by_union_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_ref DROP COLUMN served_by_union_id');
  }
}
