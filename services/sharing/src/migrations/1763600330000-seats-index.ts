import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody counts the seats of a pool any more, as its line is kept: the index would only make each sign-up dearer. */
export class SeatsIndex1763600330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registration_seats');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX registration_seats ON registration (activity_id, pool_id, state) INCLUDE (heads, rank)',
    );
  }
}
