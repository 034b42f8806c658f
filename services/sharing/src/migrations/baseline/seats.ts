import type { SchemaPart } from '@gongxiang/persistence';

/** How the sums of a pool change. Each event has tables of its own for what changed, and may not name the others'. */
function changeOfPoolLine(event: string): string {
  const columns = 'activity_id, pool_id, state, heads, rank';
  // A row that is there now adds to the sums, one that was there before takes away.
  const now = `SELECT ${columns}, 1 AS sign FROM rows_now`;
  const before = `SELECT ${columns}, -1 AS sign FROM rows_before`;
  const changed = { INSERT: now, DELETE: before }[event] ?? `${now} UNION ALL ${before}`;
  return `
  IF TG_OP = '${event}' THEN
    INSERT INTO pool_line AS l
    SELECT r.activity_id, r.pool_id,
      coalesce(sum(r.sign * r.heads) FILTER (WHERE r.state = 'confirmed'), 0)::int,
      coalesce(sum(r.sign * r.heads) FILTER (WHERE r.state = 'held'), 0)::int,
      coalesce(sum(r.sign * r.heads) FILTER (WHERE r.state = 'waitlisted'), 0)::int,
      coalesce(sum(r.sign) FILTER (WHERE r.state = 'waitlisted'), 0)::int,
      coalesce(sum(r.sign) FILTER (WHERE r.state = 'waitlisted' AND r.heads <= p.capacity), 0)::int,
      coalesce(max(r.rank) FILTER (WHERE r.sign = 1), 0)
    FROM (${changed}) AS r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
    GROUP BY r.activity_id, r.pool_id ORDER BY r.activity_id, r.pool_id
    ON CONFLICT (activity_id, pool_id) DO UPDATE SET
      confirmed = l.confirmed + excluded.confirmed,
      held = l.held + excluded.held,
      waiting_heads = l.waiting_heads + excluded.waiting_heads,
      waiting_parties = l.waiting_parties + excluded.waiting_parties,
      servable_parties = l.servable_parties + excluded.servable_parties,
      last_rank = greatest(l.last_rank, excluded.last_rank);
  END IF;`;
}

/** The tables of seats. */
export const seats: SchemaPart = {
  sql: `
-- Who takes part. The key keeps a person from being registered twice in one activity, whatever the code does.
CREATE TABLE registration (
  activity_id         uuid NOT NULL,
  person_id           uuid NOT NULL,
  id                  uuid NOT NULL UNIQUE,
  version             integer NOT NULL,
  pool_id             uuid NOT NULL,
  state               text NOT NULL,
  heads               integer NOT NULL CHECK (heads BETWEEN 1 AND 100),
  rank                integer NOT NULL CHECK (rank > 0),
  override_reason     text,
  check_in_code       text NOT NULL,
  sealed_answers      text,
  registered_by       uuid NOT NULL,
  registered_at       timestamptz NOT NULL,
  offer_expires_at    timestamptz,
  guardian_consent_at timestamptz,
  form_version        integer NOT NULL DEFAULT 0 CHECK (form_version >= 0),
  came                integer NOT NULL DEFAULT 0 CHECK (came >= 0),
  PRIMARY KEY (activity_id, person_id),
  FOREIGN KEY (activity_id, pool_id) REFERENCES pool,
  -- The line of a pool: its list, and the last in, who leave first when it is lowered.
  UNIQUE (activity_id, pool_id, rank),
  -- The door looks a code up within one activity.
  UNIQUE (activity_id, check_in_code),
  CHECK (state IN ('confirmed', 'waitlisted', 'held', 'cancelled', 'expired')),
  CONSTRAINT registration_offer_check CHECK ((offer_expires_at IS NOT NULL) = (state IN ('held', 'expired'))),
  CONSTRAINT registration_sealed CHECK (sealed_answers ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]')
);
-- A person's own registrations, the latest first.
CREATE INDEX registration_person ON registration (person_id, registered_at DESC, id DESC);
-- What has run out: few at any time.
CREATE INDEX registration_offer ON registration (activity_id, offer_expires_at) WHERE state = 'held';
-- The front of a waitlist, the place in it, and how many wait in it for each number of times.
CREATE INDEX registration_waitlist ON registration (activity_id, pool_id, came, rank) INCLUDE (heads)
WHERE state = 'waitlisted';
-- Seats beyond the capacity that an officer gave with a reason: few, and taken off the kept sums when those are
-- watched.
CREATE INDEX registration_overridden ON registration (activity_id, pool_id, state) INCLUDE (heads)
WHERE override_reason IS NOT NULL;
-- An activity fills up faster than statistics are made. By those, one that is not among them has no registrations, so
-- that any index that begins with it seems as good as its key, and each sign-up reads all that came before. Without
-- them the planner takes an activity for a two-hundredth of the table, and the key wins.
ALTER TABLE registration ALTER COLUMN activity_id SET STATISTICS 0;

CREATE TABLE registration_companion (
  activity_id uuid NOT NULL,
  person_id   uuid NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  sealed_name text CONSTRAINT registration_companion_name_not_null NOT NULL,
  age_band    text CHECK (age_band IN ('child0to2', 'child3to6', 'child7to13', 'youth14to17', 'adult')),
  PRIMARY KEY (activity_id, person_id, number),
  FOREIGN KEY (activity_id, person_id) REFERENCES registration,
  -- Names of companions and answers at sign-up are sealed, as names of members are. A migration has no key: what
  -- is kept already stays as it is until the service starts, which seals it first of all; a plain row that is
  -- written later is refused. The statements that change a type write their table anew, so no dead row of before
  -- is left in it; the plain ones of the start go with the next vacuum.
  --: the rows of before are sealed by the service, which owns no table.
  CONSTRAINT registration_companion_sealed CHECK (sealed_name ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]')
);

-- How long the line of each pool is. Counting it anew for each decision reads every registration of the activity,
-- so that the last sign-ups of a rush would cost many times what the first did. The database keeps the sums
-- itself, by the statement that changes a registration and in its transaction: no code can forget to, and no sum
-- can drift unseen, as the watch over the seats counts now and then.
CREATE TABLE pool_line (
  activity_id      uuid NOT NULL,
  pool_id          uuid NOT NULL,
  confirmed        integer NOT NULL,
  held             integer NOT NULL,
  waiting_heads    integer NOT NULL,
  waiting_parties  integer NOT NULL,
  -- Those of them that would fit into the empty pool.
  servable_parties integer NOT NULL,
  last_rank        integer NOT NULL,
  PRIMARY KEY (activity_id, pool_id),
  FOREIGN KEY (activity_id, pool_id) REFERENCES pool
) WITH (fillfactor = 50); -- a row is written by each batch: its versions find room beside it

-- Draws of an activity's seats, and who has entered them. The activity itself knows its latest draw, so that
-- whoever signs up is told of it without another look.
CREATE TABLE draw (
  id              uuid PRIMARY KEY,
  activity_id     uuid NOT NULL REFERENCES activity,
  version         integer NOT NULL,
  state           text NOT NULL CHECK (state IN ('open', 'frozen', 'drawn', 'cancelled')),
  opens_at        timestamptz NOT NULL,
  closes_at       timestamptz NOT NULL,
  fair_share_days integer CHECK (fair_share_days BETWEEN 1 AND 1095),
  -- SHA-256 of the secret, published at once. The secret itself is sealed until the list is frozen.
  commitment      text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
  sealed_secret   text NOT NULL,
  secret          text CHECK (secret ~ '^[0-9a-f]{64}$'),
  entries         integer NOT NULL CHECK (entries BETWEEN 0 AND 10000),
  list            text,
  list_hash       text CHECK (list_hash ~ '^[0-9a-f]{64}$'),
  seed            text CHECK (seed ~ '^[0-9a-f]{64}$'),
  winners         integer,
  settled         integer NOT NULL,
  frozen_at       timestamptz,
  drawn_at        timestamptz,
  cancelled_at    timestamptz,
  cancel_reason   text,
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  CONSTRAINT draw_window CHECK (opens_at < closes_at),
  -- What the order follows from is there whole, or not at all.
  CONSTRAINT draw_frozen CHECK (num_nulls(secret, list, list_hash, seed, winners, frozen_at) IN (0, 6)),
  CONSTRAINT draw_open CHECK (state <> 'open' OR frozen_at IS NULL),
  CONSTRAINT draw_done CHECK (state NOT IN ('frozen', 'drawn') OR frozen_at IS NOT NULL),
  CONSTRAINT draw_drawn CHECK ((drawn_at IS NOT NULL) = (state = 'drawn')),
  CONSTRAINT draw_cancelled CHECK ((cancelled_at IS NOT NULL) = (state = 'cancelled'))
);
-- The draws of an activity, the latest first.
CREATE INDEX draw_activity ON draw (activity_id, created_at);
-- Of an activity's draws one at most is not finished.
CREATE UNIQUE INDEX draw_pending ON draw (activity_id) WHERE state IN ('open', 'frozen');

CREATE TABLE draw_entry (
  draw_id        uuid NOT NULL REFERENCES draw,
  person_id      uuid NOT NULL,
  salt           text NOT NULL CHECK (salt ~ '^[0-9a-f]{32}$'),
  token          text NOT NULL CHECK (token ~ '^[0-9a-f]{64}$'),
  state          text NOT NULL CHECK (state IN ('entered', 'withdrawn', 'out')),
  heads          integer NOT NULL CHECK (heads BETWEEN 1 AND 100),
  -- Companions and answers, until they stand in the registration.
  sealed_sign_up text,
  entered_at     timestamptz NOT NULL,
  pool_id        uuid,
  weight         integer CHECK (weight BETWEEN 1 AND 3),
  times_came     integer,
  -- The line in the frozen list, the place in the drawn order, and the turn in which the result is given.
  number         integer,
  place          integer,
  turn           integer,
  result         text CHECK (result IN ('seat', 'line')),
  out_reason     text,
  -- One entry per person, however often they press (E26).
  PRIMARY KEY (draw_id, person_id),
  CONSTRAINT draw_entry_drawn CHECK (num_nulls(pool_id, weight, number, place, turn, result) IN (0, 6)),
  CONSTRAINT draw_entry_sealed CHECK (sealed_sign_up ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]')
);
-- The results in the order in which they are given, a piece at a time.
CREATE UNIQUE INDEX draw_entry_turn ON draw_entry (draw_id, turn) WHERE turn IS NOT NULL;

-- What is given away with an activity, the coupons for it, and the counters of the merchant at which they are
-- redeemed.
CREATE TABLE give_away (
  activity_id    uuid PRIMARY KEY REFERENCES activity,
  version        integer NOT NULL,
  title          text NOT NULL,
  face_value_fen bigint CHECK (face_value_fen > 0),
  merchant_id    uuid,
  merchant_name  text NOT NULL,
  how_to         text NOT NULL,
  redeem_from    timestamptz NOT NULL,
  redeem_until   timestamptz NOT NULL,
  claim_hours    integer CHECK (claim_hours BETWEEN 1 AND 336),
  CHECK (redeem_from < redeem_until)
);

CREATE TABLE coupon (
  activity_id uuid NOT NULL REFERENCES activity,
  id          uuid NOT NULL,
  version     integer NOT NULL,
  person_id   uuid NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  state       text NOT NULL CHECK (state IN ('issued', 'redeemed', 'void')),
  -- A counter finds it by the hash; the code itself opens for its holder alone.
  code_hash   text NOT NULL,
  sealed_code text NOT NULL,
  issued_at   timestamptz NOT NULL,
  voided_at   timestamptz,
  PRIMARY KEY (activity_id, id),
  FOREIGN KEY (activity_id, person_id) REFERENCES registration,
  CHECK ((state = 'void') = (voided_at IS NOT NULL))
);
-- One for each head, however often it is asked for; a seat that comes back has another.
CREATE UNIQUE INDEX coupon_of_head ON coupon (activity_id, person_id, number) WHERE state <> 'void';
-- Whoever redeems names the code.
CREATE UNIQUE INDEX coupon_code ON coupon (code_hash);
-- The list of an activity by state, and the totals.
CREATE INDEX coupon_by_state ON coupon (activity_id, state, id);
-- A person's own, the newest first.
CREATE INDEX coupon_own ON coupon (person_id, id);

CREATE TABLE redeeming_point (
  activity_id uuid NOT NULL REFERENCES activity,
  id          uuid NOT NULL,
  name        text NOT NULL,
  -- The address itself is known to the merchant alone.
  token_hash  text NOT NULL UNIQUE,
  created_by  uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (activity_id, id)
);

CREATE TABLE redemption (
  activity_id  uuid NOT NULL,
  id           uuid NOT NULL,
  coupon_id    uuid NOT NULL,
  point_id     uuid NOT NULL,
  -- Given by the device: a scan that is sent again finds its answer here.
  operation_id uuid NOT NULL,
  redeemed_at  timestamptz NOT NULL,
  undone_at    timestamptz,
  -- Null where the counter took it back itself, which needs no reason.
  undone_by    uuid,
  undo_reason  text,
  PRIMARY KEY (activity_id, id),
  FOREIGN KEY (activity_id, coupon_id) REFERENCES coupon,
  FOREIGN KEY (activity_id, point_id) REFERENCES redeeming_point,
  CHECK ((undone_by IS NULL) = (undo_reason IS NULL)),
  CHECK (undone_at IS NOT NULL OR undone_by IS NULL)
);
-- A coupon is redeemed once, whatever any code decides.
CREATE UNIQUE INDEX redemption_once ON redemption (activity_id, coupon_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX redemption_operation ON redemption (activity_id, point_id, operation_id);
-- What a counter did last, and how much; ids rise with time.
CREATE INDEX redemption_of_point ON redemption (activity_id, point_id, id);

-- Queues before the opening of sign-up. The activity itself knows when its queue opens and how fast it moves, so
-- that a sign-up for an activity without one costs no statement more.
CREATE TABLE queue (
  activity_id   uuid PRIMARY KEY REFERENCES activity,
  -- SHA-256 of the secret, published at once. The secret itself is sealed until the order is made.
  commitment    text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
  sealed_secret text NOT NULL,
  secret        text CHECK (secret ~ '^[0-9a-f]{64}$'),
  joined        integer NOT NULL CHECK (joined BETWEEN 0 AND 100000),
  early         integer CHECK (early BETWEEN 0 AND joined),
  frozen_at     timestamptz,
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  -- The order is made whole, or not at all.
  CONSTRAINT queue_frozen CHECK (num_nulls(secret, early, frozen_at) IN (0, 3))
);

CREATE TABLE queue_place (
  activity_id uuid NOT NULL REFERENCES queue,
  person_id   uuid NOT NULL,
  joined_by   uuid NOT NULL,
  joined_at   timestamptz NOT NULL,
  -- Null until the order is made.
  place       integer CHECK (place > 0),
  -- One place per person, however often they press.
  PRIMARY KEY (activity_id, person_id)
);
-- No two people have the same place.
CREATE UNIQUE INDEX queue_place_order ON queue_place (activity_id, place) WHERE place IS NOT NULL;

-- With a path of its own: an administrator who mends something by hand has another one.
CREATE FUNCTION keep_pool_line() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
${['INSERT', 'UPDATE', 'DELETE'].map(changeOfPoolLine).join('\n')}
  RETURN NULL;
END $$;

-- What fits into a pool is another number when the pool is.
CREATE FUNCTION keep_servable_parties() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE pool_line SET servable_parties = (
    SELECT count(*) FROM registration r WHERE r.activity_id = NEW.activity_id AND r.pool_id = NEW.id
      AND r.state = 'waitlisted' AND r.heads <= NEW.capacity)
  WHERE activity_id = NEW.activity_id AND pool_id = NEW.id;
  RETURN NULL;
END $$;

-- Whoever has been told their place keeps it.
CREATE FUNCTION queue_place_stands() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'a place that was given stands';
END $$;

CREATE TRIGGER pool_servable_parties AFTER UPDATE OF capacity ON pool FOR EACH ROW
WHEN (OLD.capacity IS DISTINCT FROM NEW.capacity) EXECUTE FUNCTION keep_servable_parties();

CREATE TRIGGER registration_line_insert AFTER INSERT ON registration
REFERENCING NEW TABLE AS rows_now FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();

CREATE TRIGGER registration_line_update AFTER UPDATE ON registration
REFERENCING NEW TABLE AS rows_now OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();

CREATE TRIGGER registration_line_delete AFTER DELETE ON registration
REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION keep_pool_line();

CREATE TRIGGER queue_place_stands BEFORE UPDATE ON queue_place
FOR EACH ROW WHEN (OLD.place IS NOT NULL) EXECUTE FUNCTION queue_place_stands();
`,
  appendOnly: [],
};
