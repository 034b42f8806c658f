import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Not only things answer a need: activities with room for more, brands, and needs for the like do as well. And a change of
 * an offer looks only at the needs that it may answer, as both stand in an index by function, business and area.
 */
export class MatchOffers1763600404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenNeeds(runner);
    await runner.query(`
      ALTER TABLE need_match
        ADD COLUMN offer_kind text NOT NULL DEFAULT 'resource'
          CHECK (offer_kind IN ('resource', 'activity', 'brand', 'need')),
        ADD COLUMN owner_person_id uuid,
        ADD COLUMN proposed_by uuid,
        ADD COLUMN outcome jsonb,
        ADD COLUMN activity_id uuid,
        ADD COLUMN plan jsonb,
        ADD CHECK (plan IS NULL OR activity_id IS NOT NULL),
        ADD CHECK (outcome IS NULL OR state = 'accepted');
      ALTER TABLE need_match ALTER COLUMN offer_kind DROP DEFAULT;
      UPDATE need_match m SET owner_person_id = r.owner_id FROM resource r
        WHERE r.id = m.resource_id AND r.owner_kind = 'person';
      -- Without a foreign key: what is offered stands in four tables, and none of it is ever deleted.
      ALTER TABLE need_match DROP CONSTRAINT need_match_resource_id_fkey, DROP CONSTRAINT need_match_need_id_resource_id_key;
      ALTER TABLE need_match RENAME COLUMN resource_id TO offer_id;
      -- A match keeps its id when it is computed again.
      ALTER TABLE need_match ADD UNIQUE (need_id, offer_kind, offer_id);
      -- The needs to look at when an offer has changed or is gone.
      CREATE INDEX need_match_offer ON need_match (offer_kind, offer_id, need_id);
      -- The needs that something of a union, or of a person, answers.
      CREATE INDEX need_match_owner ON need_match (owner_union_id, need_id);
      CREATE INDEX need_match_owner_person ON need_match (owner_person_id, need_id) WHERE owner_person_id IS NOT NULL;
      -- What brought the hosts of an activity together.
      CREATE INDEX need_match_activity ON need_match (activity_id) WHERE activity_id IS NOT NULL;

      -- Open needs by function × business × area; one key of them at a time is read, the newest first.
      CREATE TABLE need_key (
        key     text COLLATE "C" NOT NULL,
        need_id uuid NOT NULL REFERENCES need,
        PRIMARY KEY (key, need_id)
      );
      -- A need takes its keys along when it changes.
      CREATE INDEX need_key_need ON need_key (need_id);

      -- The same of what is offered. The owner's own needs are no customers of his.
      CREATE TABLE offer_key (
        key            text COLLATE "C" NOT NULL,
        offer_id       uuid NOT NULL,
        owner_union_id uuid NOT NULL,
        PRIMARY KEY (key, offer_id)
      );
      CREATE INDEX offer_key_offer ON offer_key (offer_id);

      CREATE TABLE activity_score (
        activity_id uuid PRIMARY KEY REFERENCES activity,
        score       double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
        computed_at timestamptz NOT NULL,
        union_id    uuid NOT NULL,
        resource_id uuid,
        brand_id    uuid
      );
      -- How it went before: at a place, with a brand, with an organiser.
      CREATE INDEX activity_score_resource ON activity_score (resource_id) WHERE resource_id IS NOT NULL;
      CREATE INDEX activity_score_brand ON activity_score (brand_id) WHERE brand_id IS NOT NULL;
      CREATE INDEX activity_score_union ON activity_score (union_id);
    `);
    await noteEverything(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE activity_score, offer_key, need_key;
      DELETE FROM need_match WHERE offer_kind <> 'resource';
      DROP INDEX need_match_offer, need_match_owner, need_match_owner_person, need_match_activity;
      ALTER TABLE need_match DROP CONSTRAINT need_match_need_id_offer_kind_offer_id_key;
      ALTER TABLE need_match RENAME COLUMN offer_id TO resource_id;
      ALTER TABLE need_match
        DROP COLUMN offer_kind, DROP COLUMN owner_person_id, DROP COLUMN proposed_by, DROP COLUMN outcome,
        DROP COLUMN plan, DROP COLUMN activity_id,
        ADD CONSTRAINT need_match_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource,
        ADD CONSTRAINT need_match_need_id_resource_id_key UNIQUE (need_id, resource_id);
      DROP INDEX need_expiry, need_search, need_district, need_businesses;
      UPDATE need SET state = 'closed' WHERE state <> 'open';
      ALTER TABLE need DROP CONSTRAINT need_state_check;
      ALTER TABLE need ADD CONSTRAINT need_state_check CHECK (state IN ('open', 'closed'));
      ALTER TABLE need DROP COLUMN businesses, DROP COLUMN flexible, DROP COLUMN audience, DROP COLUMN expires_at,
        DROP COLUMN search_terms;
    `);
  }
}

async function widenNeeds(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE need
      ADD COLUMN businesses text[] NOT NULL DEFAULT '{}',
      ADD COLUMN flexible jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN audience text NOT NULL DEFAULT 'everyone'
        CHECK (audience IN ('everyone', 'families', 'singles', 'women', 'newcomers', 'retired')),
      ADD COLUMN expires_at timestamptz,
      ADD COLUMN search_terms text[] NOT NULL DEFAULT '{}';
    UPDATE need SET
      businesses = ARRAY(SELECT DISTINCT w->>'business' FROM jsonb_array_elements(wants) AS w WHERE w->>'business' IS NOT NULL),
      expires_at = (SELECT max((w->>'to')::timestamptz) FROM jsonb_array_elements(windows) AS w);
    -- The terms of what was posted before: each character and each pair of neighbours, as the service makes them.
    UPDATE need SET search_terms = ARRAY(
      SELECT DISTINCT term FROM (SELECT title || ' ' || text || ' ' || coalesce(string_agg(w->>'skill', ' '), '') AS said
          FROM jsonb_array_elements(wants) AS w) AS all_of_it,
        regexp_matches(lower(normalize(said, NFKC)), '[[:alnum:]]+', 'g') AS run,
        generate_series(1, char_length(run[1])) AS place,
        LATERAL (VALUES (substr(run[1], place, 1)), (substr(run[1], place, 2))) AS terms(term)
      ORDER BY term);
    ALTER TABLE need
      ALTER COLUMN businesses DROP DEFAULT, ALTER COLUMN flexible DROP DEFAULT, ALTER COLUMN audience DROP DEFAULT,
      ALTER COLUMN search_terms DROP DEFAULT, ALTER COLUMN expires_at SET NOT NULL;
    ALTER TABLE need DROP CONSTRAINT need_state_check;
    ALTER TABLE need ADD CONSTRAINT need_state_check CHECK (state IN ('open', 'answered', 'closed', 'expired'));
    -- The list of one business, of one district, and the search.
    CREATE INDEX need_businesses ON need USING gin (businesses);
    CREATE INDEX need_district ON need (district, state, id DESC) WHERE district IS NOT NULL;
    CREATE INDEX need_search ON need USING gin (search_terms);
    -- What expires next.
    CREATE INDEX need_expiry ON need (expires_at) WHERE state = 'open';
  `);
}

/** What is there already finds its place in the index, and its matches of the new kinds, as due work. */
async function noteEverything(runner: QueryRunner): Promise<void> {
  const now = `now(), '{}'::jsonb`;
  await runner.query(`
    INSERT INTO due (kind, key, due_at, payload)
      SELECT 'match-resource', id::text, ${now} FROM resource WHERE active
      UNION ALL SELECT 'match-brand', id::text, ${now} FROM brand WHERE state = 'published'
      UNION ALL SELECT 'match-activity', id::text, ${now} FROM activity
        WHERE state IN ('draft', 'published') AND starts_at > now()
      UNION ALL SELECT 'match-need', id::text, ${now} FROM need WHERE state = 'open'
      UNION ALL SELECT 'need-expiry', id::text, expires_at, '{}'::jsonb FROM need WHERE state = 'open'
    ON CONFLICT (kind, key) DO NOTHING`);
}
