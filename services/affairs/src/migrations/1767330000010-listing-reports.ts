import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is reported about vacancies and benefits, and that they are hidden for it. */
export class ListingReports1767330000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Beside their state: what is hidden still ends by itself, and is changed or taken back by its union.
      ALTER TABLE vacancy ADD hidden_at timestamptz, ADD hidden_reason text,
        ADD CONSTRAINT vacancy_hidden_check CHECK (hidden_at IS NOT NULL OR hidden_reason IS NULL);
      ALTER TABLE benefit ADD hidden_at timestamptz, ADD hidden_reason text,
        ADD CONSTRAINT benefit_hidden_check CHECK (hidden_at IS NOT NULL OR hidden_reason IS NULL);

      -- What becomes of the reports on a listing: one for each, which begins anew when it is reported again.
      CREATE TABLE listing_review (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        listing_kind text NOT NULL CHECK (listing_kind IN ('vacancy', 'benefit')),
        listing_id   uuid NOT NULL,
        -- The union that has published it.
        union_id     uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('reported', 'hiddenByReports', 'hidden', 'kept')),
        -- A union above has hidden it: that which has published it does not show it again.
        hidden_above boolean NOT NULL,
        reason       text,
        opened_at    timestamptz NOT NULL,
        decided_by   uuid,
        decided_at   timestamptz,
        UNIQUE (listing_kind, listing_id),
        CHECK (state NOT IN ('hidden', 'kept') OR (reason IS NOT NULL AND decided_at IS NOT NULL))
      );
      CREATE INDEX listing_review_union ON listing_review (union_id, id DESC);

      -- Once a person and listing. Who has made it is shown to nobody.
      CREATE TABLE listing_report (
        id           uuid PRIMARY KEY,
        review_id    uuid NOT NULL REFERENCES listing_review,
        person_id    uuid NOT NULL,
        ground       text NOT NULL CHECK (ground IN ('fee', 'untrue', 'expired', 'discrimination', 'other')),
        sealed_words text,
        state        text NOT NULL CHECK (state IN ('waiting', 'upheld', 'dismissed')),
        reported_at  timestamptz NOT NULL,
        notified_at  timestamptz,
        UNIQUE (review_id, person_id)
      );
      CREATE INDEX listing_report_review ON listing_report (review_id, id DESC);
      CREATE INDEX listing_report_person ON listing_report (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE listing_report;
      DROP TABLE listing_review;
      -- What was hidden stays unseen.
      UPDATE vacancy SET state = 'withdrawn', ended_at = coalesce(ended_at, hidden_at), withdraw_reason = hidden_reason
        WHERE hidden_at IS NOT NULL AND state = 'published';
      UPDATE benefit SET state = 'withdrawn', withdraw_reason = hidden_reason
        WHERE hidden_at IS NOT NULL AND state = 'published';
      ALTER TABLE vacancy DROP hidden_at, DROP hidden_reason;
      ALTER TABLE benefit DROP hidden_at, DROP hidden_reason;
    `);
  }
}
