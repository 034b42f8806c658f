import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { entryKindsWith } from './entry-kinds.js';

const kinds = ['subsidy', 'subsidyPaid', 'subsidyDrawn', 'subsidyReturned'];

/** Money from a tier above: programmes, applications, objections, and what was given with every fen that went of it. */
export class Subsidies1763600425000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(programmeSql);
    await runner.query(applicationSql);
    await runner.query(subsidySql);
    await makeAppendOnly(runner, 'subsidy_move');
    await entryKindsWith(runner, kinds);
  }

  /** What is posted stays, whatever it is called: a ledger loses nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await entryKindsWith(runner, [], kinds);
    await runner.query(`
      DELETE FROM due WHERE kind IN ('subsidy-window', 'subsidy-notice', 'subsidy-report-soon', 'subsidy-report');
      DROP TABLE subsidy_move, subsidy, subsidy_objection, subsidy_application, subsidy_programme;
      DROP FUNCTION check_subsidy_moves();
      DROP FUNCTION check_subsidy_awards();
      ALTER TABLE union_ref DROP COLUMN size_class;
    `);
  }
}

const programmeSql = `
  -- Of its enterprise: a programme may be for unions of small ones. Null until the union is told anew.
  ALTER TABLE union_ref ADD COLUMN size_class text;

  CREATE TABLE subsidy_programme (
    id             uuid PRIMARY KEY,
    version        integer NOT NULL,
    union_id       uuid NOT NULL,
    title          text NOT NULL,
    text           text NOT NULL,
    expense_codes  text[] NOT NULL,
    size_classes   text[] NOT NULL,
    small_first    boolean NOT NULL,
    budget_fen     bigint NOT NULL CHECK (budget_fen > 0),
    -- What is proposed and given of it, in all rounds.
    awarded_fen    bigint NOT NULL CHECK (awarded_fen BETWEEN 0 AND budget_fen),
    basis          text NOT NULL CHECK (basis IN ('graded', 'percent')),
    -- [{ name, amount }]
    grades         jsonb NOT NULL,
    percent        text,
    cap_fen        bigint CHECK (cap_fen > 0),
    opens_at       timestamptz,
    closes_at      timestamptz,
    notice_days    integer NOT NULL CHECK (notice_days >= 0),
    report_days    integer NOT NULL CHECK (report_days >= 0),
    conditions     text NOT NULL,
    needs_receipts boolean NOT NULL,
    payment        text NOT NULL CHECK (payment IN ('netting', 'bank')),
    state          text NOT NULL CHECK (state IN ('draft', 'open', 'deciding', 'notice', 'closed', 'cancelled')),
    round          integer NOT NULL CHECK (round > 0),
    notice_ends_at timestamptz,
    cancel_reason  text,
    created_by     uuid NOT NULL,
    created_at     timestamptz NOT NULL,
    approved_by    uuid,
    CHECK (opens_at < closes_at),
    CHECK ((basis = 'percent') = (percent IS NOT NULL AND cap_fen IS NOT NULL)),
    CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
    CHECK (state <> 'notice' OR (notice_ends_at IS NOT NULL AND approved_by IS NOT NULL))
  );
`;

const applicationSql = `
  CREATE TABLE subsidy_application (
    id            uuid PRIMARY KEY,
    version       integer NOT NULL,
    programme_id  uuid NOT NULL REFERENCES subsidy_programme,
    round         integer NOT NULL,
    union_id      uuid NOT NULL,
    activity_id   uuid,
    title         text NOT NULL,
    plan          text NOT NULL,
    use_until     date NOT NULL,
    requested_fen bigint NOT NULL CHECK (requested_fen > 0),
    planned_fen   bigint NOT NULL,
    -- [{ name, fileKey, sha256, ownerId }]
    files         jsonb NOT NULL,
    state         text NOT NULL CHECK (state IN
      ('draft', 'submitted', 'proposed', 'rejected', 'granted', 'refused', 'withdrawn', 'lapsed')),
    grade         text,
    award_fen     bigint CHECK (award_fen > 0),
    reason        text,
    submitted_by  uuid,
    submitted_at  timestamptz,
    decided_by    uuid,
    decided_at    timestamptz,
    created_by    uuid NOT NULL,
    created_at    timestamptz NOT NULL,
    CHECK (requested_fen <= planned_fen),
    CHECK ((state IN ('proposed', 'granted')) = (award_fen IS NOT NULL)),
    CHECK (state NOT IN ('submitted', 'proposed', 'rejected', 'granted', 'refused') OR submitted_by IS NOT NULL)
  );
  -- The applications of a programme, and what its awards come to.
  CREATE INDEX subsidy_application_programme ON subsidy_application (programme_id, id);
  -- Those of a union.
  CREATE INDEX subsidy_application_union ON subsidy_application (union_id, id);
  -- An activity is asked for once in a programme, unless that came to nothing.
  CREATE UNIQUE INDEX subsidy_application_activity ON subsidy_application (programme_id, activity_id)
    WHERE state NOT IN ('refused', 'withdrawn', 'lapsed');

  CREATE TABLE subsidy_objection (
    id             uuid PRIMARY KEY,
    programme_id   uuid NOT NULL REFERENCES subsidy_programme,
    application_id uuid NOT NULL REFERENCES subsidy_application,
    person_id      uuid NOT NULL,
    reason         text NOT NULL,
    created_at     timestamptz NOT NULL,
    answer         text,
    upheld         boolean,
    answered_by    uuid,
    answered_at    timestamptz,
    CHECK ((answer IS NULL) = (upheld IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
    CHECK (answered_by <> person_id)
  );
  -- Those of a programme, and whether one of them holds its notice back.
  CREATE INDEX subsidy_objection_programme ON subsidy_objection (programme_id, id);
  -- Nobody objects twice before he has an answer.
  CREATE UNIQUE INDEX subsidy_objection_open ON subsidy_objection (application_id, person_id) WHERE answer IS NULL;

  -- What a programme has awarded is what its applications were awarded, whatever program writes them.
  CREATE FUNCTION check_subsidy_awards() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    of_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  BEGIN
    IF (SELECT awarded_fen FROM subsidy_programme WHERE id = of_id)
      <> (SELECT coalesce(sum(award_fen), 0) FROM subsidy_application WHERE programme_id = of_id) THEN
      RAISE EXCEPTION 'the awards of subsidy programme % are not what it says', of_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER subsidy_programme_awards AFTER INSERT OR UPDATE ON subsidy_programme
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_awards('id');
  CREATE CONSTRAINT TRIGGER subsidy_application_awards AFTER INSERT OR UPDATE ON subsidy_application
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_awards('programme_id');
`;

const subsidySql = `
  CREATE TABLE subsidy (
    id                uuid PRIMARY KEY,
    version           integer NOT NULL,
    programme_id      uuid NOT NULL REFERENCES subsidy_programme,
    application_id    uuid NOT NULL UNIQUE REFERENCES subsidy_application,
    giver_union_id    uuid NOT NULL,
    receiver_union_id uuid NOT NULL,
    activity_id       uuid,
    title             text NOT NULL,
    payment           text NOT NULL,
    percent           text,
    granted_fen       bigint NOT NULL CHECK (granted_fen > 0),
    drawn_fen         bigint NOT NULL CHECK (drawn_fen >= 0),
    returned_fen      bigint NOT NULL CHECK (returned_fen >= 0),
    state             text NOT NULL CHECK (state IN
      ('offered', 'accepted', 'active', 'reported', 'accounted', 'closed', 'declined')),
    report_due_at     timestamptz NOT NULL,
    reminded_at       timestamptz,
    overdue_at        timestamptz,
    -- Who approved the award: the entry of what is given is his.
    approved_by       uuid NOT NULL,
    accepted_by       uuid,
    accepted_at       timestamptz,
    bank_reference    text,
    sent_by           uuid,
    sent_at           timestamptz,
    received_by       uuid,
    received_at       timestamptz,
    entry_id          uuid REFERENCES entry,
    -- { text, lines: [{ title, amount, expenseCode, receipt }] }
    report            jsonb,
    reported_by       uuid,
    reported_at       timestamptz,
    reviewed_by       uuid,
    reason            text,
    created_at        timestamptz NOT NULL,
    CHECK (giver_union_id <> receiver_union_id),
    -- Never more goes of it than was given.
    CHECK (drawn_fen + returned_fen <= granted_fen),
    CHECK ((state IN ('offered', 'accepted', 'declined')) = (entry_id IS NULL)),
    CHECK (sent_by <> received_by),
    CHECK (reported_by <> reviewed_by)
  );
  -- What a pool of an activity may draw on.
  CREATE INDEX subsidy_activity ON subsidy (activity_id, id);

  CREATE TABLE subsidy_move (
    id           uuid PRIMARY KEY,
    subsidy_id   uuid NOT NULL REFERENCES subsidy,
    kind         text NOT NULL CHECK (kind IN ('drawn', 'restored', 'used', 'returned')),
    amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
    cost_pool_id uuid REFERENCES cost_pool,
    -- What was drawn is restored once.
    restores     uuid UNIQUE REFERENCES subsidy_move,
    entry_id     uuid REFERENCES entry,
    reason       text,
    moved_by     uuid NOT NULL,
    moved_at     timestamptz NOT NULL,
    CHECK ((kind IN ('drawn', 'restored')) = (cost_pool_id IS NOT NULL)),
    CHECK ((kind = 'restored') = (restores IS NOT NULL)),
    -- What a report says was used was paid by the receiver itself: nobody owes anything by it.
    CHECK ((kind = 'used') = (entry_id IS NULL))
  );
  CREATE INDEX subsidy_move_subsidy ON subsidy_move (subsidy_id, id);
  -- What a pool drew, when it is reversed.
  CREATE INDEX subsidy_move_pool ON subsidy_move (cost_pool_id) WHERE kind = 'drawn';

  -- drawn + returned + left = granted: the sums of a subsidy are those of its moves, looked at when the transaction commits.
  CREATE FUNCTION check_subsidy_moves() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    of_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    held  subsidy;
    drawn bigint;
    back  bigint;
  BEGIN
    SELECT * INTO held FROM subsidy WHERE id = of_id;
    SELECT coalesce(sum(CASE kind WHEN 'restored' THEN -amount_fen WHEN 'returned' THEN 0 ELSE amount_fen END), 0),
           coalesce(sum(amount_fen) FILTER (WHERE kind = 'returned'), 0)
      INTO drawn, back FROM subsidy_move WHERE subsidy_id = of_id;
    IF held.drawn_fen <> drawn OR held.returned_fen <> back THEN
      RAISE EXCEPTION 'the moves of subsidy % do not make its sums', of_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER subsidy_sums AFTER INSERT OR UPDATE ON subsidy
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_moves('id');
  CREATE CONSTRAINT TRIGGER subsidy_move_sums AFTER INSERT ON subsidy_move
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_subsidy_moves('subsidy_id');
`;
