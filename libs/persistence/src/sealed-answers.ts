import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals the stored answers: they repeat whatever a view shows: names, phones, free text. A migration has no key, so
 * existing answers stay as they are until the service starts, which seals them first of all; `unsealed_table` names
 * the tables that have such values, so that later starts need not search.
 */
export class SealedAnswers1763900000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency RENAME COLUMN body TO sealed_body;
      ALTER TABLE idempotency ALTER COLUMN sealed_body TYPE text USING sealed_body::text;
      CREATE TABLE unsealed_table (name text PRIMARY KEY);
      INSERT INTO unsealed_table SELECT 'idempotency' WHERE EXISTS (SELECT 1 FROM idempotency);
    `);
  }

  /** Sealed answers cannot be opened here: these requests, if repeated, are executed again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unsealed_table;
      DELETE FROM idempotency;
      ALTER TABLE idempotency ALTER COLUMN sealed_body TYPE json USING NULL;
      ALTER TABLE idempotency RENAME COLUMN sealed_body TO body;
    `);
  }
}

/**
 * From now on the hash of a request is sealed with the answer; earlier answers keep theirs in the clear for the day
 * that they are stored.
 */
export class SealedRequests1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency ALTER COLUMN request_hash DROP NOT NULL`);
  }

  /** An older version does not recognise these requests. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM idempotency WHERE request_hash IS NULL;
      ALTER TABLE idempotency ALTER COLUMN request_hash SET NOT NULL;
    `);
  }
}
