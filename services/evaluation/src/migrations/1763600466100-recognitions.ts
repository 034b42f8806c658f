import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a final ranking was good for: recognitions, each with a code by which anyone can verify its certificate. */
export class Recognitions1763600466100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recognition (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        ranking_id      uuid NOT NULL REFERENCES ranking,
        -- Never a person.
        subject_kind    text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
        subject_id      uuid NOT NULL,
        subject_name    text NOT NULL,
        issuer_union_id uuid NOT NULL,
        issuer_name     text NOT NULL,
        title           text NOT NULL,
        level           text NOT NULL,
        year            integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
        place           integer NOT NULL CHECK (place > 0),
        code            text NOT NULL UNIQUE,
        granted_by      uuid NOT NULL,
        granted_at      timestamptz NOT NULL,
        revoked_by      uuid,
        revoked_at      timestamptz,
        revoke_reason   text,
        -- One of a name for the same; the unique order serves a ranking's recognitions, too.
        UNIQUE (ranking_id, title, subject_id),
        CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
      );
      -- What something was recognised for, newest first.
      CREATE INDEX recognition_of_subject ON recognition (subject_id, id DESC);
      -- A certificate says what it said; it can be revoked, once.
      CREATE FUNCTION keep_recognition() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        RAISE EXCEPTION 'a recognition stays as it was granted' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER recognition_kept BEFORE UPDATE ON recognition FOR EACH ROW
        WHEN (OLD.revoked_at IS NOT NULL OR
          (OLD.ranking_id, OLD.subject_kind, OLD.subject_id, OLD.subject_name, OLD.issuer_union_id, OLD.issuer_name,
           OLD.title, OLD.level, OLD.year, OLD.place, OLD.code, OLD.granted_by, OLD.granted_at)
          IS DISTINCT FROM
          (NEW.ranking_id, NEW.subject_kind, NEW.subject_id, NEW.subject_name, NEW.issuer_union_id, NEW.issuer_name,
           NEW.title, NEW.level, NEW.year, NEW.place, NEW.code, NEW.granted_by, NEW.granted_at))
        EXECUTE FUNCTION keep_recognition();
      CREATE TRIGGER recognition_stays BEFORE DELETE OR TRUNCATE ON recognition
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recognition; DROP FUNCTION keep_recognition()');
  }
}
