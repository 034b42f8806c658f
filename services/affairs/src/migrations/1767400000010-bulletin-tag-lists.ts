import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is for a reader with one tag is a walk for each of their audiences, as what is of one kind. */
const indexes = [
  [
    'bulletin_business',
    `bulletin (audience_key, business, is_pinned DESC, shown_from DESC, id DESC)
       WHERE state = 'published' AND business IS NOT NULL`,
  ],
  [
    'bulletin_function',
    `bulletin (audience_key, function, is_pinned DESC, shown_from DESC, id DESC)
       WHERE state = 'published' AND function IS NOT NULL`,
  ],
] as const;

export class BulletinTagLists1767400000010 implements MigrationInterface {
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
