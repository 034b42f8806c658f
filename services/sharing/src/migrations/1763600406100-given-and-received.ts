import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a union could offer is looked for among its own resources, those withdrawn too. */
export class GivenAndReceived1763600406100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX resource_owner_union ON resource (owner_union_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX resource_owner_union');
  }
}
