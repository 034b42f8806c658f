import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People read their own draw entries and queue places in one list, the latest first. Both tables are keyed by the draw
 * and the activity, so that without these indexes each such list would read the whole table.
 */
const indexes = [
  { name: 'draw_entry_person', on: 'draw_entry (person_id, entered_at DESC, draw_id DESC)' },
  { name: 'queue_place_person', on: 'queue_place (person_id, joined_at DESC, activity_id DESC)' },
] as const;

export class OwnArrangements1766100000400 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const { name, on } of indexes) {
      // What an aborted run has left is not valid.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${on}`);
    }
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indexes) await runner.query(`DROP INDEX ${name}`);
  }
}
