import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats beyond the capacity that an officer gave with a reason: few, and taken off the kept sums when those are watched. */
export class OverriddenSeats1763900000703 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX registration_overridden ON registration (activity_id, pool_id, state) INCLUDE (heads)
        WHERE override_reason IS NOT NULL
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registration_overridden');
  }
}
