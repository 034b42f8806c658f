import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

const kinds = [
  'loanRequested',
  'loanApproved',
  'loanRefused',
  'loanCancelled',
  'loanDueSoon',
  'loanOverdue',
  'loanDelayed',
  'handoverWaiting',
  'handoverAssumed',
  'handoverDisputed',
  'extensionAsked',
  'extensionApproved',
  'extensionRefused',
  'damageClaimed',
  'damageDisputed',
  'damageSettled',
];
const reasons = ['borrows', 'lends', 'decidesDamage'];

/** What is lent goes from hand to hand: both sides say so, what was damaged is asked for, and an extension is decided. */
export class Handovers1763600401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan
        ADD COLUMN closed_at timestamptz,
        -- The end that an extension asks for; its booking lasts until then.
        ADD COLUMN held_until timestamptz,
        ADD CONSTRAINT loan_closed_check CHECK (closed_at IS NULL OR state = 'returned'),
        ADD CONSTRAINT loan_held_check
          CHECK (held_until IS NULL OR (held_until > ends_at AND state IN ('approved', 'handedOver')));
      -- What came back before nobody had to agree on it.
      UPDATE loan SET closed_at = returned_at WHERE state = 'returned';
      -- The desk of who keeps things: what is open, the most urgent first.
      CREATE INDEX loan_desk ON loan (owner_union_id, starts_at) WHERE state IN ('requested', 'approved', 'handedOver');

      CREATE TABLE loan_handover (
        loan_id       uuid NOT NULL REFERENCES loan,
        -- Given by the device, so that what is sent twice is there once.
        id            uuid NOT NULL,
        direction     text NOT NULL CHECK (direction IN ('out', 'back')),
        happened_at   timestamptz NOT NULL,
        recorded_at   timestamptz NOT NULL,
        recorded_side text NOT NULL CHECK (recorded_side IN ('owner', 'borrower')),
        -- Null: from before handovers were written down.
        recorded_by   uuid,
        quantity      integer NOT NULL CHECK (quantity > 0),
        -- Ids or label codes, as they were scanned.
        pieces        text[] NOT NULL,
        grade         text CHECK (grade IN ('asNew', 'good', 'worn', 'damaged')),
        condition     text CHECK (char_length(condition) BETWEEN 1 AND 1000),
        state         text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'disputed')),
        answer_by     timestamptz NOT NULL,
        answer        text CHECK (answer IN ('person', 'deadline', 'sameUnion')),
        answered_by   uuid,
        answered_at   timestamptz,
        dispute       text CHECK (char_length(dispute) BETWEEN 1 AND 1000),
        -- The trail of one loan, which is read as a whole.
        PRIMARY KEY (loan_id, id),
        CHECK ((state = 'waiting') = (answered_at IS NULL) AND (answered_at IS NULL) = (answer IS NULL)),
        CHECK ((answer = 'person') IS NOT TRUE OR answered_by IS NOT NULL),
        -- Nobody confirms to himself.
        CHECK (state <> 'confirmed' OR answer <> 'person' OR answered_by <> recorded_by),
        CHECK (dispute IS NULL OR state = 'disputed')
      );
      INSERT INTO loan_handover
        SELECT id, gen_random_uuid(), 'out', handed_over_at, handed_over_at, 'owner', NULL, quantity, '{}',
               NULL, NULL, 'confirmed', handed_over_at, 'deadline', NULL, handed_over_at, NULL
        FROM loan WHERE handed_over_at IS NOT NULL;
      INSERT INTO loan_handover
        SELECT id, gen_random_uuid(), 'back', returned_at, returned_at, 'owner', NULL, quantity, '{}',
               NULL, NULL, 'confirmed', returned_at, 'deadline', NULL, returned_at, NULL
        FROM loan WHERE returned_at IS NOT NULL;

      CREATE TABLE handover_picture (
        loan_id     uuid NOT NULL,
        handover_id uuid NOT NULL,
        id          uuid NOT NULL,
        source_key  uuid NOT NULL,
        width       integer NOT NULL CHECK (width > 0),
        height      integer NOT NULL CHECK (height > 0),
        files       jsonb NOT NULL,
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (loan_id, handover_id, id),
        FOREIGN KEY (loan_id, handover_id) REFERENCES loan_handover,
        -- An upload makes one picture of a handover, however often it is asked for.
        UNIQUE (loan_id, handover_id, source_key)
      );

      CREATE TABLE loan_damage (
        loan_id      uuid NOT NULL REFERENCES loan,
        id           uuid NOT NULL,
        version      integer NOT NULL,
        handover_id  uuid,
        note         text NOT NULL CHECK (char_length(note) BETWEEN 1 AND 500),
        amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
        -- Null as long as it is open.
        owed_fen     bigint CHECK (owed_fen BETWEEN 0 AND amount_fen),
        state        text NOT NULL CHECK (state IN ('claimed', 'accepted', 'disputed', 'decided', 'withdrawn')),
        claimed_by   uuid NOT NULL,
        claimed_at   timestamptz NOT NULL,
        answer_by    timestamptz NOT NULL,
        answered_by  uuid,
        objection    text CHECK (char_length(objection) BETWEEN 1 AND 1000),
        settled_by   uuid,
        settled_at   timestamptz,
        reason       text CHECK (char_length(reason) BETWEEN 1 AND 1000),
        PRIMARY KEY (loan_id, id),
        FOREIGN KEY (loan_id, handover_id) REFERENCES loan_handover,
        CHECK ((state IN ('accepted', 'decided', 'withdrawn')) = (owed_fen IS NOT NULL)),
        CHECK ((owed_fen IS NULL) = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
        CHECK (state <> 'withdrawn' OR owed_fen = 0),
        -- Who asks for money does not grant it to himself.
        CHECK (state NOT IN ('accepted', 'decided') OR settled_by <> claimed_by)
      );
      -- Telling all of them anew, in the order of their ids.
      CREATE UNIQUE INDEX loan_damage_id ON loan_damage (id);

      CREATE TABLE extension_request (
        loan_id     uuid NOT NULL REFERENCES loan,
        id          uuid NOT NULL,
        ends_at     timestamptz NOT NULL,
        reason      text CHECK (char_length(reason) BETWEEN 1 AND 500),
        state       text NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'expired', 'ended')),
        asked_by    uuid NOT NULL,
        asked_at    timestamptz NOT NULL,
        decide_by   timestamptz NOT NULL,
        decided_by  uuid,
        decided_at  timestamptz,
        refusal     text CHECK (char_length(refusal) BETWEEN 1 AND 500),
        PRIMARY KEY (loan_id, id),
        CHECK ((state = 'asked') = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal IS NOT NULL))
      );
      -- One at a time waits for a decision.
      CREATE UNIQUE INDEX extension_request_asked ON extension_request (loan_id) WHERE state = 'asked';

      CREATE TABLE overdue_rule (
        union_id      uuid PRIMARY KEY,
        overdue_block text NOT NULL CHECK (overdue_block IN ('any', 'sameOwner', 'none')),
        grace_hours   integer NOT NULL CHECK (grace_hours BETWEEN 0 AND 168),
        set_by        uuid NOT NULL,
        set_at        timestamptz NOT NULL
      );

      -- A notice may be about a loan, of which there may be no activity.
      ALTER TABLE notice
        ALTER COLUMN activity_id DROP NOT NULL,
        ADD COLUMN loan_id uuid,
        ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(activity_id, loan_id) = 1);
    `);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, ...reasons]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE loan_id IS NOT NULL');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => !reasons.includes(word)));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await runner.query(`
      ALTER TABLE notice DROP CONSTRAINT notice_about_check, DROP COLUMN loan_id,
        ALTER COLUMN activity_id SET NOT NULL;
      DELETE FROM due WHERE kind IN ('loan-news', 'loan-reminder', 'loan-closing', 'handover-answer', 'extension-expiry');
      DROP TABLE overdue_rule, extension_request, loan_damage, handover_picture, loan_handover;
      DROP INDEX loan_desk;
      ALTER TABLE loan DROP CONSTRAINT loan_held_check, DROP CONSTRAINT loan_closed_check,
        DROP COLUMN held_until, DROP COLUMN closed_at;
    `);
  }
}
