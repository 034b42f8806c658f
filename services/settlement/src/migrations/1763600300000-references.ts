import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small copies of what membership owns, fed by its events, so that no decision here waits for another service. */
export class References1763600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE union_ref (
        id      uuid PRIMARY KEY,
        version integer NOT NULL,
        path    text COLLATE "C" NOT NULL,
        name    text NOT NULL,
        active  boolean NOT NULL
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

      CREATE TABLE role_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        person_id  uuid NOT NULL,
        union_id   uuid NOT NULL,
        role       text NOT NULL,
        revoked_at timestamptz
      );
      -- Who holds a role at one union: the officers at the root, before the first posting.
      CREATE INDEX role_ref_union ON role_ref (union_id, role);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_ref, party_ref, union_ref');
  }
}
