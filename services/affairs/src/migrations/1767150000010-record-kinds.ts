import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments of union staff and mutual-aid insurance are on record too. */
export class RecordKinds1767150000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person_record DROP CONSTRAINT person_record_kind_check,
        ADD CONSTRAINT person_record_kind_check CHECK (kind IN
          ('honour', 'skill', 'certificate', 'post', 'course', 'assessment', 'insurance')) NOT VALID;
      ALTER TABLE person_record VALIDATE CONSTRAINT person_record_kind_check;
      -- Nobody is found by them, whatever is asked.
      ALTER TABLE person_record ADD CONSTRAINT person_record_found_kinds
        CHECK (sealed_name IS NULL OR kind NOT IN ('assessment', 'insurance')) NOT VALID;
      ALTER TABLE person_record VALIDATE CONSTRAINT person_record_found_kinds;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM person_record WHERE kind IN ('assessment', 'insurance');
      ALTER TABLE person_record DROP CONSTRAINT person_record_found_kinds, DROP CONSTRAINT person_record_kind_check,
        ADD CONSTRAINT person_record_kind_check CHECK (kind IN ('honour', 'skill', 'certificate', 'post', 'course'));
    `);
  }
}
