import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is offered, by which right it may be borrowed, and when it is taken. */
export class Resources1763600230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resource (
        id                     uuid PRIMARY KEY,
        version                integer NOT NULL,
        owner_kind             text NOT NULL,
        owner_id               uuid NOT NULL,
        owner_union_id         uuid NOT NULL,
        title                  text NOT NULL,
        description            text NOT NULL,
        function               text NOT NULL,
        businesses             text[] NOT NULL CHECK (cardinality(businesses) > 0),
        district               text,
        place                  text,
        latitude               double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude              double precision CHECK (longitude BETWEEN -180 AND 180),
        capacity               integer CHECK (capacity > 0),
        turnaround_minutes     integer NOT NULL CHECK (turnaround_minutes >= 0),
        loans_per_borrower_max integer CHECK (loans_per_borrower_max > 0),
        part_of_id             uuid REFERENCES resource,
        active                 boolean NOT NULL,
        search_terms           text[] NOT NULL,
        created_at             timestamptz NOT NULL,
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
        CHECK (part_of_id <> id)
      );
      -- What a person or a club offers: their loans are found by it.
      CREATE INDEX resource_owner ON resource (owner_kind, owner_id);
      -- The list, newest first: all, of one function; and the candidates for a need, near ones first.
      CREATE INDEX resource_active ON resource (id DESC) WHERE active;
      CREATE INDEX resource_function ON resource (function, id DESC) WHERE active;
      CREATE INDEX resource_district ON resource (function, district, id DESC) WHERE active;
      -- The list of one business.
      CREATE INDEX resource_businesses ON resource USING gin (businesses) WHERE active;
      -- The search. Single characters and pairs of them, because most Chinese words have two characters,
      -- and a trigram index finds nothing shorter than three.
      CREATE INDEX resource_search ON resource USING gin (search_terms) WHERE active;
      -- The parts of a whole, which are taken with it.
      CREATE INDEX resource_parts ON resource (part_of_id) WHERE part_of_id IS NOT NULL;

      CREATE TABLE right_of_use (
        resource_id        uuid NOT NULL REFERENCES resource,
        id                 uuid NOT NULL,
        version            integer NOT NULL,
        grantee_kind       text NOT NULL CHECK (grantee_kind IN ('union', 'subtree', 'sizeClass', 'everyone')),
        grantee_union_id   uuid,
        grantee_size_class text,
        valid_from         timestamptz NOT NULL,
        valid_until        timestamptz NOT NULL,
        approval           text NOT NULL CHECK (approval IN ('automatic', 'custodian')),
        price_kind         text NOT NULL CHECK (price_kind IN ('free', 'costShare')),
        price_text         text,
        revoked_at         timestamptz,
        -- Also the list of a resource's grants, newest first, read backwards.
        PRIMARY KEY (resource_id, id),
        CHECK (valid_from < valid_until),
        CHECK ((grantee_kind IN ('union', 'subtree')) = (grantee_union_id IS NOT NULL)),
        CHECK ((grantee_kind = 'sizeClass') = (grantee_size_class IS NOT NULL))
      );

      -- When a resource is taken: by a loan (of the same id), or by a time out of service.
      CREATE TABLE booking (
        resource_id    uuid NOT NULL REFERENCES resource,
        id             uuid NOT NULL,
        kind           text NOT NULL CHECK (kind IN ('loan', 'block')),
        starts_at      timestamptz NOT NULL,
        -- The end with the turnaround after it.
        occupied_until timestamptz NOT NULL,
        reason         text,
        PRIMARY KEY (resource_id, id),
        CHECK (starts_at < occupied_until),
        -- What decides every race for a slot, whoever asks and by whatever way. Half-open: 11:00–11:30 and
        -- 11:30–12:00 do not meet. A booking that is given up is deleted.
        CONSTRAINT booking_free EXCLUDE USING gist
          (resource_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&)
      );
      -- A whole and its parts hold rows of one id each.
      CREATE INDEX booking_id ON booking (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking, right_of_use, resource');
  }
}
