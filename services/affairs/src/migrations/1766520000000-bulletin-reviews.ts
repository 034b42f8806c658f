import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on bulletins and what becomes of them, strikes, and bulletins that wait for the union above. */
export class BulletinReviews1766520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin DROP CONSTRAINT bulletin_state_check, DROP CONSTRAINT bulletin_check;
      -- What waits for the union above may be shown from its release on.
      ALTER TABLE bulletin
        ADD CONSTRAINT bulletin_state_check
          CHECK (state IN ('draft', 'waiting', 'published', 'hidden', 'withdrawn')),
        ADD CONSTRAINT bulletin_check CHECK (state IN ('draft', 'waiting') OR shown_from IS NOT NULL),
        ADD sent_back_reason text;

      CREATE TABLE bulletin_review (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        bulletin_id      uuid NOT NULL REFERENCES bulletin,
        union_id         uuid NOT NULL,
        -- As of the first report: who has begun to decide goes on, also where the tree changes.
        decider_union_id uuid NOT NULL,
        state            text NOT NULL CHECK (state IN ('reported', 'correctionAsked', 'hidden', 'corrected',
          'appealed', 'dismissed', 'settled', 'upheld')),
        opened_at        timestamptz NOT NULL,
        hidden_at        timestamptz,
        hidden_by        uuid,
        appealed_at      timestamptz,
        appealed_by      uuid,
        restored_at      timestamptz,
        upheld_at        timestamptz,
        CHECK (state NOT IN ('hidden', 'appealed', 'upheld') OR hidden_at IS NOT NULL),
        CHECK (state <> 'upheld' OR upheld_at IS NOT NULL),
        -- An appeal is decided by another person: who has hidden it has to be known.
        CHECK ((hidden_at IS NULL) = (hidden_by IS NULL)),
        CHECK ((appealed_at IS NULL) = (appealed_by IS NULL))
      );
      -- One goes on for each bulletin: reports made meanwhile join it.
      CREATE UNIQUE INDEX bulletin_review_open ON bulletin_review (bulletin_id)
        WHERE state NOT IN ('dismissed', 'settled', 'upheld');
      CREATE INDEX bulletin_review_bulletin ON bulletin_review (bulletin_id, id DESC);
      CREATE INDEX bulletin_review_union ON bulletin_review (union_id, id DESC);
      -- Strikes of a union.
      CREATE INDEX bulletin_review_strike ON bulletin_review (union_id, upheld_at) WHERE upheld_at IS NOT NULL;

      CREATE TABLE bulletin_review_entry (
        review_id uuid NOT NULL REFERENCES bulletin_review,
        sequence  integer NOT NULL,
        event     text NOT NULL,
        text      text,
        -- Null where a reader or the time has done it.
        actor_id  uuid,
        at        timestamptz NOT NULL,
        PRIMARY KEY (review_id, sequence)
      );

      CREATE TABLE bulletin_report (
        id           uuid PRIMARY KEY,
        review_id    uuid NOT NULL REFERENCES bulletin_review,
        person_id    uuid NOT NULL,
        ground       text NOT NULL CHECK (ground IN ('untrue', 'unlawful', 'privacy', 'offensive', 'advertising', 'other')),
        sealed_words text,
        reported_at  timestamptz NOT NULL,
        UNIQUE (review_id, person_id)
      );
      CREATE INDEX bulletin_report_person ON bulletin_report (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bulletin_report;
      DROP TABLE bulletin_review_entry;
      DROP TABLE bulletin_review;
      -- What was hidden stays unseen, and what waits was never shown.
      UPDATE bulletin SET state = 'draft' WHERE state = 'waiting';
      UPDATE bulletin SET state = 'withdrawn' WHERE state = 'hidden';
      ALTER TABLE bulletin DROP CONSTRAINT bulletin_state_check, DROP CONSTRAINT bulletin_check, DROP sent_back_reason;
      ALTER TABLE bulletin
        ADD CONSTRAINT bulletin_state_check CHECK (state IN ('draft', 'published', 'withdrawn')),
        ADD CONSTRAINT bulletin_check CHECK (state = 'draft' OR shown_from IS NOT NULL);
    `);
  }
}
