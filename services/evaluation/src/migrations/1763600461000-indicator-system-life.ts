import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version is reviewed by somebody other than who wrote it, before it is published; and one that has had its time is
 * retired: kept for what rests on it. Who did each step, and when, is kept with it.
 */
export class IndicatorSystemLife1763600461000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator_system
        ADD COLUMN template      text,
        -- Null in what was drafted before it was kept.
        ADD COLUMN edited_by     uuid,
        ADD COLUMN reviewed_by   uuid,
        ADD COLUMN reviewed_at   timestamptz,
        ADD COLUMN returned_by   uuid,
        ADD COLUMN return_reason text,
        ADD COLUMN published_by  uuid,
        ADD COLUMN retired_by    uuid,
        ADD COLUMN retired_at    timestamptz,
        DROP CONSTRAINT indicator_system_state_check,
        DROP CONSTRAINT indicator_system_check,
        ADD CONSTRAINT indicator_system_state_check
          CHECK (state IN ('draft', 'reviewed', 'published', 'retired')),
        ADD CONSTRAINT indicator_system_published_check
          CHECK ((state IN ('published', 'retired')) = (published_at IS NOT NULL)),
        ADD CONSTRAINT indicator_system_retired_check CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
        -- Published versions from before reviews have none.
        ADD CONSTRAINT indicator_system_reviewed_check CHECK (CASE state
          WHEN 'draft' THEN reviewed_at IS NULL WHEN 'reviewed' THEN reviewed_at IS NOT NULL ELSE true END),
        ADD CONSTRAINT indicator_system_reviewer_check CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
        -- Nobody reviews what he wrote himself.
        ADD CONSTRAINT indicator_system_four_eyes CHECK (reviewed_by <> edited_by),
        ADD CONSTRAINT indicator_system_returned_check CHECK ((returned_by IS NULL) = (return_reason IS NULL));

      -- A published version may be retired, and nothing else of it ever changes.
      CREATE OR REPLACE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        of_retiring CONSTANT text[] := ARRAY['state', 'version', 'retired_by', 'retired_at'];
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'retired'
           AND to_jsonb(NEW) - of_retiring = to_jsonb(OLD) - of_retiring THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a published indicator system never changes' USING ERRCODE = 'insufficient_privilege';
      END $$;
      DROP TRIGGER indicator_system_published ON indicator_system;
      CREATE TRIGGER indicator_system_published BEFORE UPDATE OR DELETE ON indicator_system
        FOR EACH ROW WHEN (OLD.state IN ('published', 'retired')) EXECUTE FUNCTION keep_published();
    `);
  }

  /** What was reviewed is a draft again, and what was retired is published again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER indicator_system_published ON indicator_system;
      ALTER TABLE indicator_system
        DROP CONSTRAINT indicator_system_state_check,
        DROP CONSTRAINT indicator_system_published_check,
        DROP COLUMN template,
        DROP COLUMN edited_by,
        DROP COLUMN reviewed_by,
        DROP COLUMN reviewed_at,
        DROP COLUMN returned_by,
        DROP COLUMN return_reason,
        DROP COLUMN published_by,
        DROP COLUMN retired_by,
        DROP COLUMN retired_at;
      UPDATE indicator_system SET state = 'draft' WHERE state = 'reviewed';
      UPDATE indicator_system SET state = 'published' WHERE state = 'retired';
      ALTER TABLE indicator_system
        ADD CONSTRAINT indicator_system_state_check CHECK (state IN ('draft', 'published')),
        ADD CONSTRAINT indicator_system_check CHECK ((state = 'published') = (published_at IS NOT NULL));
      CREATE OR REPLACE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published indicator system never changes' USING ERRCODE = 'insufficient_privilege';
      END $$;
      ALTER FUNCTION keep_published() RESET search_path;
      CREATE TRIGGER indicator_system_published BEFORE UPDATE OR DELETE ON indicator_system
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION keep_published();
    `);
  }
}
