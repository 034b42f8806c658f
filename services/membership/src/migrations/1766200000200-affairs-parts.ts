import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A service of its own has what people bring to their unions: it has a part in erasures as well. */
export class AffairsParts1766200000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person_erasure_part DROP CONSTRAINT person_erasure_part_service_check, ADD CHECK
        (service IN ('membership', 'sharing', 'settlement', 'evaluation', 'notification', 'affairs'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM person_erasure_part WHERE service = 'affairs';
      ALTER TABLE person_erasure_part DROP CONSTRAINT person_erasure_part_service_check, ADD CHECK
        (service IN ('membership', 'sharing', 'settlement', 'evaluation', 'notification'))
    `);
  }
}
