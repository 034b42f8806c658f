import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kept totals of the census. Every change of a membership leaves one row here in its own transaction, written by triggers:
 * memberships are written in many places, by single commands, rosters and undoing, and none of them can forget it. Nobody
 * waits for a counter, as the rows are only inserted; due work adds them to the totals. New tables and triggers only.
 */
export class Census1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many members of a union itself, without those below it, have a value of a dimension.
      CREATE TABLE census_total (
        union_id  uuid NOT NULL REFERENCES labour_union,
        dimension text NOT NULL,
        value     text NOT NULL,
        members   integer NOT NULL,
        PRIMARY KEY (union_id, dimension, value)
      );
      -- Who completes a year of life today, over all unions.
      CREATE INDEX census_total_birth ON census_total (value) WHERE dimension = 'birth';

      -- Changes that are not in the totals yet.
      CREATE TABLE census_change (
        id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        changed_at       timestamptz NOT NULL DEFAULT now(),
        -- What the membership counted as, and counts as from now on: see \`census_terms\`.
        before           jsonb,
        after            jsonb,
        -- Where a resident number was put right: whose, and the earlier one, sealed; null if there was none.
        corrected_person uuid,
        number_before    text
      );
      CREATE INDEX census_change_corrected ON census_change (corrected_person, id) WHERE corrected_person IS NOT NULL;

      -- The day on which the age bands of the totals are right. One row, once anybody was counted.
      CREATE TABLE census_day (
        single  boolean PRIMARY KEY DEFAULT true CHECK (single),
        aged_to date NOT NULL
      );

      -- Copies of attendance, by which it is known who never took part in anything.
      CREATE TABLE census_attendance (
        activity_id uuid NOT NULL,
        person_id   uuid NOT NULL,
        version     integer NOT NULL,
        heads       integer NOT NULL,
        PRIMARY KEY (activity_id, person_id)
      );
      CREATE INDEX census_attendance_of_person ON census_attendance (person_id) WHERE heads > 0;
      CREATE TABLE census_participant (person_id uuid PRIMARY KEY);

      -- What one membership, as a row in JSON, counts as. No personal value: sex and birth date are read from the sealed
      -- number when the change is added to the totals.
      CREATE FUNCTION census_terms(membership jsonb) RETURNS jsonb STABLE LANGUAGE sql SET search_path FROM CURRENT AS $$
        SELECT jsonb_build_object(
          'personId', membership->>'person_id',
          'unionId', membership->>'union_id',
          'state', membership->>'state',
          'employment', membership->>'employment_kind',
          'standing', membership->>'standing',
          'joined', left(membership->>'valid_from', 7),
          'left', left(membership->>'valid_to', 7),
          'endedReason', membership->>'ended_reason',
          'tookPart', EXISTS (SELECT 1 FROM census_participant p WHERE p.person_id = (membership->>'person_id')::uuid))
      $$;

      CREATE FUNCTION census_membership_changed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO census_change (after) SELECT census_terms(to_jsonb(n)) FROM new_rows n;
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO census_change (before) SELECT census_terms(to_jsonb(o)) FROM old_rows o;
        ELSE
          INSERT INTO census_change (before, after)
          SELECT t.before, t.after FROM old_rows o JOIN new_rows n USING (id)
          CROSS JOIN LATERAL (SELECT census_terms(to_jsonb(o)) AS before, census_terms(to_jsonb(n)) AS after) t
          WHERE t.before <> t.after;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER census_membership_inserted AFTER INSERT ON union_membership
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION census_membership_changed();
      CREATE TRIGGER census_membership_updated AFTER UPDATE ON union_membership
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION census_membership_changed();
      CREATE TRIGGER census_membership_deleted AFTER DELETE ON union_membership
        REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION census_membership_changed();

      -- A number that is put right changes sex or birth date. A new seal of the same number does not.
      CREATE FUNCTION census_number_corrected() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        INSERT INTO census_change (before, after, corrected_person, number_before)
        SELECT t.terms, t.terms, NEW.id, OLD.resident_number
        FROM (SELECT 1) one LEFT JOIN LATERAL (
          SELECT census_terms(to_jsonb(m)) AS terms FROM union_membership m WHERE m.person_id = NEW.id AND m.state <> 'ended'
        ) t ON true;
        RETURN NULL;
      END $$;
      CREATE TRIGGER census_number_corrected AFTER UPDATE ON person FOR EACH ROW
        WHEN (OLD.resident_number_hash IS DISTINCT FROM NEW.resident_number_hash)
        EXECUTE FUNCTION census_number_corrected();

      CREATE FUNCTION census_participation_changed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        INSERT INTO census_change (before, after)
        SELECT terms || jsonb_build_object('tookPart', TG_OP = 'DELETE'), terms || jsonb_build_object('tookPart', TG_OP = 'INSERT')
        FROM (SELECT census_terms(to_jsonb(m)) AS terms FROM changed_rows c
          JOIN union_membership m ON m.person_id = c.person_id AND m.state <> 'ended') open;
        RETURN NULL;
      END $$;
      CREATE TRIGGER census_participant_inserted AFTER INSERT ON census_participant
        REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION census_participation_changed();
      CREATE TRIGGER census_participant_deleted AFTER DELETE ON census_participant
        REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION census_participation_changed();

      -- Whoever is a member already.
      INSERT INTO census_change (after) SELECT census_terms(to_jsonb(m)) FROM union_membership m ORDER BY m.id;
      INSERT INTO due (kind, key, due_at) VALUES ('census-fold', 'all', '2020-01-01');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'census-fold';
      DROP TRIGGER census_number_corrected ON person;
      DROP TRIGGER census_membership_inserted ON union_membership;
      DROP TRIGGER census_membership_updated ON union_membership;
      DROP TRIGGER census_membership_deleted ON union_membership;
      DROP TABLE census_participant, census_attendance, census_day, census_change, census_total;
      DROP FUNCTION census_membership_changed, census_number_corrected, census_participation_changed, census_terms;
    `);
  }
}
