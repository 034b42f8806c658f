import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A small copy of the union tree, fed by membership's events, so that no decision here waits for another service. */
export class References1763600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE union_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        path       text COLLATE "C" NOT NULL,
        name       text NOT NULL,
        size_class text,
        active     boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE union_ref');
  }
}
