import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enterprises, outside organisations and clubs: whoever may be a party beside unions and people. */
export class Enterprises1763600120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enterprise (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        name            text NOT NULL,
        uscc            text NOT NULL UNIQUE,
        uscc_check      text NOT NULL CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
        uscc_evidence   text,
        sector          text,
        employees       integer CHECK (employees >= 0),
        revenue_wan     double precision CHECK (revenue_wan >= 0),
        assets_wan      double precision CHECK (assets_wan >= 0),
        size_class      text NOT NULL CHECK (size_class IN ('large', 'medium', 'small', 'micro', 'unclassified')),
        size_basis      text[] NOT NULL,
        keeper_union_id uuid NOT NULL REFERENCES labour_union,
        active          boolean NOT NULL,
        created_at      timestamptz NOT NULL,
        CHECK (uscc_check <> 'reviewed' OR uscc_evidence IS NOT NULL)
      );
      -- The list by name, whole or of one size class, and the search within names.
      CREATE INDEX enterprise_name ON enterprise (name, id);
      CREATE INDEX enterprise_size_class ON enterprise (size_class, name, id);
      CREATE INDEX enterprise_name_search ON enterprise USING gin (name gin_trgm_ops);

      ALTER TABLE labour_union ADD CONSTRAINT labour_union_enterprise_id_fkey
        FOREIGN KEY (enterprise_id) REFERENCES enterprise;

      CREATE TABLE organisation (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        kind       text NOT NULL CHECK (kind IN ('organisation', 'club')),
        name       text NOT NULL,
        union_id   uuid NOT NULL REFERENCES labour_union,
        uscc       text,
        uscc_check text CHECK (uscc_check IN ('passed', 'failed', 'reviewed')),
        active     boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CHECK ((uscc IS NULL) = (uscc_check IS NULL))
      );
      -- The list of either kind by name, and the search within names.
      CREATE INDEX organisation_name ON organisation (kind, name, id);
      CREATE INDEX organisation_name_search ON organisation USING gin (name gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_union DROP CONSTRAINT labour_union_enterprise_id_fkey;
      DROP TABLE organisation, enterprise;
    `);
  }
}
