import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  ['cost_pool_by_total', 'cost_pool (total_fen, id)'],
  ['cost_pool_by_approval', 'cost_pool (approved_at, id)'],
  ['payment_by_amount', 'payment (amount_fen, id)'],
  ['payment_by_day', 'payment (due_on, id)'],
] as const;

/** Bills and payments of a whole federation are listed by amount and day: a page is walked from its end of these. */
export class ListOrders1766800000000 implements MigrationInterface {
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
