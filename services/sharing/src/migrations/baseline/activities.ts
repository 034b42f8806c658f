import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of activities. */
export const activities: SchemaPart = {
  sql: `
-- What people sign up for. Pools, registrations and agreements hang on its id.
CREATE TABLE activity (
  id                       uuid PRIMARY KEY,
  version                  integer NOT NULL,
  title                    text NOT NULL,
  description              text,
  kind                     text NOT NULL,
  function                 text NOT NULL,
  business                 text NOT NULL,
  state                    text NOT NULL CHECK (state IN (
    'draft', 'published', 'closing', 'closed', 'cancelled')
  ),
  organiser_kind           text NOT NULL,
  organiser_id             uuid NOT NULL,
  organiser_name           text NOT NULL,
  union_id                 uuid NOT NULL,
  union_path               text COLLATE "C" NOT NULL,
  co_hosts                 jsonb NOT NULL,
  party_union_ids          uuid[] NOT NULL,
  venue                    text,
  resource_id              uuid,
  loan_id                  uuid,
  starts_at                timestamptz NOT NULL,
  ends_at                  timestamptz NOT NULL,
  time_zone                text NOT NULL,
  sign_up_opens_at         timestamptz NOT NULL,
  sign_up_closes_at        timestamptz NOT NULL,
  companions_max           integer NOT NULL CHECK (companions_max >= 0),
  agreement_id             uuid,
  agreement_required       boolean NOT NULL,
  created_by               uuid NOT NULL,
  created_at               timestamptz NOT NULL,
  published_at             timestamptz,
  closed_at                timestamptz,
  cancel_reason            text,
  fact_count               integer,
  facts_hash               text,
  series_id                uuid,
  series_date              date,
  series_number            integer,
  series_size              integer,
  series_own               text[] NOT NULL DEFAULT '{}',
  -- Who may come to an activity: the rules stand on its row, which a sign-up reads anyway, and what they ask of a
  -- member on that member's copy. Sex and birth date are in the clear: see the README, decisions on eligibility.
  eligibility              jsonb CHECK (jsonb_typeof(eligibility) = 'object'
    AND eligibility ?& ARRAY['unionIds', 'sizeClasses', 'ageFrom', 'ageTo', 'sex', 'noShow']),
  draw                     jsonb,
  form_version             integer NOT NULL DEFAULT 0 CHECK (form_version >= 0),
  leave_until              date,
  -- Beside the activity, as every list shows it: { id, alt }.
  cover                    jsonb,
  brand                    jsonb,
  -- What workers propose. It stands with the activity, as the name of who proposed it stays there for good.
  proposal                 jsonb,
  queue                    jsonb,
  open_invitations         integer NOT NULL DEFAULT 0 CHECK (open_invitations >= 0),
  agreed_hosts             integer NOT NULL DEFAULT 0 CHECK (agreed_hosts >= 0),
  settled_at               timestamptz,
  archived_at              timestamptz,
  -- A waitlist may go by who came less often. The rule stands on the activity, which a sign-up reads anyway; how
  -- often somebody came stands on the registration, so that the front of a line is still the front of an index.
  waitlist_fair_share_days integer CHECK (waitlist_fair_share_days BETWEEN 1 AND 1095),
  CHECK (starts_at < ends_at),
  CHECK (sign_up_opens_at < sign_up_closes_at AND sign_up_closes_at <= ends_at),
  -- Facts are frozen at the close: both of them, or none.
  CHECK ((fact_count IS NULL) = (facts_hash IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK (state NOT IN ('published', 'closing', 'closed') OR published_at IS NOT NULL),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
  CONSTRAINT activity_series_whole CHECK (num_nulls(series_id, series_date, series_number, series_size) IN (
    0, 4)
  ),
  CONSTRAINT activity_series_place CHECK (series_number BETWEEN 1 AND series_size),
  CONSTRAINT activity_queue CHECK (
    queue ?& ARRAY['joinFrom', 'opensAt', 'perMinute'] AND (queue ->> 'perMinute')::integer BETWEEN 1 AND 60000),
  -- Seats are drawn, or people are let in by their turns.
  CONSTRAINT activity_queue_or_draw CHECK (queue IS NULL OR draw IS NULL OR draw ->> 'decides' = 'false'),
  -- What is still to happen, or is happening, is not put away.
  CONSTRAINT activity_archived CHECK (archived_at IS NULL OR state IN ('closed', 'cancelled'))
);

ALTER TABLE activity_score ADD CONSTRAINT activity_score_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity;
-- The calendar of everything, and of one state.
CREATE INDEX activity_starts ON activity (starts_at, id);
CREATE INDEX activity_state_starts ON activity (state, starts_at, id);
-- The activities of a union with all below it: a range of paths.
CREATE INDEX activity_union ON activity (union_path, starts_at, id);
-- The activities of one union, also where the union has moved in the tree.
CREATE INDEX activity_union_id ON activity (union_id);
-- One organiser's activities.
CREATE INDEX activity_organiser ON activity (organiser_id, organiser_kind, starts_at, id);
-- The search within titles.
CREATE INDEX activity_title_search ON activity USING gin (title gin_trgm_ops);
-- What the members of a union can still sign up for: where it organises, and where it is a co-host.
CREATE INDEX activity_sign_up ON activity (union_id, sign_up_closes_at) WHERE state = 'published';
CREATE INDEX activity_sign_up_co_hosts ON activity USING gin (co_hosts jsonb_path_ops) WHERE state = 'published';
-- The occurrences of a series in their order, each number once.
CREATE UNIQUE INDEX activity_series_number ON activity (series_id, series_number) WHERE series_id IS NOT NULL;
-- The closed activities of a union, the latest first, for how many did not come to each.
CREATE INDEX activity_closed_of_union ON activity (union_id, starts_at DESC, id DESC) WHERE state = 'closed';
-- The editions of a brand in their order, each number once.
CREATE UNIQUE INDEX activity_brand_edition ON activity ((brand->>'id'), (CAST(brand->>'edition' AS integer)))
WHERE brand IS NOT NULL;
-- What waits for the officers of a union, the oldest first: nothing that is decided is read for it.
CREATE INDEX activity_proposal_waiting ON activity (union_id, id)
WHERE state = 'draft' AND proposal->>'state' = 'waiting';
-- The calendar of everything that is not put away: what is, is the oldest, and would be read first each time.
CREATE INDEX activity_kept_starts ON activity (starts_at, id) WHERE archived_at IS NULL;
-- What else is to take place in a loan, when one activity is cancelled.
CREATE INDEX activity_loan ON activity (loan_id) WHERE loan_id IS NOT NULL;

-- Invitations to host an activity together, each with the consent or refusal that it got.
CREATE TABLE co_host (
  activity_id  uuid NOT NULL REFERENCES activity,
  -- Its uniqueness by itself serves the look-up of an invitation and the list of one's own, newest first.
  id           uuid NOT NULL UNIQUE,
  version      integer NOT NULL,
  position     integer NOT NULL CHECK (position > 0),
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  party_name   text NOT NULL,
  union_id     uuid NOT NULL,
  state        text NOT NULL,
  message      text,
  invited_by   uuid NOT NULL,
  invited_at   timestamptz NOT NULL,
  answered_by  uuid,
  answered_at  timestamptz,
  reason       text,
  -- Who is invited may propose other terms, and a co-host may propose a version of the agreement, too, or leave.
  counter_note text CHECK (char_length(counter_note) <= 1000),
  PRIMARY KEY (activity_id, id),
  -- The list of an activity's co-hosts, in order.
  UNIQUE (activity_id, position),
  -- Consent is a person and a time.
  CHECK ((state = 'invited') = (answered_by IS NULL)),
  CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (state <> 'declined' OR reason IS NOT NULL),
  CHECK (state IN ('invited', 'countered', 'accepted', 'declined', 'withdrawn', 'left')),
  CONSTRAINT co_host_counter CHECK (state <> 'countered' OR counter_note IS NOT NULL),
  CONSTRAINT co_host_left CHECK (state <> 'left' OR reason IS NOT NULL)
);
-- The invitations of one union: a union with few must not read through everybody's.
CREATE INDEX co_host_union ON co_host (union_id, id);
CREATE UNIQUE INDEX co_host_party ON co_host (activity_id, party_kind, party_id)
WHERE state IN ('invited', 'countered', 'accepted');

-- Versions of what the hosts of an activity agree on, and who signed which.
CREATE TABLE agreement (
  activity_id    uuid NOT NULL REFERENCES activity,
  -- Its uniqueness by itself serves the look-up of one version.
  id             uuid NOT NULL UNIQUE,
  version        integer NOT NULL,
  version_number integer NOT NULL CHECK (version_number > 0),
  hash           text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  state          text NOT NULL CHECK (state IN ('checking', 'refused', 'open', 'inForce', 'superseded')),
  overdue        boolean NOT NULL,
  terms          jsonb NOT NULL,
  hosts          jsonb NOT NULL,
  problems       jsonb NOT NULL,
  proposed_by    uuid NOT NULL,
  proposed_at    timestamptz NOT NULL,
  in_force_at    timestamptz,
  proposed_for   jsonb NOT NULL,
  PRIMARY KEY (activity_id, id),
  -- The list of an activity's versions, newest first.
  UNIQUE (activity_id, version_number),
  CHECK (state <> 'inForce' OR in_force_at IS NOT NULL)
);

ALTER TABLE activity ADD CONSTRAINT activity_agreement FOREIGN KEY (id, agreement_id) REFERENCES agreement (activity_id, id);
-- One version binds, and one at most waits to replace it.
CREATE UNIQUE INDEX agreement_in_force ON agreement (activity_id) WHERE state = 'inForce';
CREATE UNIQUE INDEX agreement_pending ON agreement (activity_id) WHERE state IN ('checking', 'open');

CREATE TABLE agreement_signature (
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  hash         text NOT NULL,
  signed_by    uuid NOT NULL,
  signed_at    timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, party_kind, party_id)
);

-- Seats, in pools for unions. A pool belongs to its activity, whose id leads its key.
CREATE TABLE pool (
  activity_id     uuid NOT NULL REFERENCES activity,
  id              uuid NOT NULL,
  version         integer NOT NULL,
  name            text NOT NULL,
  union_id        uuid,
  capacity        integer NOT NULL CHECK (capacity >= 0),
  created_at      timestamptz NOT NULL,
  -- Seats that are offered to who waits, for a time. An offer that nobody accepted is kept as \`expired\`: it takes
  -- no seat, and comes to life again when its person signs up anew.
  offer_hours     integer CHECK (offer_hours > 0),
  -- Until when those who wait move up by themselves: a venue may not be able to admit others later (E25).
  promotion_until timestamptz,
  -- A pool opens at a time of its own, and gives its free seats to the common pool at another (E15).
  opens_at        timestamptz,
  releases_at     timestamptz,
  released_at     timestamptz,
  -- Its seats that are in the common pool now, so that the plan is known still.
  released_seats  integer NOT NULL DEFAULT 0,
  -- Matchmaking has seats for women and seats for men: a union has one pool of each, beside the one for both.
  sex             text CHECK (sex IN ('female', 'male')),
  -- Seats may be for the members of a club, and for people of enterprises of some sizes.
  club_id         uuid,
  -- In the order of the classes, so that the same sizes are the same pool.
  size_classes    text[] NOT NULL DEFAULT '{}' CHECK (size_classes <@ ARRAY['large', 'medium', 'small', 'micro', 'unclassified']),
  PRIMARY KEY (activity_id, id),
  CONSTRAINT pool_for_one CHECK (union_id IS NULL OR club_id IS NULL),
  -- What is for everybody has nowhere to go.
  CONSTRAINT pool_release_check CHECK (union_id IS NOT NULL OR club_id IS NOT NULL OR size_classes <> '{}'
    OR (releases_at IS NULL AND released_at IS NULL)),
  -- Two of a kind would leave it open whose line somebody stands in.
  CONSTRAINT pool_once UNIQUE NULLS NOT DISTINCT (activity_id, union_id, club_id, size_classes, sex)
);

-- What waits for whom, so that a page of things to do is one look at an index: signatures that open versions wait
-- for, and offers that wait for their seeker's word.
CREATE TABLE agreement_awaited (
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  union_id     uuid NOT NULL,
  PRIMARY KEY (agreement_id, party_kind, party_id)
);
-- What waits for the signature of a union, and of a person.
CREATE INDEX agreement_awaited_union ON agreement_awaited (union_id, agreement_id);
CREATE INDEX agreement_awaited_person ON agreement_awaited (party_id, agreement_id) WHERE party_kind = 'person';

-- Bounds over several pools: all of an activity, or those of a union and all below it (E09).
CREATE TABLE seat_cap (
  activity_id uuid NOT NULL REFERENCES activity,
  id          uuid NOT NULL,
  name        text NOT NULL,
  union_id    uuid,
  capacity    integer NOT NULL CHECK (capacity >= 0),
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (activity_id, id)
);

-- Seats that were neither used nor given back (E35). What happened only grows; what is said of it stands beside
-- it.
CREATE TABLE no_show (
  activity_id uuid NOT NULL REFERENCES activity,
  person_id   uuid NOT NULL,
  id          uuid NOT NULL UNIQUE,
  union_id    uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (activity_id, person_id)
);
-- A person's own, the latest first; and those that count at a sign-up where no-shows block.
CREATE INDEX no_show_person ON no_show (person_id, occurred_at DESC, id DESC);

CREATE TABLE no_show_review (
  activity_id     uuid NOT NULL,
  person_id       uuid NOT NULL,
  version         integer NOT NULL,
  appeal_text     text,
  appealed_at     timestamptz,
  excused         boolean,
  decision_reason text,
  decided_by      uuid,
  decided_at      timestamptz,
  PRIMARY KEY (activity_id, person_id),
  FOREIGN KEY (activity_id, person_id) REFERENCES no_show,
  CHECK ((appeal_text IS NULL) = (appealed_at IS NULL)),
  CHECK ((excused IS NULL) = (decided_at IS NULL) AND (excused IS NULL) = (decision_reason IS NULL)
    AND (excused IS NULL) = (decided_by IS NULL))
);

-- When people are reminded of an activity, how far each sending has come, and who wants to hear of a pool that
-- opens.
CREATE TABLE reminder_plan (
  activity_id uuid PRIMARY KEY REFERENCES activity,
  version     integer NOT NULL,
  reminders   jsonb NOT NULL CHECK (jsonb_array_length(reminders) <= 5)
);

-- Without foreign keys: a sending takes no lock of its activity, which a rush of sign-ups may hold.
CREATE TABLE reminder_round (
  activity_id uuid NOT NULL,
  key         text NOT NULL,
  anchor      text NOT NULL CHECK (anchor IN ('start', 'signUpCloses', 'poolOpens')),
  pool_id     uuid,
  is_late     boolean NOT NULL,
  base_at     timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  after_id    uuid,
  sent        integer NOT NULL CHECK (sent >= 0),
  done_at     timestamptz,
  PRIMARY KEY (activity_id, key)
);

CREATE TABLE reminder_wish (
  activity_id uuid NOT NULL,
  pool_id     uuid NOT NULL,
  person_id   uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (activity_id, pool_id, person_id),
  FOREIGN KEY (activity_id, pool_id) REFERENCES pool
);

-- What an organiser writes to those who take part. Its words stand here once, and in no inbox, so that they can be
-- withdrawn.
CREATE TABLE message (
  activity_id  uuid NOT NULL REFERENCES activity,
  id           uuid NOT NULL,
  version      integer NOT NULL,
  subject      text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 100),
  text         text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
  filter       jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('queued', 'sent', 'withdrawn')),
  total        integer NOT NULL CHECK (total >= 0),
  sent         integer NOT NULL CHECK (sent >= 0),
  after_id     uuid,
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  -- The list, the newest first: ids rise with time.
  PRIMARY KEY (activity_id, id)
);

-- What members ask about an activity, and what its hosts answer.
CREATE TABLE question (
  activity_id    uuid NOT NULL REFERENCES activity,
  id             uuid NOT NULL,
  version        integer NOT NULL,
  person_id      uuid NOT NULL,
  anonymous      boolean NOT NULL,
  text           text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
  state          text NOT NULL CHECK (state IN ('open', 'answered', 'hidden', 'withdrawn')),
  -- The unions behind the hosts, whose officers answer: they stay, as hosts join before the publication.
  host_union_ids uuid[] NOT NULL,
  answer         text,
  answered_by    uuid,
  answered_at    timestamptz,
  hide_reason    text,
  created_at     timestamptz NOT NULL,
  CHECK (state <> 'answered' OR num_nulls(answer, answered_by, answered_at) = 0),
  CHECK (state <> 'hidden' OR hide_reason IS NOT NULL),
  -- The list, the newest first: ids rise with time.
  PRIMARY KEY (activity_id, id)
);
-- What waits for an answer, the oldest first: nothing that is answered is read for it.
CREATE INDEX question_open ON question (id) WHERE state = 'open';
-- How many of a person's wait in an activity.
CREATE INDEX question_open_of_person ON question (activity_id, person_id) WHERE state = 'open';

-- What is asked at sign-up, version by version. The activity carries the version in force, so that a sign-up sees
-- without another look that nothing is asked; a registration keeps the version that it answered.
CREATE TABLE sign_up_form (
  activity_id uuid NOT NULL REFERENCES activity,
  version     integer NOT NULL CHECK (version > 0),
  questions   jsonb NOT NULL,
  keep_days   integer NOT NULL CHECK (keep_days BETWEEN 1 AND 730),
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (activity_id, version)
);

-- What each host does for an activity lives on after the agreement is signed; hosts are told of it.
CREATE TABLE activity_task (
  activity_id  uuid NOT NULL REFERENCES activity,
  id           uuid NOT NULL UNIQUE,
  version      integer NOT NULL,
  party_kind   text NOT NULL,
  party_id     uuid NOT NULL,
  party_name   text NOT NULL,
  union_id     uuid NOT NULL,
  title        text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  due_on       date,
  state        text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  note         text CHECK (char_length(note) <= 500),
  agreement_id uuid REFERENCES agreement (id),
  done_by      uuid,
  done_at      timestamptz,
  created_by   uuid,
  created_at   timestamptz NOT NULL,
  CHECK ((state = 'done') = (done_by IS NOT NULL)),
  CHECK ((done_by IS NULL) = (done_at IS NULL)),
  -- What stands beside the agreement was added by somebody.
  CHECK (agreement_id IS NOT NULL OR created_by IS NOT NULL),
  PRIMARY KEY (activity_id, id)
);
-- What waits for a union, and for a person: nothing that is done is read for it.
CREATE INDEX activity_task_union ON activity_task (union_id, id) WHERE state = 'open';
CREATE INDEX activity_task_person ON activity_task (party_id, id) WHERE state = 'open' AND party_kind = 'person';

-- Pictures of activities, and which of them stands for an activity in lists.
CREATE TABLE activity_picture (
  activity_id uuid NOT NULL REFERENCES activity,
  id          uuid NOT NULL,
  position    integer NOT NULL,
  caption     text CHECK (char_length(caption) BETWEEN 1 AND 200),
  alt         text CHECK (char_length(alt) BETWEEN 1 AND 200),
  source_key  uuid NOT NULL,
  width       integer NOT NULL CHECK (width > 0),
  height      integer NOT NULL CHECK (height > 0),
  files       jsonb NOT NULL,
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  removed_at  timestamptz,
  -- The few of an activity are read together, and put in their order then.
  PRIMARY KEY (activity_id, id),
  -- A file makes one picture of an activity, however often it is asked for.
  UNIQUE (activity_id, source_key)
);

-- What an activity's place in its life follows from beside its state and its times: who has yet to answer, whom
-- the agreement names, whether its cost is settled, and whether it is put away.
CREATE TABLE told_cost_pool (
  id          uuid PRIMARY KEY,
  -- No foreign key: checking it would share the lock of the activity, for which whoever writes here waits next.
  activity_id uuid,
  approved_at timestamptz,
  reversed_at timestamptz,
  -- Either of the two may be told first; the approval alone says of which activity it is.
  CHECK (approved_at IS NOT NULL OR reversed_at IS NOT NULL),
  CHECK ((approved_at IS NULL) = (activity_id IS NULL))
);
-- The pools of one activity, each time that one of them changes.
CREATE INDEX told_cost_pool_activity ON told_cost_pool (activity_id);

-- Files that belong to activities, and the daily look for files that no row names.
CREATE TABLE activity_attachment (
  activity_id uuid NOT NULL REFERENCES activity,
  id          uuid NOT NULL,
  position    integer NOT NULL,
  title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
  file_name   text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
  kind        text NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt')),
  visibility  text NOT NULL CHECK (visibility IN ('everybody', 'signedIn', 'seated', 'hosts')),
  file_key    uuid NOT NULL,
  source_key  uuid NOT NULL,
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size        integer NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  removed_at  timestamptz,
  -- The few of an activity are read together, and put in their order then.
  PRIMARY KEY (activity_id, id),
  -- An upload makes one attachment of an activity, however often it is asked for.
  UNIQUE (activity_id, source_key)
);
-- Whether anybody names a file, as copies of an activity name the same: asked before it is deleted.
CREATE INDEX activity_attachment_file ON activity_attachment (file_key);

-- Pictures of an activity by those who came.
CREATE TABLE album_picture (
  activity_id   uuid NOT NULL REFERENCES activity,
  id            uuid NOT NULL,
  version       integer NOT NULL,
  person_id     uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('pending', 'approved', 'reported', 'hidden')),
  caption       text CHECK (char_length(caption) BETWEEN 1 AND 100),
  source_key    uuid NOT NULL,
  width         integer NOT NULL CHECK (width > 0),
  height        integer NOT NULL CHECK (height > 0),
  files         jsonb NOT NULL,
  is_public     boolean NOT NULL,
  -- Whoever added it said then that those who can be recognised agree.
  consent_at    timestamptz NOT NULL,
  report_reason text CHECK (report_reason IN ('inPicture', 'child', 'other')),
  -- Of whom a report was made already: nobody can hide the same picture again and again.
  reported_by   uuid[] NOT NULL,
  hide_reason   text CHECK (char_length(hide_reason) BETWEEN 1 AND 500),
  hidden_at     timestamptz,
  decided_by    uuid,
  decided_at    timestamptz,
  created_at    timestamptz NOT NULL,
  -- The at most 500 of an activity, the newest first: ids rise with time.
  PRIMARY KEY (activity_id, id),
  -- An upload makes one picture of an album, however often it is asked for.
  UNIQUE (activity_id, source_key),
  CHECK (NOT is_public OR state = 'approved'),
  CHECK ((state = 'hidden') = (hidden_at IS NOT NULL) AND (hidden_at IS NULL) = (hide_reason IS NULL)),
  CHECK ((state = 'reported') = (report_reason IS NOT NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (state IN (
    'pending', 'reported') OR decided_at IS NOT NULL)
  )
);

-- The first look for files that nobody names; each notes the next.
INSERT INTO due (kind, key, due_at, payload) VALUES ('file-sweep', '', now(), '{}') ON CONFLICT (kind, key) DO NOTHING;
`,
  appendOnly: ['agreement_signature', 'no_show'],
};
