import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeAbout, rewriteNoticeWords } from './notice-words.js';

const acts = [
  'added',
  'handedOver',
  'returned',
  'outOfService',
  'backInService',
  'moved',
  'noted',
  'retired',
];
const actsBefore = [...acts, 'reinstated'];
const newActs = ['maintained', 'maintenanceSkipped', 'maintenanceReopened'];
const kinds = ['maintenanceDue', 'maintenanceOverdue'];

/** What is to be done to a resource, or to one of its pieces, again and again; and each time that it falls due. */
export class Maintenance1763600408000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(actsAre([...actsBefore, ...newActs]));
    await runner.query('ALTER TABLE notice ADD COLUMN resource_id uuid');
    await rewriteNoticeAbout(runner, (columns) => [...columns, 'resource_id']);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, ...kinds]);
    await rewriteNoticeWords(runner, 'why', (words) => [...words, 'keeps']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice WHERE resource_id IS NOT NULL');
    await rewriteNoticeWords(runner, 'why', (words) => words.filter((word) => word !== 'keeps'));
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => !kinds.includes(word)));
    await rewriteNoticeAbout(runner, (columns) => columns.filter((column) => column !== 'resource_id'));
    await runner.query('ALTER TABLE notice DROP COLUMN resource_id');
    // A trail is never changed but here, where nothing is left that could say what its lines mean.
    await runner.query(`
      ALTER TABLE piece_custody DISABLE TRIGGER USER;
      DELETE FROM piece_custody WHERE act IN (${quoted(newActs)});
      ALTER TABLE piece_custody ENABLE TRIGGER USER;
    `);
    await runner.query(actsAre(actsBefore));
    // What was kept free for maintenance is free.
    await runner.query(`
      DELETE FROM booking b USING maintenance_task t WHERE b.id = t.id;
      DROP TABLE maintenance_task, maintenance_plan;
    `);
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

function actsAre(words: readonly string[]): string {
  return `
    ALTER TABLE piece_custody
      DROP CONSTRAINT piece_custody_act_check,
      ADD CONSTRAINT piece_custody_act_check CHECK (act IN (${quoted(words)}));
  `;
}

const tables = `
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
`;
