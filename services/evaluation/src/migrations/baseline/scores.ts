import type { SchemaPart } from '@gongxiang/persistence';

/** The tables of scores. */
export const scores: SchemaPart = {
  sql: `
-- Scores and rankings as they were computed, with what they were computed from. Never changed: a new one is
-- computed.
CREATE TABLE score (
  id                uuid PRIMARY KEY,
  subject_id        uuid CONSTRAINT score_activity_id_not_null NOT NULL,
  weight_version_id uuid NOT NULL REFERENCES weight_version,
  survey_id         uuid REFERENCES survey,
  missing           text NOT NULL CHECK (missing IN ('omit', 'zero')),
  score             double precision CHECK (score BETWEEN -1e-9 AND 100.000000001),
  inputs            jsonb NOT NULL,
  inputs_hash       text NOT NULL,
  detail            jsonb NOT NULL,
  created_at        timestamptz NOT NULL,
  subject_kind      text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
  union_id          uuid NOT NULL,
  period_from       date,
  period_to         date,
  revision          integer NOT NULL CHECK (revision > 0),
  revises_id        uuid REFERENCES score,
  cause             text NOT NULL CHECK (cause IN ('asked', 'batch', 'factsChanged')),
  -- An activity has its own time; everything else is scored by what happened within a period.
  CONSTRAINT score_period_check CHECK (CASE subject_kind WHEN 'activity'
    THEN period_from IS NULL AND period_to IS NULL
    ELSE period_from IS NOT NULL AND period_to IS NOT NULL AND period_from <= period_to END),
  -- One score follows another, whoever computes at the same time.
  CONSTRAINT score_revised_once UNIQUE (revises_id),
  CONSTRAINT score_first_revises_none CHECK ((revision = 1) = (revises_id IS NULL))
);
-- The newest score of each activity under one weight version.
CREATE INDEX score_of_version ON score (weight_version_id, subject_id, id DESC);
-- The scores of one activity, newest first.
CREATE INDEX score_of_activity ON score (subject_id, id DESC);
-- The scores of one kind of subject, newest first.
CREATE INDEX score_of_kind ON score (subject_kind, id DESC);
-- And one is the first.
CREATE UNIQUE INDEX score_first ON score (subject_kind, subject_id, weight_version_id, period_from, period_to)
NULLS NOT DISTINCT WHERE revises_id IS NULL;

-- Figures that the platform cannot know, told by files: of what, for which days, from where, by which file.
CREATE TABLE figure_import (
  id          uuid PRIMARY KEY,
  union_id    uuid NOT NULL,
  file_name   text NOT NULL,
  file_hash   text NOT NULL,
  row_count   integer NOT NULL CHECK (row_count > 0),
  imported_by uuid NOT NULL,
  created_at  timestamptz NOT NULL
);

CREATE TABLE figure (
  id           uuid PRIMARY KEY,
  import_id    uuid NOT NULL REFERENCES figure_import,
  -- Of the import: whose evaluators see it in their list.
  union_id     uuid NOT NULL,
  row_number   integer NOT NULL CHECK (row_number > 1),
  subject_kind text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
  subject_id   uuid NOT NULL,
  name         text NOT NULL,
  period_from  date NOT NULL,
  period_to    date NOT NULL,
  value        double precision NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),
  source       text NOT NULL,
  UNIQUE (import_id, row_number),
  CHECK (period_from <= period_to)
);
-- The figures of a subject, the newest of each period among them.
CREATE INDEX figure_of_subject ON figure (subject_kind, subject_id, name, period_from, period_to, id DESC);

-- A score is followed by another one where what it rests on has changed: the scores of a subject by the same days
-- and weights are a chain, and nothing in it is lost. The same may come back: after a mistake was put right and
-- undone.
CREATE TABLE score_batch (
  id                  uuid PRIMARY KEY,
  indicator_system_id uuid NOT NULL REFERENCES indicator_system,
  weight_version_id   uuid NOT NULL REFERENCES weight_version,
  union_path          text COLLATE "C" NOT NULL,
  subject_kind        text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
  period_from         date NOT NULL,
  period_to           date NOT NULL CHECK (period_to >= period_from),
  missing             text NOT NULL CHECK (missing IN ('omit', 'zero')),
  state               text NOT NULL CHECK (state IN ('running', 'done')),
  total               integer NOT NULL CHECK (total >= 0),
  done                integer NOT NULL CHECK (done BETWEEN 0 AND total),
  computed            integer NOT NULL,
  unchanged           integer NOT NULL,
  skipped             jsonb NOT NULL,
  requested_by        uuid NOT NULL,
  created_at          timestamptz NOT NULL,
  finished_at         timestamptz,
  CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
-- The batches by one system, newest first.
CREATE INDEX score_batch_of_system ON score_batch (indicator_system_id, id DESC);
-- The same is not computed twice at the same time.
CREATE UNIQUE INDEX score_batch_running ON score_batch (weight_version_id, subject_kind, period_from, period_to)
WHERE state = 'running';
`,
  appendOnly: ['score', 'figure_import', 'figure'],
};
