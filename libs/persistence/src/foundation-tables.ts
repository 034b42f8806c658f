import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables that every service has besides its own nouns: idempotency answers and the audit trail. The audit trail is
 * append-only twice over: the service's role has no privilege to change it, and a trigger refuses even the owner.
 */
export class FoundationTables1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency (
        actor_id     text NOT NULL,
        route        text NOT NULL,
        key          text NOT NULL,
        request_hash text NOT NULL,
        outcome      text CHECK (outcome IN ('done', 'refused')),
        existing     boolean NOT NULL DEFAULT false,
        -- json, not jsonb: a replay is the first answer to the letter, with its fields in their order.
        body         json,
        decisions    jsonb NOT NULL DEFAULT '[]',
        created_at   timestamptz NOT NULL,
        PRIMARY KEY (actor_id, route, key)
      );
      -- Old answers are removed by age.
      CREATE INDEX idempotency_created_at ON idempotency (created_at);

      CREATE TABLE audit_record (
        id         uuid PRIMARY KEY,
        at         timestamptz NOT NULL,
        actor_id   uuid,
        api_key_id uuid,
        action     text NOT NULL,
        noun       text NOT NULL,
        subject_id text NOT NULL,
        before     jsonb,
        after      jsonb,
        origin     text NOT NULL,
        trace_id   text,
        row_hash   text NOT NULL
      );
      -- "What happened to this thing", newest first.
      CREATE INDEX audit_record_subject ON audit_record (noun, subject_id, id DESC);

      CREATE TABLE audit_seal (
        number    integer PRIMARY KEY,
        at        timestamptz NOT NULL,
        row_count integer NOT NULL CHECK (row_count > 0),
        hash      text NOT NULL
      );
      CREATE TABLE audit_sealed (
        seal_number integer NOT NULL REFERENCES audit_seal,
        position    integer NOT NULL,
        record_id   uuid NOT NULL UNIQUE,
        PRIMARY KEY (seal_number, position)
      );

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
    `);
    for (const table of ['audit_record', 'audit_seal', 'audit_sealed']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_sealed, audit_seal, audit_record, idempotency;
      DROP FUNCTION refuse_change();
    `);
  }
}

/** Revokes update and delete from the service's role, and refuses them to the owner by a trigger. */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    DO $$ BEGIN EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM %I', current_schema()); END $$;
  `);
}
