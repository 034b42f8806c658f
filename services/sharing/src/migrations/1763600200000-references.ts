import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small copies of what membership owns, fed by its events, so that no decision here waits for another service. */
export class References1763600200000 implements MigrationInterface {
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
      -- Every union of a subtree.
      CREATE INDEX union_ref_path ON union_ref (path);

      CREATE TABLE party_ref (
        kind     text NOT NULL,
        id       uuid NOT NULL,
        version  integer NOT NULL,
        name     text NOT NULL,
        union_id uuid,
        active   boolean NOT NULL,
        PRIMARY KEY (kind, id)
      );

      CREATE TABLE member_ref (
        person_id   uuid PRIMARY KEY,
        version     integer NOT NULL,
        masked_name text NOT NULL,
        union_id    uuid,
        state       text NOT NULL,
        valid_from  date,
        valid_to    date
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_ref, party_ref, union_ref');
  }
}
