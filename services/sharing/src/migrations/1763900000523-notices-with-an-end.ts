import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices were kept for ever. The daily look for those that are old enough finds them by these indexes, read and unread apart. */
export class NoticesWithAnEnd1763900000523 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notice_read_at ON notice (read_at) WHERE read_at IS NOT NULL;
      CREATE INDEX notice_unread_since ON notice (created_at) WHERE read_at IS NULL;
      INSERT INTO due (kind, key, due_at, payload) VALUES ('notice-erasure', '', now(), '{}')
      ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'notice-erasure'`);
    await runner.query('DROP INDEX notice_unread_since, notice_read_at');
  }
}
