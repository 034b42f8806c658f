import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where notices go beside the inbox, what people want there, and what is on its way. */
export class Sending1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_address (
        id             uuid PRIMARY KEY,
        person_id      uuid NOT NULL,
        channel        text NOT NULL,
        sealed_address text NOT NULL,
        -- Of a browser: whoever signs in there later takes it over from whoever did before.
        fingerprint    text UNIQUE,
        label          text NOT NULL,
        state          text NOT NULL CHECK (state IN ('unproved', 'active')),
        -- Wrong codes since the last one was sent, and until when that one is good.
        tries          integer NOT NULL DEFAULT 0,
        code_until     timestamptz,
        created_at     timestamptz NOT NULL,
        reached_at     timestamptz,
        failing_since  timestamptz
      );
      CREATE INDEX notice_address_person ON notice_address (person_id);

      -- When a code was sent for somebody, whatever became of the address: so many a day and no more.
      CREATE TABLE address_code (
        person_id uuid NOT NULL,
        at        timestamptz NOT NULL,
        PRIMARY KEY (person_id, at)
      );
      CREATE INDEX address_code_at ON address_code (at);

      CREATE TABLE notice_preference (
        person_id     uuid PRIMARY KEY,
        version       integer NOT NULL,
        locale        text NOT NULL,
        quiet_from    text,
        quiet_to      text,
        digest        text NOT NULL,
        channels      jsonb NOT NULL,
        refused_kinds text[] NOT NULL
      );

      -- One row per message to one address. A message leaves before its row says so: whoever dies in between sends it again.
      CREATE TABLE delivery (
        id           uuid PRIMARY KEY,
        address_id   uuid NOT NULL REFERENCES notice_address ON DELETE CASCADE,
        channel      text NOT NULL,
        what         text NOT NULL CHECK (what IN ('notice', 'code', 'test')),
        notice_id    uuid,
        -- What comes later with the same replaces what is still waiting.
        collapse     text NOT NULL,
        state        text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
        reason       text,
        -- When the person wants it; and when it is tried next.
        due_at       timestamptz NOT NULL,
        send_at      timestamptz NOT NULL,
        leased_until timestamptz,
        created_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        CHECK ((what = 'notice') = (notice_id IS NOT NULL)),
        CHECK ((state = 'waiting') = (ended_at IS NULL))
      );
      -- What is to be sent next, and what waits for one address.
      CREATE INDEX delivery_waiting ON delivery (channel, send_at) WHERE state = 'waiting';
      CREATE INDEX delivery_address ON delivery (address_id, collapse) WHERE state = 'waiting';
      CREATE INDEX delivery_of_address ON delivery (address_id);
      -- The oldest are removed.
      CREATE INDEX delivery_ended ON delivery (ended_at) WHERE state <> 'waiting';

      INSERT INTO due (kind, key, due_at, payload) VALUES ('delivery-erasure', 'all', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'delivery-erasure';
      DROP TABLE delivery;
      DROP TABLE notice_preference;
      DROP TABLE address_code;
      DROP TABLE notice_address;
    `);
  }
}
