import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One line for everything that can be shared, by which it is found: resources on offer, published activities and brands. It
 * repeats what stands elsewhere, so that one search has one order over all of them, and indexes that serve it.
 */
export class SearchableOffers1763600405000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offer (
        -- Of the thing itself; read backwards it is the list, newest first.
        id                 uuid PRIMARY KEY,
        kind               text NOT NULL CHECK (kind IN ('resource', 'activity', 'brand')),
        title              text NOT NULL,
        heading            text NOT NULL,
        body               text NOT NULL,
        terms              text[] NOT NULL,
        pinyin             text NOT NULL,
        function           text NOT NULL,
        businesses         text[] NOT NULL CHECK (cardinality(businesses) > 0),
        union_id           uuid NOT NULL,
        district           text,
        place              text,
        latitude           double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude          double precision CHECK (longitude BETWEEN -180 AND 180),
        capacity           integer CHECK (capacity > 0),
        starts_at          timestamptz,
        ends_at            timestamptz,
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
        CHECK ((kind = 'activity') = (starts_at IS NOT NULL)),
        CHECK ((starts_at IS NULL) = (ends_at IS NULL))
      );
      -- The list of one kind, of one function, of one business.
      CREATE INDEX offer_kind ON offer (kind, id DESC);
      CREATE INDEX offer_function ON offer (function, id DESC);
      CREATE INDEX offer_businesses ON offer USING gin (businesses);
      -- The words: single characters and pairs of Chinese, and the beginnings of words in pinyin.
      CREATE INDEX offer_terms ON offer USING gin (terms);
      CREATE INDEX offer_pinyin ON offer USING gin (pinyin gin_trgm_ops);
      -- What lies in a box; the distance itself decides then.
      CREATE INDEX offer_place ON offer USING gist (point(longitude, latitude));

      -- What is there already becomes findable page by page, as pinyin is not made here.
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'offer-rebuild', kind, now(), '{}' FROM unnest(ARRAY['resource', 'activity', 'brand']) AS kind;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'offer-rebuild'; DROP TABLE offer`);
  }
}
