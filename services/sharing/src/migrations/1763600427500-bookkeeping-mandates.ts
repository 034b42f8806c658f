import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mandate may let the other union keep the books, up to so much at a time. */
export class BookkeepingMandates1763600427500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mandate ADD COLUMN entry_limit_fen bigint CHECK (entry_limit_fen > 0),
        ADD CONSTRAINT mandate_limit_check CHECK (entry_limit_fen IS NULL OR 'bookkeeping' = ANY(scopes));
    `);
  }

  /** A mandate for what is no scope any more goes with its scope, so that it cannot come to mean something else. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mandate DROP CONSTRAINT mandate_limit_check, DROP COLUMN entry_limit_fen;
      DELETE FROM mandate WHERE scopes = ARRAY['bookkeeping'];
      UPDATE mandate SET scopes = array_remove(scopes, 'bookkeeping') WHERE 'bookkeeping' = ANY(scopes);
    `);
  }
}
