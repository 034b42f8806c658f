import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text messages about accounts, which membership has sealed to this service. */
export class Texts1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A message leaves before its row says so: whoever dies in between sends it again.
      CREATE TABLE text_message (
        id           uuid PRIMARY KEY,
        kind         text NOT NULL,
        -- Phone and words, as they came.
        sealed       text,
        until        timestamptz NOT NULL,
        state        text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
        reason       text,
        created_at   timestamptz NOT NULL,
        send_at      timestamptz NOT NULL,
        leased_until timestamptz,
        CHECK ((state = 'waiting') = (sealed IS NOT NULL))
      );
      -- What is to be sent next: whose time is over soonest.
      CREATE INDEX text_message_waiting ON text_message (until, send_at) WHERE state = 'waiting';
      -- Those whose time is over are removed.
      CREATE INDEX text_message_until ON text_message (until);

      INSERT INTO due (kind, key, due_at, payload) VALUES ('text-message-erasure', 'all', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'text-message-erasure';
      DROP TABLE text_message;
    `);
  }
}
