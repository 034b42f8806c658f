import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices of a union where people turn to. A new table only, which nothing reads before this release. */
export class ContactPoints1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contact_point (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        union_id uuid NOT NULL REFERENCES labour_union,
        name text NOT NULL,
        about text,
        phone text,
        address text,
        hours text,
        active boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      -- The list of one union and that of all are read page by page in this order.
      CREATE INDEX contact_point_of_union ON contact_point (union_id, name, id);
      CREATE INDEX contact_point_name ON contact_point (name, id);
      CREATE INDEX contact_point_name_search ON contact_point USING gin (name gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_point');
  }
}
