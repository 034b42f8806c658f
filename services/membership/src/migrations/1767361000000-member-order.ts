import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  ['union_membership_by_joining', 'union_membership (valid_from, id)'],
  ['union_membership_of_union_by_joining', 'union_membership (union_id, valid_from, id)'],
] as const;

/** Members are listed by when they joined: of many unions a page is walked along the first, of few along the second of each. */
export class MemberOrder1767361000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of indexes) {
      // What an aborted run has left is not valid.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${columns}`);
    }
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of indexes) await runner.query(`DROP INDEX ${name}`);
  }
}
