import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ranking counts after a notice in which whoever is ranked may appeal. Its places are rows, so that ten thousand of them
 * cost what ten do for each; what it found never changes, only its state does.
 */
export class RankingLife1763600466000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ranking_append_only ON ranking;
      ALTER TABLE ranking
        ADD COLUMN version         integer NOT NULL DEFAULT 1,
        ADD COLUMN union_id        uuid,
        ADD COLUMN title           text,
        ADD COLUMN subject_kind    text NOT NULL DEFAULT 'activity'
          -- Never a person.
          CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
        ADD COLUMN group_by        text NOT NULL DEFAULT 'none'
          CHECK (group_by IN ('none', 'sizeClass', 'business', 'function')),
        ADD COLUMN minimum_answers integer NOT NULL DEFAULT 0 CHECK (minimum_answers = 0 OR minimum_answers >= 5),
        ADD COLUMN subject_ids     jsonb,
        ADD COLUMN period_from     date,
        ADD COLUMN period_to       date,
        ADD COLUMN ranked          integer,
        ADD COLUMN hash            text,
        ADD COLUMN revision        integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        -- A ranking is revised once: the next correction revises the revision.
        ADD COLUMN revision_of_id  uuid UNIQUE REFERENCES ranking,
        ADD COLUMN state           text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'notice', 'revising', 'final', 'superseded', 'withdrawn')),
        ADD COLUMN created_by      uuid,
        ADD COLUMN published_by    uuid,
        ADD COLUMN published_at    timestamptz,
        ADD COLUMN notice_ends_at  timestamptz,
        ADD COLUMN finalised_at    timestamptz,
        ADD COLUMN reason          text,
        ADD CHECK ((state = 'withdrawn') = (reason IS NOT NULL)),
        ADD CHECK ((published_at IS NULL) = (notice_ends_at IS NULL) AND (published_at IS NULL) = (published_by IS NULL)),
        ADD CHECK (state IN ('draft', 'withdrawn') OR published_at IS NOT NULL),
        -- Nothing counts before the notice is over.
        ADD CHECK (finalised_at IS NULL OR finalised_at >= notice_ends_at),
        ADD CHECK (state <> 'final' OR finalised_at IS NOT NULL);

      CREATE TABLE ranking_entry (
        ranking_id   uuid NOT NULL REFERENCES ranking,
        place        integer NOT NULL CHECK (place > 0),
        subject_id   uuid NOT NULL,
        subject_name text NOT NULL,
        union_id     uuid NOT NULL,
        score_id     uuid NOT NULL REFERENCES score,
        score_hash   text NOT NULL,
        rank         integer NOT NULL CHECK (rank BETWEEN 1 AND place),
        group_key    text,
        group_rank   integer NOT NULL CHECK (group_rank > 0),
        score        double precision NOT NULL,
        -- Five or more, or nothing: what a survey suppressed stays so.
        answers      integer CHECK (answers >= 5),
        why          jsonb NOT NULL,
        PRIMARY KEY (ranking_id, place),
        UNIQUE (ranking_id, subject_id)
      );
      CREATE TABLE ranking_left_out (
        ranking_id   uuid NOT NULL REFERENCES ranking,
        subject_id   uuid NOT NULL,
        subject_name text NOT NULL,
        union_id     uuid NOT NULL,
        reason       text NOT NULL CHECK (reason IN ('noScore', 'valueMissing', 'tooFewAnswers')),
        PRIMARY KEY (ranking_id, subject_id)
      );
      CREATE TABLE ranking_appeal (
        ranking_id   uuid NOT NULL REFERENCES ranking,
        id           uuid NOT NULL,
        subject_id   uuid NOT NULL,
        subject_name text NOT NULL,
        union_id     uuid NOT NULL,
        person_id    uuid NOT NULL,
        text         text NOT NULL,
        state        text NOT NULL CHECK (state IN ('open', 'upheld', 'rejected')),
        answer       text,
        created_at   timestamptz NOT NULL,
        decided_by   uuid,
        decided_at   timestamptz,
        PRIMARY KEY (ranking_id, id),
        CHECK ((state = 'open') = (decided_at IS NULL) AND (state = 'open') = (answer IS NULL)),
        -- Nobody decides on his own appeal.
        CHECK (decided_by <> person_id)
      );
      -- One at a time about the same.
      CREATE UNIQUE INDEX ranking_appeal_open ON ranking_appeal (ranking_id, subject_id) WHERE state = 'open';
    `);
    await moveOut(runner);
    await runner.query(`
      ALTER TABLE ranking DROP COLUMN entries, DROP COLUMN left_out;
      ALTER TABLE ranking RENAME COLUMN left_out_count TO left_out;
      ALTER TABLE ranking
        ALTER COLUMN union_id SET NOT NULL, ALTER COLUMN title SET NOT NULL,
        ALTER COLUMN ranked SET NOT NULL, ALTER COLUMN left_out SET NOT NULL, ALTER COLUMN hash SET NOT NULL,
        ALTER COLUMN version DROP DEFAULT, ALTER COLUMN subject_kind DROP DEFAULT, ALTER COLUMN group_by DROP DEFAULT,
        ALTER COLUMN minimum_answers DROP DEFAULT, ALTER COLUMN revision DROP DEFAULT, ALTER COLUMN state DROP DEFAULT;

      CREATE FUNCTION keep_ranking() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        RAISE EXCEPTION 'what a ranking found never changes' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER ranking_kept BEFORE UPDATE ON ranking FOR EACH ROW
        WHEN (OLD.state IN ('superseded', 'withdrawn') OR (OLD.state <> 'draft' AND NEW.state = 'draft')
          OR (OLD.indicator_system_id, OLD.weight_version_id, OLD.union_id, OLD.title, OLD.subject_kind, OLD.method,
              OLD.scaling, OLD.group_by, OLD.minimum_answers, OLD.subject_ids, OLD.period_from, OLD.period_to, OLD.ranked,
              OLD.left_out, OLD.hash, OLD.revision, OLD.revision_of_id, OLD.created_by, OLD.created_at)
          IS DISTINCT FROM
             (NEW.indicator_system_id, NEW.weight_version_id, NEW.union_id, NEW.title, NEW.subject_kind, NEW.method,
              NEW.scaling, NEW.group_by, NEW.minimum_answers, NEW.subject_ids, NEW.period_from, NEW.period_to, NEW.ranked,
              NEW.left_out, NEW.hash, NEW.revision, NEW.revision_of_id, NEW.created_by, NEW.created_at))
        EXECUTE FUNCTION keep_ranking();
      CREATE TRIGGER ranking_stays BEFORE DELETE OR TRUNCATE ON ranking
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      DO $$ BEGIN EXECUTE format('GRANT UPDATE ON ranking TO %I', current_schema()); END $$;
    `);
    for (const table of ['ranking_entry', 'ranking_left_out']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ranking_kept ON ranking;
      DROP TRIGGER ranking_stays ON ranking;
      DROP FUNCTION keep_ranking();
      ALTER TABLE ranking RENAME COLUMN left_out TO left_out_count;
      ALTER TABLE ranking ADD COLUMN entries jsonb, ADD COLUMN left_out jsonb;
      UPDATE ranking r SET
        entries = coalesce((SELECT jsonb_agg(jsonb_build_object('activityId', subject_id, 'activityTitle', subject_name,
          'scoreId', score_id, 'rank', rank, 'score', score, 'why', why) ORDER BY place)
          FROM ranking_entry WHERE ranking_id = r.id), '[]'),
        left_out = coalesce((SELECT jsonb_agg(subject_id ORDER BY subject_id)
          FROM ranking_left_out WHERE ranking_id = r.id), '[]');
      DROP TABLE ranking_appeal, ranking_left_out, ranking_entry;
      ALTER TABLE ranking
        ALTER COLUMN entries SET NOT NULL, ALTER COLUMN left_out SET NOT NULL,
        DROP COLUMN version, DROP COLUMN union_id, DROP COLUMN title, DROP COLUMN subject_kind, DROP COLUMN group_by,
        DROP COLUMN minimum_answers, DROP COLUMN subject_ids, DROP COLUMN period_from, DROP COLUMN period_to,
        DROP COLUMN ranked, DROP COLUMN left_out_count, DROP COLUMN hash, DROP COLUMN revision,
        DROP COLUMN revision_of_id, DROP COLUMN state, DROP COLUMN created_by, DROP COLUMN published_by,
        DROP COLUMN published_at, DROP COLUMN notice_ends_at, DROP COLUMN finalised_at, DROP COLUMN reason;
    `);
    await makeAppendOnly(runner, 'ranking');
  }
}

/** Those from before had no notice: they are drafts. The hash is written as the service writes it. */
async function moveOut(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE ranking ADD COLUMN left_out_count integer;
    INSERT INTO ranking_entry
    SELECT r.id, n, s.subject_id, e->>'activityTitle', s.union_id, s.id, s.inputs_hash, (e->>'rank')::integer, NULL,
      (e->>'rank')::integer, (e->>'score')::double precision, NULL,
      coalesce((SELECT jsonb_agg(w || jsonb_build_object('name', c->>'name', 'points', c->'points') ORDER BY o)
        FROM jsonb_array_elements(e->'why') WITH ORDINALITY t(w, o)
        JOIN jsonb_array_elements(s.detail->'contributions') c ON c->>'indicatorId' = w->>'indicatorId'), '[]')
    FROM ranking r CROSS JOIN jsonb_array_elements(r.entries) WITH ORDINALITY t(e, n)
    JOIN score s ON s.id = (e->>'scoreId')::uuid;
    INSERT INTO ranking_left_out
    SELECT r.id, a.id, a.title, a.union_id, CASE r.method WHEN 'topsis' THEN 'valueMissing' ELSE 'noScore' END
    FROM ranking r CROSS JOIN jsonb_array_elements_text(r.left_out) AS l(id) JOIN activity_ref a ON a.id = l.id::uuid;
    UPDATE ranking r SET union_id = i.union_id, title = i.name,
      ranked = (SELECT count(*) FROM ranking_entry WHERE ranking_id = r.id),
      left_out_count = (SELECT count(*) FROM ranking_left_out WHERE ranking_id = r.id),
      hash = encode(sha256(convert_to(coalesce((SELECT string_agg(concat_ws(' ', rank, group_rank, subject_id, score_id,
        score_hash, encode(float8send(score), 'hex')) || E'\\n', '' ORDER BY place)
        FROM ranking_entry WHERE ranking_id = r.id), ''), 'UTF8')), 'hex')
    FROM indicator_system i WHERE i.id = r.indicator_system_id;
  `);
}
