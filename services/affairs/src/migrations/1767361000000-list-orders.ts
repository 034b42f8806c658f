import type { MigrationInterface, QueryRunner } from 'typeorm';

const open = `state IN ('sent', 'inWork', 'asked', 'held', 'proposed')`;
const indexes = [
  ['matter_by_sending', 'matter (union_id, sent_at, id)'],
  ['matter_open_by_sending', `matter (union_id, sent_at, id) WHERE ${open}`],
  ['assignment_by_day', 'assignment (union_id, due_on, id)'],
] as const;
/** Each is the beginning, or a part, of one of those above. */
const replaced = [
  ['matter_sent', 'matter (union_id, sent_at)'],
  ['assignment_due', `assignment (union_id, due_on, id) WHERE state <> 'draft'`],
] as const;

/** Matters and assignments of a union are listed by their days: a page is walked from its end of these. */
export class ListOrders1767361000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of indexes) {
      // What an aborted run has left is not valid.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${columns}`);
    }
    for (const [name] of replaced) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of replaced) await runner.query(`CREATE INDEX ${name} ON ${columns}`);
    for (const [name] of indexes) await runner.query(`DROP INDEX ${name}`);
  }
}
