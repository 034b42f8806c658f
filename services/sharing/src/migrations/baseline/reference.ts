import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of reference. */
export const reference: SchemaPart = {
  sql: `
-- Small copies of what membership owns, fed by its events, so that no decision here waits for another service.
CREATE TABLE union_ref (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  path       text COLLATE "C" NOT NULL,
  name       text NOT NULL,
  size_class text,
  active     boolean NOT NULL,
  tier       text,
  longitude  double precision,
  latitude   double precision,
  CONSTRAINT union_ref_place CHECK ((longitude IS NULL) = (latitude IS NULL))
);
-- Every union of a subtree.
CREATE INDEX union_ref_path ON union_ref (path);

CREATE TABLE party_ref (
  kind     text NOT NULL,
  id       uuid NOT NULL,
  version  integer NOT NULL,
  name     text NOT NULL,
  union_id uuid,
  active   boolean NOT NULL,
  PRIMARY KEY (kind, id)
);

CREATE TABLE member_ref (
  person_id       uuid PRIMARY KEY,
  version         integer NOT NULL,
  masked_name     text NOT NULL,
  union_id        uuid,
  state           text NOT NULL,
  valid_from      date,
  valid_to        date,
  sex             text CHECK (sex IN ('female', 'male')),
  birth_date      date,
  employment_kind text
);

-- A copy of the roles that membership grants: whose open pages are told that something of the holder's unions
-- changed. Where the platform ran before, it stays empty until membership tells its roles anew (deploy/README.md,
-- Upgrade).
CREATE TABLE role_ref (
  id         uuid PRIMARY KEY,
  version    integer NOT NULL,
  person_id  uuid NOT NULL,
  union_id   uuid NOT NULL,
  role       text NOT NULL,
  revoked_at timestamptz
);
-- Who holds a role at one union.
CREATE INDEX role_ref_union ON role_ref (union_id, role);

-- What people are told. An inbox belongs to its person, who is told each cause once, whatever is done again.
CREATE TABLE notice (
  person_id          uuid NOT NULL,
  id                 uuid NOT NULL,
  kind               text NOT NULL,
  why                text NOT NULL,
  -- No foreign key: checking it would wait for whoever has the activity locked, and hold them up.
  activity_id        uuid,
  cause              text NOT NULL,
  details            jsonb NOT NULL,
  source_id          uuid,
  created_at         timestamptz NOT NULL,
  read_at            timestamptz,
  loan_id            uuid,
  need_id            uuid,
  wait_id            uuid,
  resource_id        uuid,
  -- Whoever may act is told when the time for something about money runs out.
  money_id           uuid,
  efficacy_survey_id uuid,
  -- Whoever acts for what is ranked is told what becomes of the ranking, and of an appeal.
  ranking_id         uuid,
  -- Whoever wrote to their union is told that it was answered, or closed.
  intake_id          uuid,
  -- The inbox, the newest first: ids rise with time.
  PRIMARY KEY (person_id, id),
  UNIQUE (person_id, cause),
  CONSTRAINT notice_about_check CHECK (num_nonnulls(
    activity_id, loan_id, need_id, wait_id, resource_id, money_id, efficacy_survey_id, ranking_id, intake_id) = 1),
  CHECK (kind IN (
    'seatGiven', 'seatOffered', 'seatWithdrawn', 'offerExpired', 'signedUp', 'registrationCancelled',
    'activityCancelled', 'activityChanged', 'reminder', 'message', 'questionAnswered', 'questionHidden',
    'taskDue', 'invitationCountered', 'coHostLeft', 'brandAdopted', 'adoptionAsked', 'adoptionApproved',
    'adoptionRefused', 'proposalWaiting', 'proposalSponsored', 'proposalDeclined', 'attendanceCorrected',
    'couponUnredeemed', 'albumWaiting', 'albumApproved', 'albumHidden', 'albumReportDecided', 'loanRequested',
    'loanApproved', 'loanRefused', 'loanCancelled', 'loanDueSoon', 'loanOverdue', 'loanDelayed',
    'handoverWaiting', 'handoverAssumed', 'handoverDisputed', 'extensionAsked', 'extensionApproved',
    'extensionRefused', 'damageClaimed', 'damageDisputed', 'damageSettled', 'needMatched', 'offerProposed',
    'offerAccepted', 'offerDeclined', 'waitOffered', 'maintenanceDue', 'maintenanceOverdue', 'surveyOpened',
    'surveyReminded', 'confirmationDue', 'disputeOpened', 'disputeReferred', 'paymentDue', 'paymentOverdue',
    'subsidyReportDue', 'subsidyReportOverdue', 'disclosureDue', 'seasonOpened', 'seasonReminded',
    'seasonClosed', 'rankingOnNotice', 'rankingCorrected', 'rankingFinal', 'rankingWithdrawn', 'appealUpheld',
    'appealRejected', 'confirmationAsked', 'appealMade', 'rankingOutdated', 'intakeAnswered', 'intakeClosed')
  ),
  CHECK (why IN (
    'registered', 'waited', 'actedFor', 'askedReminder', 'askedQuestion', 'hosts', 'founder', 'askedAdoption',
    'proposersUnion', 'proposed', 'concerned', 'enteredDraw', 'addedPicture', 'reportedPicture', 'borrows',
    'lends', 'decidesDamage', 'seeks', 'offers', 'waitsForTime', 'keeps', 'came', 'dealsWithMoney',
    'judgesSharing', 'isRanked', 'decidesAppeals', 'wroteIntake')
  )
);
-- The count on every page, and the list of what is unread.
CREATE INDEX notice_unread ON notice (person_id, id) WHERE read_at IS NULL;
-- How many have read a message.
CREATE INDEX notice_source ON notice (activity_id, source_id) INCLUDE (read_at) WHERE source_id IS NOT NULL;
-- Notices were kept for ever. The daily look for those that are old enough finds them by these indexes, read and
-- unread apart.
CREATE INDEX notice_read_at ON notice (read_at) WHERE read_at IS NOT NULL;
CREATE INDEX notice_unread_since ON notice (created_at) WHERE read_at IS NULL;

-- What rules of who may come ask beside age and sex: where the member's union is to be found, in which clubs the
-- member is, on what terms the member works. Rules that ask for it stand on the activity as the others do; those
-- from before lack the keys. The copies learn it once membership has told its unions, members and members of clubs
-- anew (\`republish\`).
CREATE TABLE club_member_ref (
  club_id    uuid NOT NULL,
  person_id  uuid NOT NULL,
  version    integer NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  PRIMARY KEY (club_id, person_id)
);

-- A union without hands lets another act for it: within a scope, for a term, until either of them ends it.
CREATE TABLE mandate (
  id              uuid PRIMARY KEY,
  version         integer NOT NULL,
  from_union_id   uuid NOT NULL,
  to_union_id     uuid NOT NULL CHECK (to_union_id <> from_union_id),
  scopes          text[] NOT NULL CHECK (cardinality(scopes) > 0),
  valid_from      timestamptz NOT NULL,
  valid_until     timestamptz NOT NULL,
  note            text,
  given_by        uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  revoked_at      timestamptz,
  revoked_by      text CHECK (revoked_by IN ('given', 'taken')),
  revoke_reason   text,
  -- A mandate may let the other union keep the books, up to so much at a time.
  entry_limit_fen bigint CHECK (entry_limit_fen > 0),
  CHECK (valid_from < valid_until),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  CONSTRAINT mandate_limit_check CHECK (entry_limit_fen IS NULL OR 'bookkeeping' = ANY(scopes))
);
-- The lists of both sides, newest first; and who may act for a union, or for whom a union may act, now.
CREATE INDEX mandate_from ON mandate (from_union_id, id DESC);
CREATE INDEX mandate_to ON mandate (to_union_id, id DESC);

-- Heads away after a movement, as afterMovement() of the door's rule counts them; its body is bound to what it
-- names when it is made, so it needs no search_path.
CREATE FUNCTION heads_away_after(away integer, direction text, heads integer, came integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE direction
  WHEN 'out' THEN least(came, away + coalesce(nullif(heads, 0), came))
  ELSE greatest(0, away - coalesce(nullif(heads, 0), came)) END;

CREATE AGGREGATE heads_away(direction text, heads integer, came integer) (
SFUNC = heads_away_after, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);

-- The first night on which old notices go; each notes the next.
INSERT INTO due (kind, key, due_at, payload) VALUES ('notice-erasure', '', now(), '{}') ON CONFLICT (kind, key) DO NOTHING;
`,
  appendOnly: [],
};
