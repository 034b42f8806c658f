import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of attendance. */
export const attendance: SchemaPart = {
  sql: `
-- What happened at the door. Both tables only grow: a fact of attendance feeds the list, the export and the split
-- of costs.
CREATE TABLE check_in_operation (
  activity_id     uuid NOT NULL REFERENCES activity,
  -- Given by the device: a scan that is sent again finds its answer here.
  operation_id    uuid NOT NULL,
  scanned_at      timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  received_from   uuid NOT NULL,
  person_id       uuid,
  registration_id uuid,
  -- What happened at the door, and what the rule said of it.
  admitted        boolean,
  result          text NOT NULL,
  code            text,
  heads           integer,
  -- People leave and come back, and a scan that was a mistake is undone: by a further row, as no row is ever
  -- changed.
  direction       text NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
  undoes          uuid,
  reason          text,
  PRIMARY KEY (activity_id, operation_id),
  FOREIGN KEY (activity_id, undoes) REFERENCES check_in_operation,
  CHECK (result IN ('checkedIn', 'already', 'refused', 'checkedOut', 'cameBack', 'undone')),
  CONSTRAINT check_in_operation_undone_check CHECK ((result = 'undone') = (undoes IS NOT NULL) AND (undoes IS NULL) = (reason IS NULL))
);
-- How often the door let a person in: devices that were without a network each believe to have been the first.
CREATE INDEX check_in_operation_person ON check_in_operation (activity_id, person_id);
-- A scan is undone once, and each look at the door asks of each scan whether it was.
CREATE UNIQUE INDEX check_in_operation_undone ON check_in_operation (activity_id, undoes)
WHERE undoes IS NOT NULL;

CREATE TABLE attendance_fact (
  activity_id   uuid NOT NULL REFERENCES activity,
  person_id     uuid NOT NULL,
  union_id      uuid NOT NULL,
  heads         integer NOT NULL,
  walk_in       boolean NOT NULL,
  checked_in_at timestamptz NOT NULL,
  operation_id  uuid,
  revision      integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  correction_id uuid,
  FOREIGN KEY (activity_id, operation_id) REFERENCES check_in_operation,
  CHECK ((operation_id IS NULL) <> (correction_id IS NULL)),
  -- That somebody was not there is only ever said by a correction.
  CONSTRAINT attendance_fact_heads_check CHECK (heads BETWEEN 0 AND 100 AND (heads > 0 OR revision > 1)),
  PRIMARY KEY (activity_id, person_id, revision)
);
-- The list of who came, in the order of coming.
CREATE INDEX attendance_fact_list ON attendance_fact (activity_id, checked_in_at, person_id);
-- How often somebody came lately.
CREATE INDEX attendance_fact_person ON attendance_fact (person_id, checked_in_at);

-- Who likes whom after a matchmaking activity. Nothing here says so to whoever reads the tables: a choice is a
-- keyed hash of the two and of nothing else, without a time, and what people said of themselves is sealed.
CREATE TABLE interest_participant (
  activity_id uuid NOT NULL REFERENCES activity,
  person_id   uuid NOT NULL,
  sealed      text NOT NULL,
  PRIMARY KEY (activity_id, person_id)
);

CREATE TABLE interest_choice (
  activity_id uuid NOT NULL REFERENCES activity,
  choice_hash text NOT NULL,
  PRIMARY KEY (activity_id, choice_hash)
);

CREATE TABLE interest_match (
  activity_id uuid NOT NULL REFERENCES activity,
  reader_hash text NOT NULL,
  pair_hash   text NOT NULL,
  sealed      text NOT NULL,
  ended       boolean NOT NULL,
  keep_until  timestamptz NOT NULL,
  PRIMARY KEY (activity_id, reader_hash, pair_hash)
);

-- Attendance that is put right after the close: by a new fact, which a second person approves. No fact is ever
-- changed.
CREATE TABLE attendance_correction (
  activity_id     uuid NOT NULL REFERENCES activity,
  id              uuid NOT NULL UNIQUE,
  version         integer NOT NULL,
  person_id       uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn')),
  heads_before    integer NOT NULL CHECK (heads_before BETWEEN 0 AND 100),
  heads           integer NOT NULL CHECK (heads BETWEEN 0 AND 100),
  union_id_before uuid,
  union_id        uuid NOT NULL,
  reason          text NOT NULL,
  proposed_by     uuid NOT NULL,
  proposed_at     timestamptz NOT NULL,
  decided_by      uuid,
  decided_at      timestamptz,
  refusal         text,
  PRIMARY KEY (activity_id, id),
  CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  -- Who decides is a second person, and not the one whom it is about.
  CHECK (state NOT IN ('approved', 'refused') OR (decided_by <> proposed_by AND decided_by <> person_id))
);

ALTER TABLE attendance_fact ADD CONSTRAINT attendance_fact_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES attendance_correction (id);
-- One at a time for each person, so that nobody approves what rests on an attendance that was.
CREATE UNIQUE INDEX attendance_correction_waits ON attendance_correction (activity_id, person_id)
WHERE state = 'proposed';

CREATE VIEW attendance AS
SELECT f.activity_id, f.person_id, f.union_id, f.heads, f.walk_in, f.checked_in_at, f.revision, f.operation_id
FROM attendance_fact f
WHERE f.heads > 0 AND NOT EXISTS (
  SELECT 1 FROM attendance_fact newer
  WHERE newer.activity_id = f.activity_id AND newer.person_id = f.person_id AND newer.revision > f.revision);

-- Each way through the door that was really taken, whatever the rule said of it, with how many came in all; of a
-- code that nobody has each scan is a person of its own. Nobody was there later than the platform heard of it.
CREATE VIEW door_movement AS
SELECT o.activity_id, o.person_id, coalesce(o.person_id, o.operation_id) AS who, o.operation_id, o.direction,
       coalesce(o.heads, 0) AS heads, o.result, o.admitted,
       least(o.scanned_at, o.received_at) AS moved_at, o.scanned_at,
       o.received_at, f.heads IS NOT NULL AS is_present,
       coalesce(f.heads, max(o.heads) FILTER (WHERE o.direction = 'in' AND o.result = 'refused')
         OVER (PARTITION BY o.activity_id, o.person_id, coalesce(o.person_id, o.operation_id)), 0) AS came
FROM check_in_operation o
LEFT JOIN attendance f ON f.activity_id = o.activity_id AND f.person_id = o.person_id
WHERE o.undoes IS NULL
AND CASE o.direction WHEN 'out' THEN o.person_id IS NOT NULL
    ELSE o.admitted IS NOT FALSE AND (o.result <> 'refused' OR o.admitted) END
AND NOT EXISTS (SELECT 1 FROM check_in_operation u
                WHERE u.activity_id = o.activity_id AND u.undoes = o.operation_id);
`,
  appendOnly: ['check_in_operation', 'attendance_fact'],
};
