import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits in a committee is asked by anyone who opens the page of a union: its by-elections are found without reading all. */
export class SeatsOfCommittees1767376000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX committee_election_of_committee ON committee_election (committee_id) WHERE committee_id IS NOT NULL
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX committee_election_of_committee');
  }
}
