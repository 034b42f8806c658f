import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kits that something is in, as its time is theirs: they are looked at again whenever some of it is taken or freed. */
export class KitsOfThings1763600407500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each loan asks for them; the primary key serves only what a kit is made of.
      CREATE INDEX kit_content_resource ON kit_content (resource_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX kit_content_resource');
  }
}
