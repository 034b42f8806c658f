import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The union tree. A subtree is a range of paths, which needs byte order: hence the C collation. */
export class Unions1763600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE labour_union (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        parent_id     uuid REFERENCES labour_union,
        path          text COLLATE "C" NOT NULL UNIQUE,
        -- The number that the next union below gets: given under the row's lock, so that no two get the same.
        next_child    integer NOT NULL DEFAULT 1,
        name          text NOT NULL,
        uscc          text UNIQUE,
        uscc_check    text CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
        enterprise_id uuid UNIQUE,
        active        boolean NOT NULL,
        created_at    timestamptz NOT NULL,
        CHECK (path ~ '^1\\.([0-9a-z]+\\.)*$'),
        CHECK ((uscc IS NULL) = (uscc_check IS NULL))
      );
      -- The list of a union's children, by name.
      CREATE INDEX labour_union_children ON labour_union (parent_id, name, id);
      -- The list of all unions, by name, and the search within names.
      CREATE INDEX labour_union_name ON labour_union (name, id);
      CREATE INDEX labour_union_name_search ON labour_union USING gin (name gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE labour_union');
  }
}
