import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Not activities alone are scored: clubs, resources, unions and brands are, too, by what they did in a period. So the
 * copies know whose an activity is and what was lent, and a score says what it is of and whose union stands behind it.
 */
export class ScoreSubjects1763600465000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity_ref
        ADD COLUMN organiser_kind text,
        ADD COLUMN organiser_id   uuid,
        ADD COLUMN brand_id       uuid,
        ADD COLUMN brand_name     text,
        ADD COLUMN brand_edition  integer,
        ADD COLUMN resource_id    uuid;
      -- What a union, a club or another organiser, a brand or a place has held within a period.
      CREATE INDEX activity_ref_union ON activity_ref (union_id, ends_at);
      CREATE INDEX activity_ref_organiser ON activity_ref (organiser_id, ends_at);
      CREATE INDEX activity_ref_brand ON activity_ref (brand_id, ends_at) WHERE brand_id IS NOT NULL;
      CREATE INDEX activity_ref_resource ON activity_ref (resource_id, ends_at) WHERE resource_id IS NOT NULL;

      ALTER TABLE loan_ref
        ADD COLUMN resource_id    uuid,
        ADD COLUMN owner_union_id uuid,
        ADD COLUMN title          text,
        ADD COLUMN activity_id    uuid,
        ADD COLUMN starts_at      timestamptz,
        ADD COLUMN handed_over_at timestamptz;
      -- The loans of a resource, and those for an activity.
      CREATE INDEX loan_ref_resource ON loan_ref (resource_id, ends_at);
      CREATE INDEX loan_ref_activity ON loan_ref (activity_id) WHERE activity_id IS NOT NULL;

      ALTER TABLE score RENAME COLUMN activity_id TO subject_id;
      ALTER TABLE score
        ADD COLUMN subject_kind text NOT NULL DEFAULT 'activity'
          CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
        ADD COLUMN union_id    uuid,
        ADD COLUMN period_from date,
        ADD COLUMN period_to   date,
        -- An activity has its own time; everything else is scored by what happened within a period.
        ADD CONSTRAINT score_period_check CHECK (CASE subject_kind WHEN 'activity'
          THEN period_from IS NULL AND period_to IS NULL
          ELSE period_from IS NOT NULL AND period_to IS NOT NULL AND period_from <= period_to END);
      -- The one time that scores change: whose union stands behind those that are there.
      ALTER TABLE score DISABLE TRIGGER score_append_only;
      UPDATE score s SET union_id = a.union_id FROM activity_ref a WHERE a.id = s.subject_id;
      ALTER TABLE score ENABLE TRIGGER score_append_only;
      ALTER TABLE score
        ALTER COLUMN union_id SET NOT NULL,
        ALTER COLUMN subject_kind DROP DEFAULT;
      -- The scores of one kind of subject, newest first.
      CREATE INDEX score_of_kind ON score (subject_kind, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE score DISABLE TRIGGER score_append_only;
      DELETE FROM score WHERE subject_kind <> 'activity';
      ALTER TABLE score ENABLE TRIGGER score_append_only;
      DROP INDEX score_of_kind;
      ALTER TABLE score
        DROP CONSTRAINT score_period_check,
        DROP COLUMN subject_kind,
        DROP COLUMN union_id,
        DROP COLUMN period_from,
        DROP COLUMN period_to;
      ALTER TABLE score RENAME COLUMN subject_id TO activity_id;
      DROP INDEX loan_ref_resource, loan_ref_activity;
      ALTER TABLE loan_ref
        DROP COLUMN resource_id,
        DROP COLUMN owner_union_id,
        DROP COLUMN title,
        DROP COLUMN activity_id,
        DROP COLUMN starts_at,
        DROP COLUMN handed_over_at;
      DROP INDEX activity_ref_union, activity_ref_organiser, activity_ref_brand, activity_ref_resource;
      ALTER TABLE activity_ref
        DROP COLUMN organiser_kind,
        DROP COLUMN organiser_id,
        DROP COLUMN brand_id,
        DROP COLUMN brand_name,
        DROP COLUMN brand_edition,
        DROP COLUMN resource_id;
    `);
  }
}
