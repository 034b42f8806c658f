import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done in office by the link in a message is done on the version that the message told of. */
export class LinkVersions1767330000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE awaiting ADD COLUMN link_version integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE awaiting DROP COLUMN link_version');
  }
}
