import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search asks of each thing in turn whether it is free at a time. Bookings of one thing never meet, so the next that ends
 * after the beginning of that time answers it: this index holds it first, however much is booked before and after.
 */
export class NextBookings1763600602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX booking_next ON booking (resource_id, occupied_until) WHERE quantity IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX booking_next');
  }
}
