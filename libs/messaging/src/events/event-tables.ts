import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables for publishing and consuming events and for scheduled work: outbox, inbox, dead letters and due work. */
export class EventTables1763600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id           uuid NOT NULL UNIQUE,
        subject      text NOT NULL,
        envelope     jsonb NOT NULL,
        created_at   timestamptz NOT NULL,
        published_at timestamptz
      );
      -- The relay asks for these many times a second; the index holds only what is left to publish.
      CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;
      -- After a reconnect the relay publishes again what the server may have lost.
      CREATE INDEX outbox_published_at ON outbox (published_at) WHERE published_at IS NOT NULL;

      CREATE TABLE inbox (
        consumer    text NOT NULL,
        message_id  uuid NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (consumer, message_id)
      );
      CREATE INDEX inbox_received_at ON inbox (received_at);

      CREATE TABLE dead_letter (
        consumer    text NOT NULL,
        message_id  uuid NOT NULL,
        subject     text NOT NULL,
        envelope    jsonb NOT NULL,
        reason      text NOT NULL,
        created_at  timestamptz NOT NULL,
        replayed_at timestamptz,
        PRIMARY KEY (consumer, message_id)
      );
      -- The operators' list, oldest first, and its count for the metrics: of what still waits.
      CREATE INDEX dead_letter_waiting ON dead_letter (created_at, message_id) WHERE replayed_at IS NULL;

      CREATE TABLE due (
        kind     text NOT NULL,
        key      text NOT NULL,
        due_at   timestamptz NOT NULL,
        payload  jsonb NOT NULL DEFAULT '{}',
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (kind, key)
      );
      CREATE INDEX due_due_at ON due (due_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE due, dead_letter, inbox, outbox');
  }
}

/**
 * Work that waits for a transient condition has not failed: `waiting_since` determines the next delay and the alert.
 */
export class WaitingDue1763900000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE due ADD COLUMN waiting_since timestamptz;
      -- The gauge asks for the oldest; hardly any row waits.
      CREATE INDEX due_waiting_since ON due (waiting_since) WHERE waiting_since IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE due DROP COLUMN waiting_since');
  }
}

/** What this service has told of what waits for whom. */
export class Awaited1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per thing that waits for somebody: without it, each change of a thing would have to be told.
      CREATE TABLE awaited (
        subject text NOT NULL,
        id      uuid NOT NULL,
        awaits  jsonb NOT NULL CHECK (awaits <> '[]'),
        PRIMARY KEY (subject, id)
      );
      -- Versions of what is told of one thing, which grow as they are taken under its lock.
      CREATE SEQUENCE awaited_version AS integer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SEQUENCE awaited_version; DROP TABLE awaited');
  }
}

/** A digest of what is told of who is awaited, once an hour: it needs the version that was told last of each thing. */
export class AwaitedVersions1767200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was told before has a version that is told nowhere: the first digest tells it once more, under that. An
      -- earlier version of the service, which still runs meanwhile, writes rows without one.
      ALTER TABLE awaited ADD COLUMN version integer NOT NULL DEFAULT nextval('awaited_version');

      -- These keep rows in it; the others have the table from the library as well, and nothing in it.
      INSERT INTO due (kind, key, due_at)
      SELECT 'awaits-digest', 'all', now()
      WHERE current_schema() IN ('membership', 'sharing', 'settlement', 'evaluation', 'affairs');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('awaits-digest', 'awaits-retelling');
      ALTER TABLE awaited DROP COLUMN version;
    `);
  }
}
