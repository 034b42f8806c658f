import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import {
  assignmentContract,
  type AssignmentContent,
  assignmentPartContract,
  type AssignmentPartLine,
  type AssignmentPartView,
  type AssignmentView,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, newId, shanghaiDate } from '@gongxiang/domain';
import { eventually, ownerOf, rowsRead, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let giver: Actor;
let left: Actor;
let right: Actor;
let member: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  giver = await plantPerson(affairs, tree.root, 'officer');
  left = await plantPerson(affairs, tree.left, 'officer');
  right = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const dayFromNow = (days: number): string =>
  shanghaiDate(new Date(affairs.clock.now().getTime() + days * dayMs));
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);

function contentOf(changes: Partial<AssignmentContent> = {}): AssignmentContent {
  return {
    title: '第四季度工会活动统计',
    text: '请填报本季度开展的活动和参加人次。',
    kind: 'task',
    questions: [
      { id: 'events', kind: 'number', title: '活动场次', required: true, unit: '场' },
      { id: 'visits', kind: 'number', title: '参加人次', required: false, unit: '人次' },
      { id: 'note', kind: 'shortText', title: '说明', required: false },
    ],
    dueOn: dayFromNow(10),
    scope: 'chosen',
    unionIds: [tree.left.id, tree.right.id],
    ...changes,
  };
}

function draft(changes: Partial<AssignmentContent> = {}): Promise<AssignmentView> {
  return affairs.ask(assignmentContract.create, { ...contentOf(changes), unionId: tree.root.id }, giver);
}

function give({ id, version }: AssignmentView, actor: Actor | null = giver): Promise<AssignmentView> {
  return affairs.ask(assignmentContract.give, { assignmentId: id }, actor, { ifMatch: version });
}

const given = async (changes: Partial<AssignmentContent> = {}) => give(await draft(changes));
const board = (assignmentId: string) => affairs.ask(assignmentContract.get, { assignmentId }, giver);

async function partsOf(assignmentId: string): Promise<AssignmentPartLine[]> {
  return (await affairs.ask(assignmentPartContract.list, { assignmentId, limit: 100 }, giver)).items;
}

async function partOf(assignmentId: string, unionId = tree.left.id): Promise<AssignmentPartLine> {
  const part = (await partsOf(assignmentId)).find((one) => one.unionId === unionId);
  if (part === undefined) throw new Error('the union has no part');
  return part;
}

type Act = 'receive' | 'accept';
type Versioned = Pick<AssignmentPartLine, 'id' | 'version'>;
function act(name: Act, { id, version }: Versioned, actor: Actor | null): Promise<AssignmentPartView> {
  return affairs.ask(assignmentPartContract[name], { partId: id }, actor, { ifMatch: version });
}

function answer(
  name: 'save' | 'return',
  { id, version }: Versioned,
  answers: Record<string, unknown>,
  actor: Actor | null = left,
): Promise<AssignmentPartView> {
  return affairs.ask(assignmentPartContract[name], { partId: id, answers }, actor, { ifMatch: version });
}

function sendBack({ id, version }: Versioned): Promise<AssignmentPartView> {
  const request = { partId: id, reason: '人次应按签到数填' };
  return affairs.ask(assignmentPartContract.sendBack, request, giver, { ifMatch: version });
}

function askDelay({ id, version }: Versioned, until = dayFromNow(20)): Promise<AssignmentPartView> {
  const request = { partId: id, until, reason: '数据还没有出来' };
  return affairs.ask(assignmentPartContract.askDelay, request, left, { ifMatch: version });
}

describe('an assignment', () => {
  it('is a draft that nobody below sees, and is given once', async () => {
    const made = await draft();
    expect(made).toMatchObject({ state: 'draft', unions: 0, counts: [] });
    await expect(affairs.ask(assignmentContract.get, { assignmentId: made.id }, left)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const request = { assignmentId: made.id, ...contentOf({ title: '年度统计' }) };
    const changed = await affairs.ask(assignmentContract.change, request, giver, { ifMatch: made.version });
    const view = await give(changed);
    expect(view).toMatchObject({
      title: '年度统计',
      state: 'given',
      unions: 2,
      counts: [{ state: 'waiting', count: 2 }],
    });
    await expect(give(view)).rejects.toMatchObject({ code: 'ASSIGNMENT_STATE' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_FOUND'],
    ['an officer of a union below', () => left, 'NOT_FOUND'],
  ])('is not given by %s', async (_who, actor, code) => {
    const made = await draft();
    await expect(give(made, actor())).rejects.toMatchObject({ code });
  });

  it('goes to all below, to those directly below, or to some of them, and to no other', async () => {
    expect(await given({ scope: 'all', unionIds: [] })).toMatchObject({ unions: 2 });
    expect(await given({ scope: 'children', unionIds: [] })).toMatchObject({ unions: 2 });
    expect(await given({ unionIds: [tree.right.id] })).toMatchObject({ unions: 1 });
    await expect(given({ unionIds: [tree.root.id] })).rejects.toMatchObject({
      code: 'ASSIGNMENT_UNION_NOT_BELOW',
    });
  });

  it('names what is wrong in it', async () => {
    await expect(draft({ questions: [], dueOn: '2020-01-01' })).rejects.toMatchObject({
      code: 'ASSIGNMENT_INVALID',
      errors: [
        { pointer: '/questions', code: 'ASSIGNMENT_FORM_MISSING' },
        { pointer: '/dueOn', code: 'ASSIGNMENT_DUE_PAST' },
      ],
    });
  });

  it('waits for each union until it is closed, with its reason', async () => {
    const { id, version } = await given();
    const part = await partOf(id);
    const [waiting] = await awaits(part.id, 'assignmentGiven');
    expect(waiting).toMatchObject({ about: { partId: part.id }, offices: { unionIds: [tree.left.id] } });
    const request = { assignmentId: id, reason: '统计已经完成' };
    const closed = await affairs.ask(assignmentContract.close, request, giver, { ifMatch: version });
    expect(closed).toMatchObject({ state: 'closed', closeReason: '统计已经完成', late: 0 });
    await awaits(part.id);
    const now = await partOf(id);
    await expect(act('receive', now, left)).rejects.toMatchObject({ code: 'ASSIGNMENT_STATE' });
  });
});

describe('the part of a union', () => {
  let assignment: AssignmentView;
  let part: AssignmentPartLine;
  beforeEach(async () => {
    assignment = await given();
    part = await partOf(assignment.id);
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_FOUND'],
    ["another union's officer", () => right, 'NOT_FOUND'],
  ])('is not read by %s', async (_who, actor, code) => {
    await expect(affairs.ask(assignmentPartContract.get, { partId: part.id }, actor())).rejects.toMatchObject(
      { code },
    );
  });

  it('is dealt with by its own officers alone, and accepted by those who gave it', async () => {
    await expect(act('receive', part, giver)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const returned = await answer('return', part, { events: 3 });
    await expect(act('accept', returned, left)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await act('accept', returned, giver)).toMatchObject({ state: 'accepted', acts: [] });
  });

  it('is read, begun, returned, sent back, mended and accepted', async () => {
    await awaits(part.id, 'assignmentGiven');
    const read = await act('receive', part, left);
    expect(read).toMatchObject({ state: 'read', daysLeft: expect.any(Number) });
    const begun = await answer('save', read, { visits: 40 });
    expect(begun).toMatchObject({ state: 'begun', draft: { visits: 40 } });
    await expect(answer('return', begun, { visits: 40 })).rejects.toMatchObject({
      code: 'ANSWERS_INVALID',
      errors: [{ pointer: '/answers/events', code: 'ANSWER_REQUIRED' }],
    });
    const returned = await answer('return', begun, { events: 3, visits: 40 });
    expect(returned).toMatchObject({ state: 'returned', draft: null, returnedByName: '张*', daysLeft: null });
    await awaits(part.id);
    await awaits(assignment.id, 'assignmentReturned');
    const back = await sendBack(returned);
    expect(back).toMatchObject({ state: 'sentBack', draft: null, sentBackReason: '人次应按签到数填' });
    await awaits(part.id, 'assignmentSentBack');
    await awaits(assignment.id);
    const again = await answer('return', back, { events: 3, visits: 38 });
    const corrected = await answer('return', again, { events: 3, visits: 39 });
    expect(await act('accept', corrected, giver)).toMatchObject({
      state: 'accepted',
      answers: { visits: 39 },
    });
    await awaits(assignment.id);
  });

  it('may get more time, which its union asks for and the giver grants or refuses', async () => {
    await expect(askDelay(part, dayFromNow(5))).rejects.toMatchObject({ code: 'ASSIGNMENT_DELAY_NOT_LATER' });
    const asked = await askDelay(part);
    expect(asked).toMatchObject({ delayState: 'asked', delayUntil: dayFromNow(20) });
    await awaits(assignment.id, 'assignmentDelayAsked');
    const request = { partId: part.id, granted: true };
    const ifMatch = { ifMatch: asked.version };
    const granted = await affairs.ask(assignmentPartContract.decideDelay, request, giver, ifMatch);
    expect(granted).toMatchObject({ delayState: 'granted', dueOn: dayFromNow(20) });
    await awaits(assignment.id);
    const more = await askDelay(granted, dayFromNow(30));
    const no = { partId: part.id, granted: false };
    const refused = await affairs.ask(assignmentPartContract.decideDelay, no, giver, {
      ifMatch: more.version,
    });
    expect(refused).toMatchObject({ delayState: 'refused', dueOn: dayFromNow(20) });
  });

  it('is settled with a receipt where it is a notice', async () => {
    const notice = await given({ kind: 'notice', questions: [] });
    const own = await partOf(notice.id);
    expect(await act('receive', own, left)).toMatchObject({ state: 'read', daysLeft: null, acts: [] });
    await awaits(own.id);
  });

  it('stands in the list of its union until it is returned, by its day', async () => {
    const mine = async (desk: 'owed' | 'all') =>
      (await affairs.ask(assignmentPartContract.listMine, { desk, limit: 100 }, left)).items;
    const sooner = await given({ dueOn: dayFromNow(1), unionIds: [tree.left.id] });
    const owed = (await mine('owed')).map(({ assignmentId }) => assignmentId);
    expect(owed.indexOf(sooner.id)).toBeLessThan(owed.indexOf(assignment.id));
    await answer('return', part, { events: 1 });
    expect((await mine('owed')).map(({ id }) => id)).not.toContain(part.id);
    expect((await mine('all')).map(({ id }) => id)).toContain(part.id);
    await expect(
      affairs.ask(assignmentPartContract.listMine, { desk: 'owed' }, member),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is handed on to the unions below, whose numbers come back as an offer; the giver sees that it was, and no more', async () => {
    const below = { ...tree.left, id: newId(), path: '1.4.7.' };
    await affairs.dataSource.query(
      `INSERT INTO union_ref (id, version, path, name, active) VALUES ($1, 1, $2, '一车间工会', true)`,
      [below.id, below.path],
    );
    const content = contentOf({ scope: 'children', unionIds: [] });
    const request = { ...content, unionId: tree.left.id, parentPartId: part.id };
    await expect(
      affairs.ask(assignmentContract.create, { ...request, unionId: tree.right.id }, right),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const child = await give(await affairs.ask(assignmentContract.create, request, left), left);
    const foreman = await plantPerson(affairs, below, 'officer');
    const { items } = await affairs.ask(assignmentPartContract.listMine, { desk: 'owed' }, foreman);
    const own = items.find(({ assignmentId }) => assignmentId === child.id);
    if (own === undefined) throw new Error('it was not handed on');
    await answer('return', own, { events: 4 }, foreman);
    const offered = await affairs.ask(assignmentPartContract.get, { partId: part.id }, left);
    expect(offered).toMatchObject({
      handedOn: true,
      handedOnId: child.id,
      offers: [{ questionId: 'events', unions: 1, sum: 4 }],
    });
    const seen = await affairs.ask(assignmentPartContract.get, { partId: part.id }, giver);
    expect(seen).toMatchObject({ handedOn: true, handedOnId: null, offers: [] });
  });
});

describe('the board', () => {
  it('adds up what is returned, and leaves out what is sent back', async () => {
    const { id } = await given();
    await answer('return', await partOf(id), { events: 3, visits: 40.5 });
    const other = await answer('return', await partOf(id, tree.right.id), { events: 2 }, right);
    const lines = await affairs.ask(assignmentContract.list, {}, giver);
    expect(lines.items.find((line) => line.id === id)).toMatchObject({ unions: 2, done: 2, late: 0 });
    expect(await board(id)).toMatchObject({
      counts: [{ state: 'returned', count: 2 }],
      done: 2,
      totals: [
        { questionId: 'events', unions: 2, sum: 5 }, // 3 + 2
        { questionId: 'visits', unions: 1, sum: 40.5 },
      ],
    });
    await sendBack(other);
    expect((await board(id)).totals).toMatchObject([{ unions: 1, sum: 3 }, { sum: 40.5 }]);
  });

  it('shows who is late first, and reminds them at most once a day', async () => {
    const assignment = await given({ dueOn: dayFromNow(0) });
    const { id } = assignment;
    const remind = (version: number) =>
      affairs.ask(assignmentContract.remind, { assignmentId: id }, giver, { ifMatch: version });
    await expect(remind(assignment.version)).rejects.toMatchObject({ code: 'ASSIGNMENT_NOBODY_LATE' });
    await answer('return', await partOf(id), { events: 1 });
    await affairs.dataSource.query(
      `UPDATE assignment_part SET due_on = due_on - 3 WHERE assignment_id = $1`,
      [id],
    );
    const late = await affairs.ask(assignmentPartContract.list, { assignmentId: id, only: 'late' }, giver);
    expect(late.items.map(({ unionId }) => unionId)).toEqual([tree.right.id]);
    expect((await partsOf(id)).map(({ unionId }) => unionId)).toEqual([tree.right.id, tree.left.id]);
    const reminded = await remind(assignment.version);
    expect(reminded).toMatchObject({ late: 1, remindedOn: dayFromNow(0) });
    await eventually(async () =>
      expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
        expect.objectContaining({
          kind: 'assignmentReminded',
          offices: expect.objectContaining({ unionIds: [tree.right.id] }),
        }),
      ),
    );
    await expect(remind(reminded.version)).rejects.toMatchObject({ code: 'ASSIGNMENT_REMINDED_TODAY' });
  });
});

describe('how a part goes', () => {
  it('is published when it is given, accepted, and closed without having been returned', async () => {
    const { id } = await given();
    const last = async (unionId: string) => {
      const { id: partId } = await partOf(id, unionId);
      return (await affairs.recorded(affairsEvents.assignmentPartChanged)).findLast(
        (one) => one.id === partId,
      );
    };
    const dueOn = dayFromNow(10);
    for (const { id: unionId } of [tree.left, tree.right])
      await eventually(async () =>
        expect(await last(unionId)).toMatchObject({ unionId, dueOn, returnedOn: null }),
      );
    const returned = await answer('return', await partOf(id), { events: 2 });
    expect(await last(tree.left.id)).toMatchObject({ dueOn: null, returnedOn: null });
    await act('accept', returned, giver);
    expect(await last(tree.left.id)).toMatchObject({ dueOn, returnedOn: dayFromNow(0) });
    const { version } = await board(id);
    const close = { assignmentId: id, reason: '不再需要' };
    await affairs.ask(assignmentContract.close, close, giver, { ifMatch: version });
    await eventually(async () => expect(await last(tree.right.id)).toMatchObject({ dueOn: null }));
    expect(await last(tree.left.id)).toMatchObject({ dueOn });
  });
});

describe('an assignment to thousands of unions', () => {
  const sizes = { few: 300, many: 3_000 } as const;
  let owner: DataSource;
  const roots: Partial<Record<keyof typeof sizes, { readonly actor: Actor; readonly unionId: string }>> = {};

  beforeAll(async () => {
    for (const [index, name] of (['few', 'many'] as const).entries()) {
      const union = { ...tree.left, id: newId(), path: `1.${8 + index}.` };
      await affairs.dataSource.query(
        `INSERT INTO union_ref (id, version, path, name, active) VALUES ($1, 1, $2, '区总工会', true)`,
        [union.id, union.path],
      );
      await affairs.dataSource.query(
        `INSERT INTO union_ref (id, version, path, name, active)
         SELECT gen_random_uuid(), 1, $1 || n || '.', '基层工会' || n, true FROM generate_series(1, $2::int) AS n`,
        [union.path, sizes[name]],
      );
      roots[name] = { actor: await plantPerson(affairs, union, 'officer'), unionId: union.id };
    }
    owner = await ownerOf(affairs);
    await owner.query('ANALYZE union_ref');
  });

  afterAll(() => owner.destroy());

  async function giveTo(name: keyof typeof sizes): Promise<{ id: string; actor: Actor; ms: number }> {
    const root = roots[name];
    if (root === undefined) throw new Error('no unions');
    const request = { ...contentOf({ scope: 'all', unionIds: [] }), unionId: root.unionId };
    const made = await affairs.ask(assignmentContract.create, request, root.actor);
    const began = performance.now();
    const view = await give(made, root.actor);
    expect(view).toMatchObject({ unions: sizes[name], counts: [{ state: 'waiting', count: sizes[name] }] });
    return { id: view.id, actor: root.actor, ms: performance.now() - began };
  }

  async function untilAnnounced(id: string): Promise<void> {
    await eventually(async () => {
      const [row]: { count: number }[] = await affairs.dataSource.query(
        `SELECT count(*)::int AS count FROM awaited w JOIN assignment_part p ON p.id = w.id WHERE p.assignment_id = $1`,
        [id],
      );
      const [owed]: { count: number }[] = await affairs.dataSource.query(
        `SELECT count(*)::int AS count FROM assignment_part WHERE assignment_id = $1`,
        [id],
      );
      if (row?.count !== owed?.count) throw new Error(`${row?.count} of ${owed?.count} are told`);
    }, 60_000);
  }

  it('has a part for each and tells each of it, and its list reads no more rows than that of a tenth', async () => {
    const read: Record<string, number> = {};
    for (const name of ['few', 'many'] as const) {
      const began = performance.now();
      const { id, actor, ms } = await giveTo(name);
      await untilAnnounced(id);
      process.stdout.write(
        `${sizes[name]} unions: given in ${Math.round(ms)} ms, all told after ${Math.round(performance.now() - began)} ms\n`,
      );
      await owner.query('VACUUM ANALYZE assignment_part');
      read[name] = await rowsRead(affairs.dataSource, ['assignment_part'], () =>
        affairs.ask(assignmentPartContract.list, { assignmentId: id, limit: 20 }, actor),
      );
    }
    expect(read['many'] ?? 0).toBeLessThanOrEqual((read['few'] ?? 0) * 2);
  }, 120_000);
});
