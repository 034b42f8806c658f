import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Loans of a whole federation are listed by when they begin: a page is walked from its end of this, which ends with the id. */
export class LoanOrder1766800000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What an aborted run has left is not valid.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS loan_by_start');
    await runner.query('CREATE INDEX CONCURRENTLY loan_by_start ON loan (starts_at, id)');
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX loan_by_start');
  }
}
