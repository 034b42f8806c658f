import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import {
  activityContract,
  type ActivitySort,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { TitlesFold } from '../../finding/search/titles-fold.due.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { knownMembers, startSharing } from '../../sharing.fixture.js';
import { ActivityRow } from './activity.entity.js';
import {
  activityRequest,
  draftOf,
  memberOf,
  publishedWithSeats,
  seatsFor,
  type TestUnion,
  unionAt,
  withRole,
} from './activity.fixture.js';

let sharing: ServiceFixture;
let union: TestUnion;
let other: TestUnion;
let member: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  [union, other] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
  member = memberOf(union);
});

afterAll(() => sharing.stop());

describe('the life of an activity', () => {
  it('is drafted, edited, published and cancelled, and tells its whole state each time', async () => {
    const draft = await draftOf(sharing, union);
    expect(draft).toMatchObject({ version: 1, state: 'draft', companionsMax: 0, timeZone: 'Asia/Shanghai' });
    expect(draft.signUpClosesAt).toBe(draft.startsAt);
    const activityId = draft.id;
    const edit = { activityId, venue: '二楼礼堂', companionsMax: 3 };
    const edited = await sharing.ask(activityContract.edit, edit, union.officer, { ifMatch: 1 });
    expect(edited).toMatchObject({ version: 2, title: draft.title, venue: '二楼礼堂', companionsMax: 3 });
    const published = await publishedWithSeats(sharing, union, activityId);
    expect(published).toMatchObject({ version: 3, state: 'published', agreementRequired: false });
    const cancel = { activityId, reason: '场地临时检修' };
    const cancelled = await sharing.ask(activityContract.cancel, cancel, union.officer);
    expect(cancelled).toMatchObject({ version: 4, state: 'cancelled', cancelReason: '场地临时检修' });
    const received = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      (state) => state.id === activityId,
    );
    expect(received.map((state) => [state.version, state.state])).toEqual([
      [1, 'draft'],
      [2, 'draft'],
      [3, 'published'],
      [4, 'cancelled'],
    ]);
    expect(received[2]).toMatchObject({
      unionId: union.id,
      coHosts: [{ kind: 'union', id: union.id }],
      agreementId: null,
    });
  });

  it('refuses what the present state does not allow', async () => {
    const { id: activityId } = await draftOf(sharing, union);
    await publishedWithSeats(sharing, union, activityId);
    await expect(sharing.ask(activityContract.publish, { activityId }, union.officer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await sharing.ask(activityContract.cancel, { activityId, reason: '人数不足' }, union.officer);
    const late = sharing.ask(activityContract.edit, { activityId, title: '改名' }, union.officer, {
      ifMatch: 3,
    });
    await expect(late).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('needs the version that the caller saw, and refuses an old one', async () => {
    const { id: activityId } = await draftOf(sharing, union);
    const edit = { activityId, title: '新名' };
    await expect(sharing.ask(activityContract.edit, edit, union.officer)).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    await sharing.ask(activityContract.edit, edit, union.officer, { ifMatch: 1 });
    await expect(
      sharing.ask(activityContract.edit, edit, union.officer, { ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
  });

  it('empties by null what may be empty, and nothing else', async () => {
    const { id: activityId, title } = await draftOf(sharing, union, { venue: '礼堂' });
    const edit = { activityId, venue: null, title: null as unknown as string };
    const edited = await sharing.ask(activityContract.edit, edit, union.officer, { ifMatch: 1 });
    expect(edited).toMatchObject({ venue: null, title });
  });

  it('E36: keeps the moment that was meant, and the zone in which it is read', async () => {
    const draft = await draftOf(sharing, union, {
      startsAt: '2099-03-28T09:00:00+08:00',
      endsAt: '2099-03-28T02:00:00Z',
    });
    expect(draft).toMatchObject({ startsAt: '2099-03-28T01:00:00.000Z', endsAt: '2099-03-28T02:00:00.000Z' });
  });

  it('E86: answers a repeated request with the first answer, and refuses the key for another body', async () => {
    const call = { idempotencyKey: 'draft once' };
    const first = await sharing.send(activityContract.create, activityRequest(union), union.officer, call);
    const again = await sharing.send(activityContract.create, activityRequest(union), union.officer, call);
    expect(again).toEqual({ ...first, replayed: true });
    const otherBody = activityRequest(union, { title: '别的活动' });
    await expect(sharing.ask(activityContract.create, otherBody, union.officer, call)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('lets workers propose for themselves, and their union publish', async () => {
    const [personId = ''] = await knownMembers(sharing, union.id, 1);
    const worker = actorWith({ personId, unionId: union.id, unionPath: union.path });
    const request = activityRequest(union, { organiser: { kind: 'person', id: personId } });
    const draft = await sharing.ask(activityContract.create, request, worker);
    expect(draft).toMatchObject({ unionId: union.id, organiser: { name: '张*' } });
    const activityId = draft.id;
    await sharing.ask(activityContract.edit, { activityId, title: '夜跑' }, worker, { ifMatch: 1 });
    await expect(sharing.ask(activityContract.publish, { activityId }, worker)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const published = await publishedWithSeats(sharing, union, activityId);
    expect(published.state).toBe('published');
    await expect(sharing.ask(activityContract.create, request, union.officer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('asks to come again where the organiser is not known yet', async () => {
    const request = activityRequest({ id: newId() });
    await expect(sharing.ask(activityContract.create, request, union.officer)).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      retryAfterSeconds: 1,
    });
  });

  it('follows its union to another place in the tree, and no older news of it', async () => {
    const moving = await unionAt(sharing, '1.6.');
    const draft = await draftOf(sharing, moving);
    const marker = await unionAt(sharing, '1.7.');
    const markerDraft = await draftOf(sharing, marker);
    await move(moving, 9, '1.5.3.');
    await eventually(async () => expect(await pathOf(draft.id)).toBe('1.5.3.'));
    await move(moving, 2, '1.9.');
    await move(marker, 2, '1.8.'); // events of one service arrive in order: once this one is here, the stale event was processed
    await eventually(async () => expect(await pathOf(markerDraft.id)).toBe('1.8.'));
    expect(await pathOf(draft.id)).toBe('1.5.3.');
  });

  it('that is made while its union moves stands in the new place', async () => {
    const moving = await unionAt(sharing, '1.10.');
    const change = sharing.dataSource.createQueryRunner();
    await change.startTransaction();
    await change.manager.update(UnionRef, { id: moving.id }, { path: '1.5.8.', version: 2 });
    const above = { ...moving, officer: withRole('officer', { id: moving.id, path: '1.' }) };
    const making = draftOf(sharing, above);
    const first = await Promise.race([making, new Promise((resolve) => setTimeout(resolve, 150, 'waits'))]);
    await change.commitTransaction();
    await change.release();
    expect([first, await pathOf((await making).id)]).toEqual(['waits', '1.5.8.']);
  });

  it('keeps in the audit trail everything that an edit changes', async () => {
    const { id: activityId } = await draftOf(sharing, union, { venue: null });
    const edit = { activityId, venue: '三楼教室', companionsMax: 2 };
    await sharing.ask(activityContract.edit, edit, union.officer, { ifMatch: 1 });
    const [last]: { before: object; after: object }[] = await sharing.dataSource.query(
      `SELECT before, after FROM audit_record WHERE noun = 'activity' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [activityId],
    );
    expect(last?.before).toMatchObject({ venue: null, companionsMax: 0 });
    expect(last?.after).toMatchObject({ venue: '三楼教室', companionsMax: 2 });
  });

  it('tells all states anew', async () => {
    const operator = withRole('operator', { id: newId(), path: rootPath });
    const before = (await sharing.recorded(sharingEvents.activityChanged)).length;
    const count = await sharing.dataSource.manager.count(ActivityRow);
    await sharing.ask(operationsContract('sharing').republish, { noun: 'activity' }, operator);
    expect(await sharing.recorded(sharingEvents.activityChanged)).toHaveLength(before + count);
  });
});

describe('who may do what to a draft', () => {
  let activityId: string;

  beforeAll(async () => {
    activityId = (await draftOf(sharing, union, { title: '秘密筹备' })).id;
  });

  const rows: [
    who: string,
    actor: () => Actor | null,
    get: string | null,
    edit: string | null,
    publish: string | null,
  ][] = [
    ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    ["another union's officer", () => other.officer, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    ["the union's auditor", () => withRole('auditor', union), null, 'NOT_PERMITTED', 'NOT_PERMITTED'],
    ["the union's finance", () => withRole('finance', union), null, 'NOT_PERMITTED', 'NOT_PERMITTED'],
    ["the union's organiser", () => withRole('organiser', union), null, null, null],
    [
      'an officer of the tier above',
      () => withRole('officer', { id: newId(), path: rootPath }),
      null,
      null,
      null,
    ],
  ];

  it.each(rows)('%s', async (_who, actor, get, edit, publish) => {
    const id = publish === null ? (await draftOf(sharing, union)).id : activityId;
    if (publish === null) await seatsFor(sharing, union, id);
    const change = { activityId: id, title: '改名' };
    await outcome(sharing.ask(activityContract.get, { activityId: id }, actor()), get);
    await outcome(sharing.ask(activityContract.edit, change, actor(), { ifMatch: 1 }), edit);
    await outcome(sharing.ask(activityContract.publish, { activityId: id }, actor()), publish);
    await outcome(
      sharing.ask(activityContract.cancel, { activityId: id, reason: '不办了' }, actor()),
      publish,
    );
  });

  it.each([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_PERMITTED'],
    ["another union's officer", () => other.officer, 'NOT_PERMITTED'],
    ["the union's organiser", () => withRole('organiser', union), null],
  ])('drafts one for the union: %s', async (_who, actor, code) => {
    await outcome(sharing.ask(activityContract.create, activityRequest(union), actor()), code);
  });
});

describe('the list of activities', () => {
  it('shows what is published to everybody, and drafts to those who prepare them, filtered before the page is cut', async () => {
    const title = `列表${newId()}`;
    const made = [];
    for (const hour of ['09', '10', '11', '12']) {
      const times = { startsAt: `2099-12-01T${hour}:00:00Z`, endsAt: '2099-12-01T20:00:00Z' };
      made.push(await draftOf(sharing, union, { title, ...times }));
    }
    await publishedWithSeats(sharing, union, made[1]?.id ?? '');
    await publishedWithSeats(sharing, union, made[3]?.id ?? '');
    const forAll = await sharing.ask(activityContract.list, { q: title, limit: 1 }, member);
    expect(forAll.items.map((one) => one.id)).toEqual([made[1]?.id]);
    const next = { q: title, limit: 1, cursor: forAll.nextCursor ?? '' };
    const rest = await sharing.ask(activityContract.list, next, member);
    expect(rest).toMatchObject({ items: [{ id: made[3]?.id }], nextCursor: null });
    const forOfficer = await sharing.ask(activityContract.list, { q: title }, union.officer);
    expect(forOfficer.items.map((one) => one.id)).toEqual(made.map((one) => one.id));
    expect((await sharing.ask(activityContract.list, { q: title }, other.officer)).items).toHaveLength(2);
  });

  it('begins with the earliest or the latest start, and pages either way without gaps or doubles', async () => {
    const title = `次序${newId()}`;
    const made: string[] = [];
    // Three start at the same moment: the order among them rests on their ids.
    for (const hour of ['09', '10', '10', '10', '11']) {
      const times = { startsAt: `2099-12-01T${hour}:00:00Z`, endsAt: '2099-12-01T20:00:00Z' };
      made.push((await draftOf(sharing, union, { title, ...times })).id);
    }
    const paged = async (sort?: ActivitySort): Promise<string[]> => {
      const ids: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const filter = { q: title, limit: 2, ...(sort && { sort }), ...(cursor && { cursor }) };
        const page = await sharing.ask(activityContract.list, filter, union.officer);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return ids;
    };
    const inOrder = [made[0], ...made.slice(1, 4).sort(), made[4]];
    expect(await paged()).toEqual(inOrder);
    expect(await paged('earliest')).toEqual(inOrder);
    expect(await paged('latest')).toEqual([...inOrder].reverse());
  });

  it('refuses an order or a stage that there is not, and names the field', async () => {
    const asked = (filter: object) => sharing.ask(activityContract.list, filter, member);
    await expect(asked({ sort: 'newest' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/sort' }],
    });
    await expect(asked({ stage: 'soon' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/stage' }],
    });
  });

  it('finds a title by the pinyin of its words, once it is indexed', async () => {
    const { id } = await draftOf(sharing, union, { title: '羽毛球友谊赛' });
    const filter = { organiser: `union:${union.id}`, limit: 200 };
    const found = async (q: string) => {
      const { items } = await sharing.ask(activityContract.list, { ...filter, q }, union.officer);
      return items.map((one) => one.id);
    };
    expect(await found('羽毛球')).toContain(id);
    // As its due work does every second.
    const fold = sharing.app.get(TitlesFold);
    const transactions = sharing.app.get(Transactions);
    await transactions.system(continueTrace(undefined), (tx) => fold.fold(tx, 'all'));
    expect(await found('yumaoqiu')).toContain(id);
    expect(await found('youyisai')).toContain(id);
    expect(await found('lanqiu')).not.toContain(id);
  });

  it('filters by state, kind, function, business, union, organiser and time', async () => {
    const below = await unionAt(sharing, '1.4.2.');
    const title = `筛选${newId()}`;
    const one = await draftOf(sharing, below, { title, function: 'people', business: 'education' });
    const seen = async (filter: object) =>
      (await sharing.ask(activityContract.list, { q: title, ...filter }, union.officer)).items.length;
    expect(await seen({ function: 'people', business: 'education', state: 'draft' })).toBe(1);
    expect([await seen({ kind: one.kind }), await seen({ kind: 'sports' })]).toEqual([1, 0]);
    expect(await seen({ function: 'service' })).toBe(0);
    expect(await seen({ business: 'culture' })).toBe(0);
    expect(await seen({ state: 'published' })).toBe(0);
    expect(await seen({ union: union.id })).toBe(1);
    expect(await seen({ union: other.id })).toBe(0);
    expect(await seen({ organiser: `union:${below.id}` })).toBe(1);
    expect(await seen({ organiser: `club:${below.id}` })).toBe(0);
    expect(await seen({ from: one.startsAt, to: one.endsAt })).toBe(1);
    expect(await seen({ from: one.endsAt })).toBe(0);
    expect(await seen({ to: one.startsAt })).toBe(0);
  });

  it('shows each as its own page does, also what was changed since it was listed', async () => {
    const title = `更改${newId()}`;
    const { id, version } = await draftOf(sharing, union, { title, description: '"引号"\n与换行' });
    const listed = () => sharing.ask(activityContract.list, { q: title }, union.officer);
    const own = async () => {
      const { descriptionHtml, ...view } = await sharing.ask(
        activityContract.get,
        { activityId: id },
        union.officer,
      );
      expect(descriptionHtml).toContain('引号');
      return view;
    };
    expect(await listed()).toEqual({ items: [await own()], nextCursor: null });
    const request = { activityId: id, title: `${title}（改）` };
    await sharing.ask(activityContract.edit, request, union.officer, { ifMatch: version });
    expect((await listed()).items).toMatchObject([{ title: `${title}（改）`, version: version + 1 }]);
    expect(await listed()).toEqual({ items: [await own()], nextCursor: null });
  });

  it('E121: is for those who are signed in', async () => {
    await outcome(sharing.ask(activityContract.list, {}, null), 'NOT_SIGNED_IN');
  });
});

async function move({ id, name }: TestUnion, version: number, path: string): Promise<void> {
  const state = { parentId: null, uscc: null, enterpriseId: null, sizeClass: null, active: true };
  await sharing.emit(membershipEvents.unionChanged, { id, name, version, path, ...state });
}

async function pathOf(activityId: string): Promise<string> {
  return (await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId })).unionPath;
}

async function outcome(answer: Promise<unknown>, code: string | null): Promise<void> {
  if (code === null) await answer;
  else await expect(answer).rejects.toMatchObject({ code });
}
