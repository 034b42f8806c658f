import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A copy of what people are called, so that a page names who submitted, approved, proposed or confirmed. Where the
 * platform ran before, it stays empty until membership tells its members anew (deploy/README.md, Upgrade).
 */
export class Members1763600360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_ref (
        person_id   uuid PRIMARY KEY,
        version     integer NOT NULL,
        masked_name text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_ref');
  }
}
