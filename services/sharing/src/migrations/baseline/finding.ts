import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of finding. */
export const finding: SchemaPart = {
  sql: `
-- Not only things answer a need: activities with room for more, brands, and needs for the like do as well. And a
-- change of an offer looks only at the needs that it may answer, as both stand in an index by function, business
-- and area.
-- Open needs by function × business × area; one key of them at a time is read, the newest first.
CREATE TABLE need_key (
  key     text COLLATE "C" NOT NULL,
  need_id uuid NOT NULL REFERENCES need,
  PRIMARY KEY (key, need_id)
);
-- A need takes its keys along when it changes.
CREATE INDEX need_key_need ON need_key (need_id);

-- The same of what is offered. The owner's own needs are not among its customers.
CREATE TABLE offer_key (
  key            text COLLATE "C" NOT NULL,
  offer_id       uuid NOT NULL,
  owner_union_id uuid NOT NULL,
  PRIMARY KEY (key, offer_id)
);
CREATE INDEX offer_key_offer ON offer_key (offer_id);

-- What rankings have recognised counts when needs are matched: a copy of evaluation's recognitions.
CREATE TABLE recognition_ref (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  valid        boolean NOT NULL
);
-- What a place, a brand, a union or an activity has been recognised for.
CREATE INDEX recognition_ref_subject ON recognition_ref (subject_id) WHERE valid;
`,
  appendOnly: [],
};
