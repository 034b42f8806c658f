import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Matching reads the calendars of hundreds of things in one statement. Those of single things are in `booking_next`;
 * this is the same for what is counted, so that neither needs the index of the constraint, which is larger and slower.
 */
export class BookingCounted1766800000020 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What an aborted run has left is not valid.
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS booking_counted');
    await runner.query(
      'CREATE INDEX CONCURRENTLY booking_counted ON booking (resource_id, occupied_until) WHERE quantity IS NOT NULL',
    );
  }

  /** TypeORM reverts in a transaction whatever a migration says. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_counted');
  }
}
