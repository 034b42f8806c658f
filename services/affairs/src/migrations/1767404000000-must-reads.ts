import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody must read is looked up whenever they look at what waits for them. */
export class MustReads1767404000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Few of the bulletins of a union must be read: without it, all that it has ever published is looked at.
    await runner.query(`
      CREATE INDEX bulletin_must_read ON bulletin (union_id, shown_from) WHERE must_read AND state = 'published'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bulletin_must_read');
  }
}
