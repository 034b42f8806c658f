import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of breaches of personal information, and who was notified of them. New tables only. */
export class DataBreaches1767330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_breach (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL
          CHECK (state IN ('waiting', 'notifying', 'notified', 'filed', 'refused', 'withdrawn')),
        noticed_at timestamptz NOT NULL,
        happened_at timestamptz CHECK (happened_at <= noticed_at),
        kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
        cause text NOT NULL,
        harm text NOT NULL,
        measures text NOT NULL,
        advice text NOT NULL,
        contact_name text NOT NULL,
        contact_phone text NOT NULL,
        audience text NOT NULL CHECK (audience IN ('everybody', 'union', 'named')),
        union_id uuid REFERENCES labour_union,
        is_told boolean NOT NULL,
        not_told_reason text,
        corrects_id uuid REFERENCES data_breach,
        changes text,
        recorded_by uuid NOT NULL REFERENCES person,
        recorded_at timestamptz NOT NULL,
        -- Two hands: nobody decides on what they have recorded.
        decided_by uuid REFERENCES person CHECK (decided_by <> recorded_by),
        decided_at timestamptz,
        refusal text,
        affected integer CHECK (affected >= 0),
        notified integer NOT NULL DEFAULT 0 CHECK (notified >= 0),
        -- The last person who was looked at: a worker that dies goes on after the last committed batch.
        position uuid,
        finished_at timestamptz,
        CHECK ((audience = 'union') = (union_id IS NOT NULL)),
        CHECK (is_told = (not_told_reason IS NULL)),
        CHECK ((corrects_id IS NULL) = (changes IS NULL)),
        CHECK ((state IN ('notifying', 'notified', 'filed')) = (affected IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK (state NOT IN ('notifying', 'notified', 'filed', 'refused') OR decided_by IS NOT NULL)
      );
      -- A record has one correction, which may be corrected in its turn.
      CREATE UNIQUE INDEX data_breach_one_correction ON data_breach (corrects_id)
        WHERE state NOT IN ('refused', 'withdrawn');
      -- What was recorded never changes; a correction is a record of its own.
      CREATE TRIGGER data_breach_recorded BEFORE UPDATE OF id, noticed_at, happened_at, kinds, cause, harm, measures,
        advice, contact_name, contact_phone, audience, union_id, is_told, not_told_reason, corrects_id, changes,
        recorded_by, recorded_at ON data_breach FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER data_breach_kept BEFORE DELETE OR TRUNCATE ON data_breach
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE breach_person (
        breach_id uuid NOT NULL REFERENCES data_breach,
        person_id uuid NOT NULL REFERENCES person,
        -- Null for whoever is named and was not notified.
        notified_at timestamptz,
        PRIMARY KEY (breach_id, person_id)
      );
      -- Of what somebody was notified.
      CREATE INDEX breach_person_of_person ON breach_person (person_id, breach_id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE breach_person, data_breach');
  }
}
