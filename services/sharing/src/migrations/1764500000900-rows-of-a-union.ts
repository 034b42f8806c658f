import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers and people see what is theirs, newest first: without these all rows of the network are read for them. */
export class RowsOfAUnion1764500000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX activity_series_of_union ON activity_series (union_id, id DESC);
      CREATE INDEX activity_series_of_person ON activity_series (organiser_id, id DESC) WHERE organiser_kind = 'person';
      CREATE INDEX co_host_person ON co_host (party_id, id DESC) WHERE party_kind = 'person';
      CREATE INDEX maintenance_task_open_of_resource ON maintenance_task (resource_id) WHERE state = 'open';
      CREATE INDEX need_of_union ON need (union_id, id DESC);
      CREATE INDEX need_of_person ON need (party_id, id DESC) WHERE party_kind = 'person';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX activity_series_of_union, activity_series_of_person, co_host_person, maintenance_task_open_of_resource,
      need_of_union, need_of_person`);
  }
}
