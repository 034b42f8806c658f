import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A copy of what people are called, so that a page names who submitted, approved, proposed or confirmed. The stream fills
 * it from the members of the last weeks; older ones come with membership's `republish` of its members.
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
