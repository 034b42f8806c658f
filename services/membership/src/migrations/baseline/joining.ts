import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of joining. */
export const joining: SchemaPart = {
  sql: `
-- What people send to their unions, complaints above all, and how it was answered. The texts are encrypted.
CREATE TABLE intake_entry (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('complaint', 'suggestion', 'question')),
  state         text NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
  person_id     uuid NOT NULL REFERENCES person,
  home_union_id uuid NOT NULL REFERENCES labour_union,
  union_id      uuid NOT NULL REFERENCES labour_union,
  text          text NOT NULL,
  page          text,
  subject_noun  text,
  subject_id    uuid,
  due_at        timestamptz NOT NULL,
  created_at    timestamptz NOT NULL,
  closed_by     uuid REFERENCES person,
  closed_at     timestamptz,
  close_reason  text,
  ending        text CHECK (ending IN ('withdrawn', 'resolved', 'byOfficer', 'lapsed')),
  closes_at     timestamptz,
  CHECK ((subject_noun IS NULL) = (subject_id IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'closed') = (ending IS NOT NULL)),
  -- Nobody closes what lapses.
  CHECK ((closed_by IS NULL) = (closed_at IS NULL OR ending = 'lapsed')),
  CHECK (closes_at IS NULL OR state = 'answered')
);
-- What a union has to answer; ids rise with time, and so do the deadlines.
CREATE INDEX intake_entry_of_union ON intake_entry (union_id, id);
-- The same for a large reach, where most unions have nothing in that state.
CREATE INDEX intake_entry_in_state ON intake_entry (state, id);
-- A person's own, newest first.
CREATE INDEX intake_entry_of_person ON intake_entry (person_id, id DESC);
CREATE INDEX intake_entry_open_of_union ON intake_entry (union_id, due_at, id) WHERE state = 'open';
CREATE INDEX intake_entry_open ON intake_entry (due_at, id) WHERE state = 'open';

CREATE TABLE intake_answer (
  entry_id    uuid NOT NULL REFERENCES intake_entry,
  number      integer NOT NULL CHECK (number > 0),
  union_id    uuid NOT NULL REFERENCES labour_union,
  text        text NOT NULL,
  answered_by uuid NOT NULL REFERENCES person,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (entry_id, number)
);

-- An answered entry is closed by its author, or by itself after some days; where the answer did not help, the
-- author asks again and it is open once more. So deadlines no longer rise with ids, and what is open is listed by
-- its deadline.
CREATE TABLE intake_follow_up (
  entry_id uuid NOT NULL REFERENCES intake_entry,
  number   integer NOT NULL CHECK (number > 0),
  text     text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (entry_id, number)
);
`,
  appendOnly: [],
};
