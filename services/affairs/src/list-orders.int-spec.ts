import {
  assignmentContract,
  type AssignmentOrder,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import {
  matterContract,
  type MatterDesk,
  type MatterOrder,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { Actor } from '@gongxiang/domain';
import { ownerOf, rowsRead, rowsSorted, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startAffairs } from './affairs.fixture.js';
import { plantPerson, plantService, plantTree } from './matters/matters.fixture.js';

const rows = 3_000;
const pageRows = 50;
/** As many as are compared with what the table says. */
const comparedRows = 400;
const isOpen = `m.state = 'inWork'`;
const isRunning = `(${isOpen} AND m.paused_on IS NULL)`;

let affairs: ServiceFixture;
let owner: DataSource;
let officer: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  const { root, left } = await plantTree(affairs);
  officer = await plantPerson(affairs, left, 'officer');
  const { id: serviceId } = await plantService(affairs, root.id, await plantPerson(affairs, root, 'officer'));
  owner = await ownerOf(affairs);
  await plantMatters([left.id, serviceId, officer.personId, affairs.clock.now()]);
  await owner.query(
    `INSERT INTO assignment (id, version, union_id, state, kind, title, text, questions, due_on, scope, union_ids, unions)
     SELECT gen_random_uuid(), 1, $1, CASE WHEN n % 3 = 0 THEN 'draft' ELSE 'given' END, 'task', '第' || n || '项', '', '[]',
       date '2026-12-01' + n * 17 % 89, 'all', '{}', 0 FROM generate_series(1, ${rows}) n`,
    [left.id],
  );
  await owner.query('VACUUM ANALYZE matter, assignment');
});

afterAll(async () => {
  await owner?.destroy();
  await affairs?.stop();
});

/** Of each ten, four are open, one of them with its time stopped; many were sent, and are due, at the same time. Every fifth is in the officer's hands. */
async function plantMatters(values: readonly unknown[]): Promise<void> {
  await owner.query(
    `INSERT INTO matter (id, version, number, service_id, edition, state, source, is_anonymous, home_union_id, union_id,
       escalations, named_only, handler_id, colleague_ids, sent_at, accept_by, decide_by, due_at, paused_on, decided_at,
       is_reopened, ended_at)
     SELECT gen_random_uuid(), 1, lpad(n::text, 17, '0'), $2, 1, CASE WHEN n % 10 < 4 THEN 'inWork' ELSE 'closed' END, 'counter',
       false, $1, $1, 0, false, CASE WHEN n % 5 = 0 THEN $3::uuid ELSE gen_random_uuid() END, '{}', s.at, s.due, s.due, s.due,
       CASE WHEN n % 10 = 3 THEN current_date END, CASE WHEN n % 10 >= 4 THEN s.due END, false,
       CASE WHEN n % 10 >= 4 THEN s.due END
     FROM generate_series(1, ${rows}) AS n
     CROSS JOIN LATERAL (SELECT $4::timestamptz - interval '1 day' * (n * 31 % 97) AS at,
       $4::timestamptz + interval '1 day' * (n * 17 % 89) AS due) AS s`,
    [...values],
  );
}

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}
type Listed = (page: Page) => Promise<{
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}>;

const matters =
  (order: MatterOrder, desk: MatterDesk): Listed =>
  (page) =>
    affairs.ask(matterContract.list, { desk, order, ...page }, officer);
const assignments =
  (order: AssignmentOrder): Listed =>
  (page) =>
    affairs.ask(assignmentContract.list, { order, ...page }, officer);

async function idsOf(list: Listed): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Listed>> = await list({
      limit: pageRows,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

/** What the table says, as far as it is compared: its beginning and its end. */
async function expectIds(
  ids: readonly string[],
  sql: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const expected: { id: string }[] = await owner.query(sql, [...values]);
  const expectedIds = expected.map(({ id }) => id);
  expect(ids.length).toBe(expectedIds.length);
  expect(ids.slice(0, comparedRows)).toEqual(expectedIds.slice(0, comparedRows));
  expect(ids.slice(-comparedRows)).toEqual(expectedIds.slice(-comparedRows));
}

const directionOf = (order: string): string => (order.startsWith('-') ? 'DESC' : 'ASC');

describe.each(['sentAt', '-sentAt', 'dueAt', '-dueAt'] as const)('the desk of matters by %s', (order) => {
  const direction = directionOf(order);
  const value = order.endsWith('sentAt') ? 'm.sent_at' : `CASE WHEN ${isRunning} THEN m.due_at END`;

  it.each([
    ['all', 'true'],
    ['open', isOpen],
    ['mine', `${isOpen} AND m.handler_id = $1`],
  ] as const)(
    'of %s is the same page by page as in one go; whose time does not run stands last',
    async (desk, condition) => {
      await expectIds(
        await idsOf(matters(order, desk)),
        `SELECT m.id FROM matter m WHERE ${condition} ORDER BY ${value} ${direction} NULLS LAST, m.id ${direction}`,
        condition.includes('$1') ? [officer.personId] : [],
      );
    },
  );

  it.each(['all', 'open'] as const)(
    'of %s is walked along an index of the union: no more than a page is sorted',
    async (desk) => {
      const page = () => matters(order, desk)({ limit: 5 });
      // What was found is put in order, and so is the page of it; the others of the union are not touched.
      expect(await rowsSorted(affairs.dataSource, 'matter', page)).toBeLessThanOrEqual(18);
      expect(await rowsRead(affairs.dataSource, ['matter'], page)).toBeLessThan(60);
    },
  );
});

describe.each(['dueOn', '-dueOn'] as const)('the list of assignments by %s', (order) => {
  it('is the same page by page as in one go', async () => {
    await expectIds(
      await idsOf(assignments(order)),
      `SELECT id FROM assignment ORDER BY due_on ${directionOf(order)}, id ${directionOf(order)}`,
    );
  });

  it('is walked along an index of the union: no more than a page is sorted', async () => {
    const page = () => assignments(order)({ limit: 5 });
    expect(await rowsSorted(affairs.dataSource, 'assignment', page)).toBeLessThanOrEqual(18);
    expect(await rowsRead(affairs.dataSource, ['assignment'], page)).toBeLessThan(30);
  });
});

describe('how many a list has', () => {
  it.each([
    ['all', 'true'],
    ['open', isOpen],
    ['overdue', `${isRunning} AND m.due_at < $1`],
    ['mine', `${isOpen} AND m.handler_id = $1`],
  ] as const)('is said of the desk of %s up to a thousand', async (desk, condition) => {
    const { count } = await affairs.ask(matterContract.list, { desk, limit: 5, count: true }, officer);
    const values = desk === 'mine' ? [officer.personId] : [affairs.clock.now()];
    const [{ matters: there } = { matters: 0 }]: { matters: number }[] = await owner.query(
      `SELECT count(*)::int AS matters FROM matter m WHERE ${condition}`,
      condition.includes('$1') ? values : [],
    );
    expect(count).toEqual({ value: Math.min(there, 1_000), atLeast: there > 1_000 });
  });

  it('is said of assignments, and no further row is read once there are more', async () => {
    const ask = () =>
      affairs.ask(assignmentContract.list, { state: 'draft', limit: 5, count: true }, officer);
    expect((await ask()).count).toEqual({ value: 1_000, atLeast: false });
    const all = () => affairs.ask(assignmentContract.list, { limit: 5, count: true }, officer);
    expect((await all()).count).toEqual({ value: 1_000, atLeast: true });
    expect(await rowsRead(affairs.dataSource, ['assignment'], all)).toBeLessThan(1_050);
  });

  it('is said with the first page alone, and to whoever asks for it', async () => {
    const { nextCursor, count } = await affairs.ask(assignmentContract.list, { limit: 5 }, officer);
    expect(count).toBeNull();
    const next = { limit: 5, count: true as const, cursor: nextCursor ?? '' };
    expect((await affairs.ask(assignmentContract.list, next, officer)).count).toBeNull();
  });
});

it('a cursor of another order, or of none, is refused: it would mean another place', async () => {
  const { nextCursor } = await matters('sentAt', 'all')({ limit: 1 });
  const cursor = nextCursor ?? '';
  for (const request of [{ order: '-sentAt' as const, cursor }, { cursor }])
    await expect(
      affairs.ask(matterContract.list, { desk: 'all', ...request }, officer),
    ).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
});
