import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the door let a person in: devices that were without a network each believe to have been the first. */
export class Door1763600320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX check_in_operation_person ON check_in_operation (activity_id, person_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX check_in_operation_person');
  }
}
