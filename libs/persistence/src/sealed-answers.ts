import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers that are kept for a replay repeat whatever a view shows: names, phones, what somebody wrote. From now on they are sealed.
 * A migration has no key, so what is kept already stays as it is until the service starts, which seals it first of all; `unsealed_table`
 * names where there is such, so that no later start looks for it.
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

  /** What is sealed does not open here: these requests, made once more, are answered anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unsealed_table;
      DELETE FROM idempotency;
      ALTER TABLE idempotency ALTER COLUMN sealed_body TYPE json USING NULL;
      ALTER TABLE idempotency RENAME COLUMN sealed_body TO body;
    `);
  }
}

/** The hash of a request is sealed with the answer from now on; answers from before keep theirs for the day that they are kept. */
export class SealedRequests1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency ALTER COLUMN request_hash DROP NOT NULL`);
  }

  /** An older version does not know these requests again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM idempotency WHERE request_hash IS NULL;
      ALTER TABLE idempotency ALTER COLUMN request_hash SET NOT NULL;
    `);
  }
}
