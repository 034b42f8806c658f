import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The needs of one party, the newest first: a union sees whether it has ever said what it needs. */
export class NeedsOfParties1766810000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What an aborted run has left is not valid.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS need_of_party');
    await runner.query('CREATE INDEX CONCURRENTLY need_of_party ON need (party_kind, party_id, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX need_of_party');
  }
}
