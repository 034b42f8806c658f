import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of lending. */
export const lending: SchemaPart = {
  sql: `
-- What is offered, by which right it may be borrowed, and when it is taken.
CREATE TABLE resource (
  id                     uuid PRIMARY KEY,
  version                integer NOT NULL,
  owner_kind             text NOT NULL,
  owner_id               uuid NOT NULL,
  owner_union_id         uuid NOT NULL,
  title                  text NOT NULL,
  description            text NOT NULL,
  function               text NOT NULL,
  businesses             text[] NOT NULL CHECK (cardinality(businesses) > 0),
  district               text,
  place                  text,
  latitude               double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude              double precision CHECK (longitude BETWEEN -180 AND 180),
  capacity               integer CHECK (capacity > 0),
  turnaround_minutes     integer NOT NULL CHECK (turnaround_minutes >= 0),
  loans_per_borrower_max integer CHECK (loans_per_borrower_max > 0),
  part_of_id             uuid REFERENCES resource,
  active                 boolean NOT NULL,
  search_terms           text[] NOT NULL,
  created_at             timestamptz NOT NULL,
  counting               text NOT NULL DEFAULT 'one' CHECK (counting IN ('one', 'pieces', 'stock', 'kit')),
  -- Pieces that are not retired, or the stock.
  quantity               integer NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 0 AND 100000),
  setup_minutes          integer NOT NULL DEFAULT 0 CHECK (setup_minutes >= 0),
  -- slot: one has it at a time; access: many may read it at once, and nothing is booked.
  lending                text NOT NULL DEFAULT 'slot' CHECK (lending IN ('slot', 'access')),
  -- The version in force; 0 where there are no conditions.
  conditions_version     integer NOT NULL DEFAULT 0 CHECK (conditions_version >= 0),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (part_of_id <> id),
  CHECK (counting IN ('pieces', 'stock') OR quantity = 1),
  -- A whole and its parts are single things.
  CHECK (counting = 'one' OR part_of_id IS NULL),
  CONSTRAINT resource_access CHECK (lending = 'slot' OR function IN ('information', 'management'))
);
-- What a person or a club offers: their loans are found by it.
CREATE INDEX resource_owner ON resource (owner_kind, owner_id);
-- The list, newest first: all, of one function; and the candidates for a need, near ones first.
CREATE INDEX resource_active ON resource (id DESC) WHERE active;
CREATE INDEX resource_function ON resource (function, id DESC) WHERE active;
CREATE INDEX resource_district ON resource (function, district, id DESC) WHERE active;
-- The list of one business.
CREATE INDEX resource_businesses ON resource USING gin (businesses) WHERE active;
-- The search. Single characters and pairs of them, because most Chinese words have two characters,
-- and a trigram index finds nothing shorter than three.
CREATE INDEX resource_search ON resource USING gin (search_terms) WHERE active;
-- The parts of a whole, which are taken with it.
CREATE INDEX resource_parts ON resource (part_of_id) WHERE part_of_id IS NOT NULL;
-- What a union could offer is looked for among its own resources, those withdrawn too.
CREATE INDEX resource_owner_union ON resource (owner_union_id);

CREATE TABLE right_of_use (
  resource_id         uuid NOT NULL REFERENCES resource,
  id                  uuid NOT NULL,
  version             integer NOT NULL,
  grantee_kind        text NOT NULL,
  grantee_union_id    uuid,
  grantee_size_class  text,
  valid_from          timestamptz NOT NULL,
  valid_until         timestamptz NOT NULL,
  approval            text NOT NULL CHECK (approval IN ('automatic', 'custodian')),
  price_kind          text NOT NULL,
  price_text          text,
  revoked_at          timestamptz,
  grantee_party_kind  text,
  grantee_party_id    uuid,
  -- Of neighbours: null where those in the park of the owner are meant.
  grantee_within_km   integer CHECK (grantee_within_km > 0),
  only_sizes          text[] NOT NULL DEFAULT '{}',
  except_union_ids    uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(except_union_ids) <= 50),
  businesses          text[] NOT NULL DEFAULT '{}',
  weekdays            text[] NOT NULL DEFAULT '{}',
  time_from           text CHECK (time_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_until          text CHECK (time_until ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  hours_per_month     integer CHECK (hours_per_month > 0),
  loans_per_month     integer CHECK (loans_per_month > 0),
  decide_within_hours integer NOT NULL DEFAULT 72 CHECK (decide_within_hours > 0),
  on_silence          text NOT NULL DEFAULT 'refuse' CHECK (on_silence IN ('refuse', 'approve')),
  fee_fen             bigint CHECK (fee_fen > 0),
  fee_per             text CHECK (fee_per IN ('hour', 'day', 'loan')),
  deposit_fen         bigint CHECK (deposit_fen > 0),
  revoke_reason       text,
  future_loans        text CHECK (future_loans IN ('stand', 'cancel')),
  -- A right of use may bound how many pieces of what is counted one borrower takes in a month.
  pieces_per_month    integer CHECK (pieces_per_month > 0),
  -- Also the list of a resource's grants, newest first, read backwards.
  PRIMARY KEY (resource_id, id),
  CHECK (valid_from < valid_until),
  CHECK ((grantee_kind IN ('union', 'subtree')) = (grantee_union_id IS NOT NULL)),
  CHECK ((grantee_kind = 'sizeClass') = (grantee_size_class IS NOT NULL)),
  CHECK (grantee_kind IN
    ('union', 'subtree', 'sizeClass', 'everyone', 'party', 'club', 'neighbours')),
  CHECK (price_kind IN ('free', 'costShare', 'fee')),
  CONSTRAINT right_of_use_party_check CHECK ((grantee_kind IN (
    'party', 'club')) = (grantee_party_id IS NOT NULL)
  ),
  CONSTRAINT right_of_use_party_kind_check CHECK ((grantee_party_kind IS NULL) = (grantee_party_id IS NULL)),
  CONSTRAINT right_of_use_near_check CHECK (grantee_kind = 'neighbours' OR grantee_within_km IS NULL),
  CONSTRAINT right_of_use_times_check CHECK ((time_from IS NULL) = (time_until IS NULL) AND time_from COLLATE "C" < time_until COLLATE "C"),
  CONSTRAINT right_of_use_fee_check CHECK ((price_kind = 'fee') = (fee_fen IS NOT NULL) AND (fee_fen IS NULL) = (fee_per IS NULL)),
  CONSTRAINT right_of_use_revoked_check CHECK (revoked_at IS NOT NULL OR (revoke_reason IS NULL AND future_loans IS NULL))
);

-- When a resource is taken: by a loan (of the same id), or by a time out of service.
CREATE TABLE booking (
  resource_id    uuid NOT NULL REFERENCES resource,
  id             uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('loan', 'block')),
  starts_at      timestamptz NOT NULL,
  -- The end with the turnaround after it.
  occupied_until timestamptz NOT NULL,
  reason         text,
  -- Null: the thing itself, which is there once. Else so many of what is counted, beside other bookings.
  quantity       integer CHECK (quantity > 0),
  piece_id       uuid,
  PRIMARY KEY (resource_id, id),
  CHECK (starts_at < occupied_until),
  -- What is null meets nothing: bookings with a count leave each other alone here, and are summed up below. They
  -- stand in the same index all the same, by which every look at a calendar finds both.
  CONSTRAINT booking_free EXCLUDE USING gist
    (resource_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&,
     (CASE WHEN quantity IS NULL THEN 1 END) WITH =),
  CHECK (piece_id IS NULL OR (quantity = 1 AND kind = 'block')),
  -- A piece that is out of service lowers what there is by one, however often it is said.
  CONSTRAINT booking_piece EXCLUDE USING gist
    (piece_id WITH =, tstzrange(starts_at, occupied_until, '[)') WITH &&) WHERE (piece_id IS NOT NULL)
);
-- A whole and its parts hold rows of one id each.
CREATE INDEX booking_id ON booking (id);
-- A search asks of each thing in turn whether it is free at a time. Bookings of one thing never meet, so the next
-- that ends after the beginning of that time answers it: this index holds it first, however much is booked before
-- and after.
CREATE INDEX booking_next ON booking (resource_id, occupied_until) WHERE quantity IS NULL;

-- Who borrows what. The time itself stands in \`booking\`, from the request until it is given up.
CREATE TABLE loan (
  id                 uuid PRIMARY KEY,
  version            integer NOT NULL,
  resource_id        uuid NOT NULL REFERENCES resource,
  function           text NOT NULL,
  owner_union_id     uuid NOT NULL,
  borrower_union_id  uuid NOT NULL,
  requested_by       uuid NOT NULL,
  state              text NOT NULL CHECK (state IN (
    'requested', 'approved', 'refused', 'handedOver', 'returned', 'cancelled')
  ),
  starts_at          timestamptz NOT NULL,
  ends_at            timestamptz NOT NULL,
  purpose            text NOT NULL,
  activity_id        uuid,
  need_id            uuid,
  -- Null: the union lends to itself, by ownership.
  grant_id           uuid,
  decide_by          timestamptz,
  reason_code        text,
  reason             text,
  override_reason    text,
  handed_over_at     timestamptz,
  returned_at        timestamptz,
  created_at         timestamptz NOT NULL,
  -- The person who asked is no member any more.
  requester_left     boolean NOT NULL,
  quantity           integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
  closed_at          timestamptz,
  -- The end that an extension asks for; its booking lasts until then.
  held_until         timestamptz,
  grant_version      integer,
  business           text,
  on_silence         text CHECK (on_silence IN ('refuse', 'approve')),
  fee_fen            bigint CHECK (fee_fen >= 0),
  deposit_fen        bigint CHECK (deposit_fen >= 0),
  price_text         text,
  -- What the borrower has accepted; null where there was nothing to accept.
  conditions_version integer,
  -- A loan keeps the price of a unit as it was agreed: its fee is counted again once it is known how long it was
  -- out.
  fee_each_fen       bigint CHECK (fee_each_fen > 0),
  fee_per            text CHECK (fee_per IN ('hour', 'day', 'loan')),
  -- How long an owner takes to answer is asked of every season, so the times of request and answer are kept.
  requested_at       timestamptz,
  decided_at         timestamptz,
  CHECK (starts_at < ends_at),
  CHECK ((state IN ('handedOver', 'returned')) = (handed_over_at IS NOT NULL)),
  CHECK ((state = 'returned') = (returned_at IS NOT NULL)),
  CHECK ((state = 'requested') = (decide_by IS NOT NULL)),
  FOREIGN KEY (resource_id, grant_id) REFERENCES right_of_use (resource_id, id),
  CONSTRAINT loan_closed_check CHECK (closed_at IS NULL OR state = 'returned'),
  CONSTRAINT loan_held_check CHECK (held_until IS NULL OR (held_until > ends_at AND state IN (
    'approved', 'handedOver'))
  ),
  CONSTRAINT loan_fee_check CHECK ((fee_each_fen IS NULL) = (fee_per IS NULL)),
  CONSTRAINT loan_decided_check CHECK (decided_at IS NULL OR requested_at <= decided_at)
);
-- The lists of either side, and of the person who asked, newest first.
CREATE INDEX loan_borrower ON loan (borrower_union_id, id DESC);
CREATE INDEX loan_owner ON loan (owner_union_id, id DESC);
CREATE INDEX loan_requested_by ON loan (requested_by, id DESC);
-- Is something overdue with this borrower? And how many of one resource does the borrower hold?
CREATE INDEX loan_out ON loan (borrower_union_id, ends_at) WHERE state = 'handedOver';
CREATE INDEX loan_open ON loan (resource_id, borrower_union_id)
WHERE state IN ('requested', 'approved', 'handedOver');
-- The desk of who keeps things: what is open, the most urgent first.
CREATE INDEX loan_desk ON loan (owner_union_id, starts_at) WHERE state IN ('requested', 'approved', 'handedOver');
-- What a borrower has used of a right in a month, and whom its revocation affects.
CREATE INDEX loan_by_right ON loan (grant_id, borrower_union_id, starts_at)
WHERE state NOT IN ('refused', 'cancelled');
-- What of a resource was and is lent around a time: fair use and the reserved share are counted from it.
CREATE INDEX loan_times ON loan (resource_id, starts_at) WHERE state NOT IN ('refused', 'cancelled');
-- Whether a need is met.
CREATE INDEX loan_need ON loan (need_id, function) WHERE need_id IS NOT NULL;
-- The loans of a period.
CREATE INDEX loan_starts ON loan (starts_at);

-- What is looked at over a period: needs by their windows, loans by when they begin and by what they answer.
-- From the first window's beginning to the last one's end. Their texts name their zone, so that they mean the same
-- whatever the session's is; its body is bound to what it names when it is made, so it needs no search_path.
CREATE FUNCTION need_span(windows jsonb) RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT tstzrange(min((w ->> 'from')::timestamptz), max((w ->> 'to')::timestamptz))
        FROM jsonb_array_elements(windows) AS w);

-- What is sought, and the best offers for it, computed ahead so that reading them writes nothing.
CREATE TABLE need (
  id                  uuid PRIMARY KEY,
  version             integer NOT NULL,
  party_kind          text NOT NULL,
  party_id            uuid NOT NULL,
  union_id            uuid NOT NULL,
  title               text NOT NULL,
  text                text NOT NULL,
  wants               jsonb NOT NULL,
  functions           text[] NOT NULL CHECK (cardinality(functions) > 0),
  windows             jsonb NOT NULL,
  district            text,
  latitude            double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude           double precision CHECK (longitude BETWEEN -180 AND 180),
  headcount           integer NOT NULL CHECK (headcount > 0),
  budget_fen          bigint CHECK (budget_fen >= 0),
  state               text NOT NULL,
  posted_by           uuid NOT NULL,
  matches_computed_at timestamptz,
  created_at          timestamptz NOT NULL,
  businesses          text[] NOT NULL,
  flexible            jsonb NOT NULL,
  audience            text NOT NULL CHECK (audience IN (
    'everyone', 'families', 'singles', 'women', 'newcomers', 'retired')
  ),
  expires_at          timestamptz NOT NULL,
  search_terms        text[] NOT NULL,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK (state IN ('open', 'answered', 'closed', 'expired'))
);
-- The list, newest first.
CREATE INDEX need_state ON need (state, id DESC);
-- The open needs that a new offer may answer.
CREATE INDEX need_functions ON need USING gin (functions) WHERE state = 'open';
-- The list of one business, of one district, and the search.
CREATE INDEX need_businesses ON need USING gin (businesses);
CREATE INDEX need_district ON need (district, state, id DESC) WHERE district IS NOT NULL;
CREATE INDEX need_search ON need USING gin (search_terms);
-- What expires next.
CREATE INDEX need_expiry ON need (expires_at) WHERE state = 'open';
-- The needs of a period.
CREATE INDEX need_span_index ON need USING gist (need_span(windows));

CREATE TABLE need_match (
  need_id         uuid NOT NULL REFERENCES need,
  id              uuid NOT NULL UNIQUE,
  version         integer NOT NULL,
  offer_id        uuid CONSTRAINT need_match_resource_id_not_null NOT NULL,
  owner_union_id  uuid NOT NULL,
  want            integer NOT NULL,
  score           integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  reasons         jsonb NOT NULL,
  state           text NOT NULL CHECK (state IN ('suggested', 'proposed', 'accepted', 'declined')),
  computed_at     timestamptz NOT NULL,
  proposed_at     timestamptz,
  offer_kind      text NOT NULL CHECK (offer_kind IN ('resource', 'activity', 'brand', 'need')),
  owner_person_id uuid,
  proposed_by     uuid,
  outcome         jsonb,
  activity_id     uuid,
  plan            jsonb,
  PRIMARY KEY (need_id, id),
  CHECK (state <> 'proposed' OR proposed_at IS NOT NULL),
  CHECK (plan IS NULL OR activity_id IS NOT NULL),
  CHECK (outcome IS NULL OR state = 'accepted'),
  -- A match keeps its id when it is computed again.
  UNIQUE (need_id, offer_kind, offer_id)
);
-- The list of a need's matches, best first.
CREATE INDEX need_match_ranked ON need_match (need_id, score DESC, id);
-- Offers without an answer, the latest first: few at any time.
CREATE INDEX need_match_proposed ON need_match (proposed_at DESC, id DESC) WHERE state = 'proposed';
-- The needs to look at when an offer has changed or is gone.
CREATE INDEX need_match_offer ON need_match (offer_kind, offer_id, need_id);
-- The needs that something of a union, or of a person, answers.
CREATE INDEX need_match_owner ON need_match (owner_union_id, need_id);
CREATE INDEX need_match_owner_person ON need_match (owner_person_id, need_id) WHERE owner_person_id IS NOT NULL;
-- What brought the hosts of an activity together.
CREATE INDEX need_match_activity ON need_match (activity_id) WHERE activity_id IS NOT NULL;

-- What is counted: pieces with labels, a stock without identity, kits of others. A booking of a counted thing
-- takes so many of it and may meet others; that they are never more than there are, the database decides by their
-- sum.
CREATE TABLE kit_content (
  kit_id      uuid NOT NULL REFERENCES resource,
  resource_id uuid NOT NULL REFERENCES resource,
  quantity    integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (kit_id, resource_id),
  CHECK (kit_id <> resource_id)
);
-- The kits that something is in, as its time is theirs: they are looked at again whenever some of it is taken or
-- freed.
-- Each loan asks for them; the primary key serves only what a kit is made of.
CREATE INDEX kit_content_resource ON kit_content (resource_id);

CREATE TABLE piece (
  id          uuid PRIMARY KEY,
  version     integer NOT NULL,
  resource_id uuid NOT NULL REFERENCES resource,
  -- On the label, with a check character: what is scanned, read out and typed in.
  code        text NOT NULL UNIQUE,
  -- The running number within the resource.
  number      integer NOT NULL CHECK (number > 0),
  label       text NOT NULL,
  serial      text,
  condition   text NOT NULL CHECK (condition IN ('good', 'worn', 'damaged')),
  note        text,
  place       text,
  retired_at  timestamptz,
  created_at  timestamptz NOT NULL,
  -- Also the list of a resource's pieces.
  UNIQUE (resource_id, number),
  UNIQUE (resource_id, label)
);

ALTER TABLE booking ADD CONSTRAINT booking_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES piece;

CREATE TABLE loan_piece (
  loan_id  uuid NOT NULL REFERENCES loan,
  piece_id uuid NOT NULL REFERENCES piece,
  out_at   timestamptz NOT NULL,
  back_at  timestamptz,
  PRIMARY KEY (loan_id, piece_id),
  CHECK (out_at <= back_at)
);
-- A piece is in one hand at a time, whatever the calendar says.
CREATE UNIQUE INDEX loan_piece_one_hand ON loan_piece (piece_id) WHERE back_at IS NULL;

CREATE TABLE piece_custody (
  piece_id  uuid NOT NULL REFERENCES piece,
  id        uuid NOT NULL,
  act       text NOT NULL,
  at        timestamptz NOT NULL,
  by_person uuid NOT NULL,
  loan_id   uuid REFERENCES loan,
  condition text,
  note      text,
  -- Also the trail of a piece, the latest first, read backwards.
  PRIMARY KEY (piece_id, id),
  CHECK ((act IN ('handedOver', 'returned')) = (loan_id IS NOT NULL)),
  CHECK (act IN (
    'added', 'handedOver', 'returned', 'outOfService', 'backInService', 'moved', 'noted', 'retired',
    'reinstated', 'maintained', 'maintenanceSkipped', 'maintenanceReopened')
  )
);

-- What is lent goes from hand to hand: both sides say so, what was damaged is asked for, and an extension is
-- decided.
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
  -- Whoever answers a handover or decides on an extension names the version that they have seen. All that is there
  -- is in its first: before this nobody had been shown a version.
  version       integer NOT NULL,
  -- The trail of one loan, which is read as a whole.
  PRIMARY KEY (loan_id, id),
  CHECK ((state = 'waiting') = (answered_at IS NULL) AND (answered_at IS NULL) = (answer IS NULL)),
  CHECK ((answer = 'person') IS NOT TRUE OR answered_by IS NOT NULL),
  -- Nobody confirms to themselves.
  CHECK (state <> 'confirmed' OR answer <> 'person' OR answered_by <> recorded_by),
  CHECK (dispute IS NULL OR state = 'disputed')
);
-- What waits for an answer is listed on the first page that people see: of all handovers and damages it is a
-- handful.
CREATE INDEX loan_handover_waiting ON loan_handover (answer_by, id) WHERE state = 'waiting';

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
  loan_id     uuid NOT NULL REFERENCES loan,
  id          uuid NOT NULL,
  version     integer NOT NULL,
  handover_id uuid,
  note        text NOT NULL CHECK (char_length(note) BETWEEN 1 AND 500),
  amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
  -- Null as long as it is open.
  owed_fen    bigint CHECK (owed_fen BETWEEN 0 AND amount_fen),
  state       text NOT NULL CHECK (state IN ('claimed', 'accepted', 'disputed', 'decided', 'withdrawn')),
  claimed_by  uuid NOT NULL,
  claimed_at  timestamptz NOT NULL,
  answer_by   timestamptz NOT NULL,
  answered_by uuid,
  objection   text CHECK (char_length(objection) BETWEEN 1 AND 1000),
  settled_by  uuid,
  settled_at  timestamptz,
  reason      text CHECK (char_length(reason) BETWEEN 1 AND 1000),
  PRIMARY KEY (loan_id, id),
  FOREIGN KEY (loan_id, handover_id) REFERENCES loan_handover,
  CHECK ((state IN ('accepted', 'decided', 'withdrawn')) = (owed_fen IS NOT NULL)),
  CHECK ((owed_fen IS NULL) = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
  CHECK (state <> 'withdrawn' OR owed_fen = 0),
  -- Those who ask for money do not grant it to themselves.
  CHECK (state NOT IN ('accepted', 'decided') OR settled_by <> claimed_by),
  -- Whoever disputes a damage does not decide on it, by the database as well. Not valid for what is there: a row
  -- of before stays readable as it was decided.
  CONSTRAINT loan_damage_two_people CHECK (state <> 'decided' OR settled_by <> answered_by)
);
-- Telling all of them anew, in the order of their ids.
CREATE UNIQUE INDEX loan_damage_id ON loan_damage (id);
-- What waits for an answer or for a decision, the first to run out first: whoever opens their home page asks for
-- it.
CREATE INDEX loan_damage_open ON loan_damage (answer_by, id) WHERE state IN ('claimed', 'disputed');

CREATE TABLE extension_request (
  loan_id    uuid NOT NULL REFERENCES loan,
  id         uuid NOT NULL,
  ends_at    timestamptz NOT NULL,
  reason     text CHECK (char_length(reason) BETWEEN 1 AND 500),
  state      text NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'expired', 'ended')),
  asked_by   uuid NOT NULL,
  asked_at   timestamptz NOT NULL,
  decide_by  timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  refusal    text CHECK (char_length(refusal) BETWEEN 1 AND 500),
  version    integer NOT NULL,
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
  set_at        timestamptz NOT NULL,
  version       integer NOT NULL
);

-- A right of use says to whom more finely, for what, when, how much a month and at what price; it is revoked with
-- notice, and each of its versions is kept. A loan keeps what was agreed when it was approved.
-- The terms as they stood from a change on: what a loan was approved under can be looked up for good.
CREATE TABLE right_of_use_version (
  resource_id uuid NOT NULL,
  grant_id    uuid NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  since       timestamptz NOT NULL,
  terms       jsonb NOT NULL,
  -- Also the list of a right's versions, newest first, read backwards.
  PRIMARY KEY (resource_id, grant_id, version),
  FOREIGN KEY (resource_id, grant_id) REFERENCES right_of_use (resource_id, id)
);

-- When a resource is open, and who may ask for it when and for how much.
CREATE TABLE opening_hours (
  resource_id  uuid PRIMARY KEY REFERENCES resource,
  version      integer NOT NULL,
  -- Null: open around the clock. Else a list of spans, each with its weekday.
  weekly       jsonb CHECK (jsonb_typeof(weekly) = 'array'),
  exceptions   jsonb NOT NULL CHECK (jsonb_typeof(exceptions) = 'array'),
  holidays     text NOT NULL CHECK (holidays IN ('closed', 'asUsual')),
  make_up_days text NOT NULL CHECK (make_up_days IN ('asWorkday', 'asUsual')),
  overnight    boolean NOT NULL,
  changed_by   uuid NOT NULL,
  changed_at   timestamptz NOT NULL
);

CREATE TABLE lending_rule (
  resource_id         uuid PRIMARY KEY REFERENCES resource,
  version             integer NOT NULL,
  bookable_days_ahead integer CHECK (bookable_days_ahead > 0),
  notice_hours        integer NOT NULL CHECK (notice_hours >= 0),
  small_earlier_days  integer NOT NULL CHECK (small_earlier_days >= 0),
  reserved            jsonb CHECK ((reserved->>'percent')::integer BETWEEN 1 AND 100),
  fair_use            jsonb CHECK ((fair_use->>'periodDays')::integer > 0),
  changed_by          uuid NOT NULL,
  changed_at          timestamptz NOT NULL,
  CHECK (small_earlier_days = 0 OR bookable_days_ahead IS NOT NULL)
);

-- Times that are held for a few minutes, and loans that were moved.
-- The time itself stands in booking, under the same id, like that of a loan. A hold that is over is deleted.
CREATE TABLE loan_hold (
  id                uuid PRIMARY KEY,
  resource_id       uuid NOT NULL REFERENCES resource,
  person_id         uuid NOT NULL,
  borrower_union_id uuid NOT NULL,
  starts_at         timestamptz NOT NULL,
  ends_at           timestamptz NOT NULL,
  token_hash        text NOT NULL,
  expires_at        timestamptz NOT NULL,
  created_at        timestamptz NOT NULL,
  -- Whoever keeps a time, waits for one or asks for several says how many of a counted resource, and what for.
  quantity          integer NOT NULL CHECK (quantity > 0),
  CHECK (starts_at < ends_at),
  -- Whoever chooses another time gives up the first.
  UNIQUE (resource_id, person_id)
);

CREATE TABLE loan_move (
  loan_id    uuid NOT NULL REFERENCES loan,
  number     integer NOT NULL CHECK (number > 0),
  started_at timestamptz NOT NULL,
  ended_at   timestamptz NOT NULL,
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  reason     text,
  moved_by   uuid NOT NULL,
  moved_at   timestamptz NOT NULL,
  PRIMARY KEY (loan_id, number)
);

-- Who waits for a time of a resource. A time on offer stands in booking, under the id of the wait, like that of a
-- loan.
CREATE TABLE loan_wait (
  id                 uuid PRIMARY KEY,
  version            integer NOT NULL,
  resource_id        uuid NOT NULL REFERENCES resource,
  borrower_union_id  uuid NOT NULL,
  requested_by       uuid NOT NULL,
  window_from        timestamptz NOT NULL,
  window_to          timestamptz NOT NULL,
  duration_minutes   integer NOT NULL CHECK (duration_minutes > 0),
  latest_decision_at timestamptz NOT NULL,
  purpose            text NOT NULL,
  conditions_version integer,
  state              text NOT NULL CHECK (state IN ('waiting', 'offered', 'accepted', 'expired', 'withdrawn')),
  hindrance          text,
  looked_at          timestamptz,
  offered_from       timestamptz,
  offered_to         timestamptz,
  offer_expires_at   timestamptz,
  loan_id            uuid REFERENCES loan,
  created_at         timestamptz NOT NULL,
  quantity           integer NOT NULL CHECK (quantity > 0),
  business           text,
  CHECK (window_from + duration_minutes * interval '1 minute' <= window_to),
  CHECK (state <> 'offered' OR (offered_from < offered_to AND offer_expires_at IS NOT NULL)),
  CHECK ((state = 'accepted') = (loan_id IS NOT NULL))
);
-- The line of a resource, the first first: ids rise with time.
CREATE INDEX loan_wait_line ON loan_wait (resource_id, id) WHERE state IN ('waiting', 'offered');
-- What somebody waits for, and what a union does, the newest first.
CREATE INDEX loan_wait_requested_by ON loan_wait (requested_by, id DESC);
CREATE INDEX loan_wait_borrower ON loan_wait (borrower_union_id, id DESC);

CREATE TABLE activity_score (
  activity_id uuid PRIMARY KEY,
  score       double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
  computed_at timestamptz NOT NULL,
  union_id    uuid NOT NULL,
  resource_id uuid,
  brand_id    uuid
);
-- How it went before: at a place, with a brand, with an organiser.
CREATE INDEX activity_score_resource ON activity_score (resource_id) WHERE resource_id IS NOT NULL;
CREATE INDEX activity_score_brand ON activity_score (brand_id) WHERE brand_id IS NOT NULL;
CREATE INDEX activity_score_union ON activity_score (union_id);

-- One line for everything that can be shared, by which it is found: resources on offer, published activities and
-- brands. It repeats what stands elsewhere, so that one search has one order over all of them, and indexes that
-- serve it.
CREATE TABLE offer (
  -- Of the thing itself; read backwards it is the list, newest first.
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('resource', 'activity', 'brand')),
  title      text NOT NULL,
  heading    text NOT NULL,
  body       text NOT NULL,
  terms      text[] NOT NULL,
  pinyin     text NOT NULL,
  function   text NOT NULL,
  businesses text[] NOT NULL CHECK (cardinality(businesses) > 0),
  union_id   uuid NOT NULL,
  district   text,
  place      text,
  latitude   double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude  double precision CHECK (longitude BETWEEN -180 AND 180),
  capacity   integer CHECK (capacity > 0),
  starts_at  timestamptz,
  ends_at    timestamptz,
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK ((kind = 'activity') = (starts_at IS NOT NULL)),
  CHECK ((starts_at IS NULL) = (ends_at IS NULL))
);
-- The list of one kind, of one function, of one business.
CREATE INDEX offer_kind ON offer (kind, id DESC);
CREATE INDEX offer_function ON offer (function, id DESC);
CREATE INDEX offer_businesses ON offer USING gin (businesses);
-- The words: single characters and pairs of Chinese, and the beginnings of words in pinyin.
CREATE INDEX offer_terms ON offer USING gin (terms);
CREATE INDEX offer_pinyin ON offer USING gin (pinyin gin_trgm_ops);
-- What lies in a box; the distance itself decides then.
CREATE INDEX offer_place ON offer USING gist (point(longitude, latitude));

-- What a resource is beside its title: what a borrower agrees to, who hands it over, and the files of know-how,
-- which is not taken for a time but read during it.
CREATE TABLE resource_conditions (
  resource_id uuid NOT NULL REFERENCES resource,
  version     integer NOT NULL CHECK (version > 0),
  text        text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (resource_id, version)
);

ALTER TABLE loan ADD CONSTRAINT loan_conditions FOREIGN KEY (resource_id, conditions_version) REFERENCES resource_conditions;

CREATE TABLE resource_custodian (
  resource_id uuid PRIMARY KEY REFERENCES resource,
  name        text CHECK (char_length(name) BETWEEN 1 AND 100),
  desk_hours  text CHECK (char_length(desk_hours) BETWEEN 1 AND 200),
  contact     text CHECK (char_length(contact) BETWEEN 1 AND 200),
  version     integer NOT NULL
);

CREATE TABLE resource_attributes (
  resource_id        uuid PRIMARY KEY REFERENCES resource,
  area_square_metres integer CHECK (area_square_metres > 0),
  seats              integer CHECK (seats > 0),
  equipment          text[] NOT NULL,
  accessibility      text,
  skills             text[] NOT NULL,
  languages          text[] NOT NULL,
  certificates       text[] NOT NULL,
  included           text,
  at_borrowers_place boolean,
  -- Whoever replaces what a resource has, who hands it over, or how a union lends, names the version that they
  -- have seen. What is there is in its first; where nothing is, the version is 0.
  version            integer NOT NULL
);

CREATE TABLE resource_document (
  resource_id uuid NOT NULL REFERENCES resource,
  id          uuid NOT NULL,
  title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
  file_name   text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
  kind        text NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt')),
  file_key    uuid NOT NULL,
  source_key  uuid NOT NULL,
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size        integer NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  downloads   integer NOT NULL CHECK (downloads >= 0),
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  removed_at  timestamptz,
  -- The few of a resource are read together.
  PRIMARY KEY (resource_id, id),
  -- An upload makes one document of a resource, however often it is asked for.
  UNIQUE (resource_id, source_key)
);
-- Whether a row names a file, which the daily sweep asks.
CREATE INDEX resource_document_file ON resource_document (file_key);

CREATE TABLE resource_picture (
  resource_id uuid NOT NULL REFERENCES resource,
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
  PRIMARY KEY (resource_id, id),
  UNIQUE (resource_id, source_key)
);

-- What is to be done to a resource, or to one of its pieces, again and again; and each time that it falls due.
CREATE TABLE maintenance_plan (
  id          uuid PRIMARY KEY,
  version     integer NOT NULL,
  resource_id uuid NOT NULL REFERENCES resource,
  -- Null: the whole resource.
  piece_id    uuid REFERENCES piece,
  title       text NOT NULL,
  every       integer NOT NULL CHECK (every > 0),
  unit        text NOT NULL CHECK (unit IN ('day', 'month', 'loan')),
  first_on    date,
  by_whom     text,
  -- Null: it can be lent meanwhile.
  block_hours integer CHECK (block_hours > 0),
  block_from  text NOT NULL,
  ended_at    timestamptz,
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  CHECK ((unit = 'loan') = (first_on IS NULL))
);
-- The list of a resource's plans.
CREATE INDEX maintenance_plan_of_resource ON maintenance_plan (resource_id, id);

CREATE TABLE maintenance_task (
  id          uuid PRIMARY KEY,
  version     integer NOT NULL,
  plan_id     uuid NOT NULL REFERENCES maintenance_plan,
  resource_id uuid NOT NULL REFERENCES resource,
  piece_id    uuid REFERENCES piece,
  state       text NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
  -- The day of the rhythm; due_on may be another one.
  planned_on  date,
  -- Null while loans are counted.
  due_on      date,
  -- Loans that came back since then count.
  since       timestamptz NOT NULL,
  done_on     date,
  note        text,
  cost_fen    bigint CHECK (cost_fen >= 0),
  closed_by   uuid,
  closed_at   timestamptz,
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK ((state = 'done') = (done_on IS NOT NULL))
);
-- Each plan falls due one time after the other.
CREATE UNIQUE INDEX maintenance_task_one_open ON maintenance_task (plan_id) WHERE state = 'open';
-- What lies ahead, by its day.
CREATE INDEX maintenance_task_ahead ON maintenance_task (coalesce(due_on, '9999-12-31'::date), id)
WHERE state = 'open';
-- What was done or left out, the latest first; also the latest of a plan.
CREATE INDEX maintenance_task_closed ON maintenance_task (state, closed_at, id);
CREATE INDEX maintenance_task_of_plan ON maintenance_task (plan_id, closed_at);

-- How many of a counted resource are taken, at each moment within a time at which that changes.
CREATE FUNCTION stock_levels(of_resource uuid, from_time timestamptz, until_time timestamptz)
  RETURNS TABLE (at timestamptz, level bigint) LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT change.at, sum(sum(change.by)) OVER (ORDER BY change.at) FROM (
    SELECT greatest(b.starts_at, from_time) AS at, b.quantity::bigint AS by FROM booking b
      WHERE b.resource_id = of_resource AND b.quantity IS NOT NULL
        AND tstzrange(b.starts_at, b.occupied_until, '[)') && tstzrange(from_time, until_time, '[)')
    UNION ALL
    SELECT b.occupied_until, -b.quantity FROM booking b
      WHERE b.resource_id = of_resource AND b.quantity IS NOT NULL AND b.occupied_until < until_time
        AND tstzrange(b.starts_at, b.occupied_until, '[)') && tstzrange(from_time, until_time, '[)')
  ) AS change GROUP BY change.at
$$;

-- The sum of what overlaps is never more than there are. The row of the resource is locked first, whoever inserts
-- and by whatever way, so that of two bookings the second sees the first.
CREATE FUNCTION booking_stock() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  stock integer;
  peak  bigint;
BEGIN
  SELECT r.quantity INTO stock FROM resource r
    WHERE r.id = NEW.resource_id AND r.counting IN ('pieces', 'stock') FOR NO KEY UPDATE;
  -- A kit has no number of its own: what it is made of decides.
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT max(l.level) INTO peak FROM stock_levels(NEW.resource_id, NEW.starts_at, NEW.occupied_until) l;
  IF peak > stock THEN
    RAISE EXCEPTION 'more is booked than there is' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'booking_stock', DETAIL = greatest(0, stock - (peak - NEW.quantity));
  END IF;
  RETURN NULL;
END $$;

-- No more is in people's hands than there is, also where a loan is overdue and the next one is due. An index could
-- say so of single things alone; what a whole, a kit or a count takes stands in its bookings.
CREATE FUNCTION loan_in_hand() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM resource r WHERE r.id IN (SELECT b.resource_id FROM booking b WHERE b.id = NEW.id)
    ORDER BY r.id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM booking mine JOIN resource r ON r.id = mine.resource_id
    WHERE mine.id = NEW.id AND r.counting <> 'kit' AND r.quantity < (
      SELECT sum(coalesce(b.quantity, 1)) FROM booking b JOIN loan l ON l.id = b.id
      WHERE b.resource_id = r.id AND l.state = 'handedOver'))
  THEN
    RAISE EXCEPTION 'it is still in another hand' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'loan_one_out';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_stock AFTER INSERT OR UPDATE OF starts_at, occupied_until, quantity ON booking
FOR EACH ROW WHEN (NEW.quantity IS NOT NULL) EXECUTE FUNCTION booking_stock();

CREATE TRIGGER loan_in_hand AFTER UPDATE OF state ON loan
FOR EACH ROW WHEN (NEW.state = 'handedOver' AND OLD.state <> 'handedOver') EXECUTE FUNCTION loan_in_hand();
`,
  appendOnly: ['piece_custody', 'loan_move', 'resource_conditions'],
};
