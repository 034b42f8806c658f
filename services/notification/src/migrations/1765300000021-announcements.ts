import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent to many leaves last, and is counted by its text. */
export class Announcements1765300000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What waits from before is of urgencies that nobody has written down: it leaves as if something were to be done.
      ALTER TABLE delivery ADD turn smallint NOT NULL DEFAULT 1, ADD text_id uuid;
      ALTER TABLE delivery ALTER turn DROP DEFAULT;
      -- What is claimed next. Whether something is due at all is asked of delivery_waiting.
      CREATE INDEX delivery_turn ON delivery (channel, turn, send_at, id) WHERE state = 'waiting';
      CREATE INDEX delivery_of_text ON delivery (text_id, channel, state) WHERE text_id IS NOT NULL;
      -- In how many inboxes a text is, and how many have read it.
      DROP INDEX notice_of_text;
      CREATE INDEX notice_of_text ON notice (text_id) INCLUDE (read_at) WHERE text_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notice_of_text;
      CREATE INDEX notice_of_text ON notice (text_id) WHERE text_id IS NOT NULL AND read_at IS NOT NULL;
      ALTER TABLE delivery DROP turn, DROP text_id;
    `);
  }
}
