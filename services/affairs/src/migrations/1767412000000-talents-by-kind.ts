import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search for talents of one kind reads those alone: of a rare kind there may be none among all that can be found. */
export class TalentsByKind1767412000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX person_record_found_kind ON person_record (kind, id DESC)
        WHERE state = 'verified' AND sealed_name IS NOT NULL AND NOT is_over;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_record_found_kind');
  }
}
