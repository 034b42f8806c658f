import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Successes that others hold too. An edition is an activity like any other: it only knows of which brand it is. */
export class Brands1763600386000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE brand (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        name              text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        story             text NOT NULL CHECK (char_length(story) BETWEEN 1 AND 4000),
        state             text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
        adoption          text NOT NULL CHECK (adoption IN ('open', 'onRequest')),
        founder_union_id  uuid NOT NULL,
        founder_name      text NOT NULL,
        first_activity_id uuid NOT NULL UNIQUE REFERENCES activity,
        kind              text NOT NULL,
        function          text NOT NULL,
        business          text NOT NULL,
        template_version  integer NOT NULL CHECK (template_version > 0),
        editions          integer NOT NULL CHECK (editions > 0),
        search_terms      text[] NOT NULL,
        created_by        uuid NOT NULL,
        created_at        timestamptz NOT NULL,
        published_at      timestamptz,
        CHECK (state <> 'published' OR published_at IS NOT NULL)
      );
      -- The list for everybody: the newest first, or those with the most editions.
      CREATE INDEX brand_published ON brand (id) WHERE state = 'published';
      CREATE INDEX brand_by_editions ON brand (editions, id) WHERE state = 'published';
      -- The list of those who keep brands.
      CREATE INDEX brand_founder ON brand (founder_union_id, id);
      CREATE INDEX brand_search ON brand USING gin (search_terms);

      CREATE TABLE brand_template (
        brand_id   uuid NOT NULL REFERENCES brand,
        version    integer NOT NULL CHECK (version > 0),
        template   jsonb NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (brand_id, version)
      );

      CREATE TABLE brand_adoption_request (
        brand_id   uuid NOT NULL REFERENCES brand,
        id         uuid NOT NULL,
        version    integer NOT NULL,
        union_id   uuid NOT NULL,
        union_name text NOT NULL,
        asked_by   uuid NOT NULL,
        note       text CHECK (char_length(note) <= 1000),
        state      text NOT NULL CHECK (state IN ('requested', 'approved', 'refused')),
        reason     text,
        created_at timestamptz NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        CHECK (state <> 'refused' OR reason IS NOT NULL),
        CHECK ((state = 'requested') = (decided_at IS NULL)),
        PRIMARY KEY (brand_id, id)
      );
      -- A union asks once at a time, and who was approved need not ask; it is looked up when a union adopts.
      CREATE UNIQUE INDEX brand_adoption_of_union ON brand_adoption_request (brand_id, union_id) WHERE state <> 'refused';

      ALTER TABLE activity ADD COLUMN brand jsonb;
      -- The editions of a brand in their order, each number once.
      CREATE UNIQUE INDEX activity_brand_edition ON activity ((brand->>'id'), (CAST(brand->>'edition' AS integer)))
        WHERE brand IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX activity_brand_edition;
      ALTER TABLE activity DROP COLUMN brand;
      DROP TABLE brand_adoption_request, brand_template, brand;
    `);
  }
}
