import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  type ListOffersRequest,
  offerContract,
  type OfferView,
} from '@gongxiang/contracts/sharing/finding/offer.contract';
import {
  type CreateResourceRequest,
  resourceContract,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type Actor, boxAround, distanceTenths, distanceTenthsSql } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually } from '@gongxiang/testing';
import { activityRequest, publishedWithSeats } from '../../activities/activity/activity.fixture.js';
import { draftBrand } from '../../organising/brand/brand.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  officerOf,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { Stage } from '../../seats/registration/registration.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

async function search(request: ListOffersRequest, actor: Actor = lending.member): Promise<OfferView[]> {
  return (await lending.sharing.ask(offerContract.list, request, actor)).items;
}

const titlesOf = (found: readonly OfferView[]): string[] => found.map(({ title }) => title);
const noon = { from: at(9, '10:00'), to: at(9, '12:00') };
const wuchang = { latitude: 30.5431, longitude: 114.3162 };
const near = `${wuchang.latitude},${wuchang.longitude}`;

describe('a search for what can be shared', () => {
  it.each([
    ['市民音乐厅', ['市民音乐厅']],
    ['yinyue', ['市民音乐厅']],
    ['yinle', ['市民音乐厅']], // 乐 has two readings
    ['SMYYT', ['市民音乐厅']],
    ['yinyue smyyt', ['市民音乐厅']],
    ['乐市', []], // the characters occur, but not side by side
    ['ueting', []], // no character begins there
    ['%', ['市民音乐厅', '绿园球场']], // nothing to look for
    ['lvyuan', ['绿园球场']],
    ['交响', ['市民音乐厅']], // in the description
  ])('finds by 「%s」', async (q, titles) => {
    await hall(lending, { title: '市民音乐厅', description: '可办交响音乐会', function: 'service' });
    await hall(lending, { title: '绿园球场', function: 'service' });
    const found = await search({ q, function: 'service', limit: 200 });
    expect([...new Set(titlesOf(found))].sort()).toEqual([...titles].sort());
  });

  it('shows first what has the words in its title, then in the pinyin of it, then elsewhere; a page at a time', async () => {
    await hall(lending, { title: '器材', description: 'kele 音箱', function: 'management' });
    await hall(lending, { title: '可乐屋', function: 'management' });
    await hall(lending, { title: 'Kele 馆', function: 'management' });
    await hall(lending, { title: '克勒门', function: 'management' });
    const filter = { q: 'kele', function: 'management', limit: 3 } as const;
    const first = await lending.sharing.ask(offerContract.list, filter, lending.member);
    const cursor = first.nextCursor ?? '';
    const next = await lending.sharing.ask(offerContract.list, { ...filter, cursor }, lending.member);
    expect([...first.items, ...next.items].map(({ title, found }) => [title, found])).toEqual([
      ['Kele 馆', 'title'],
      ['克勒门', 'pinyin'],
      ['可乐屋', 'pinyin'],
      ['器材', 'description'],
    ]);
    expect(next.nextCursor).toBeNull();
  });

  it('tells places, things and vehicles apart, and follows a new name', async () => {
    const of = { businesses: ['construction'] } satisfies Partial<CreateResourceRequest>;
    await hall(lending, { ...of, title: '一号会议室' });
    const projector = await hall(lending, { ...of, title: '会议室投影仪', capacity: null });
    await hall(lending, { ...of, title: '四十五座大巴' });
    const found = async (thing: NonNullable<ListOffersRequest['thing']>): Promise<string[]> =>
      titlesOf(await search({ thing, business: 'construction' }));
    expect(await found('venue')).toEqual(['一号会议室']);
    expect(await found('equipment')).toEqual(['会议室投影仪']);
    expect(await found('vehicle')).toEqual(['四十五座大巴']);
    const rename = { resourceId: projector.id, title: '二号会议室' };
    await lending.sharing.ask(resourceContract.edit, rename, lending.ownerOfficer, { ifMatch: 1 });
    expect((await found('venue')).sort()).toEqual(['一号会议室', '二号会议室']);
    expect(await found('equipment')).toEqual([]);
  });

  it('follows what is found: its new name at once, and nothing of what is withdrawn', async () => {
    const made = await hall(lending, { title: '旧礼堂甲' });
    const { sharing, ownerOfficer } = lending;
    const rename = { resourceId: made.id, title: '新礼堂乙' };
    await sharing.ask(resourceContract.edit, rename, ownerOfficer, { ifMatch: 1 });
    expect(await search({ q: '旧礼堂甲' })).toEqual([]);
    expect(await search({ q: 'xinlitang' })).toMatchObject([{ id: made.id, kind: 'resource' }]);
    const withdraw = { resourceId: made.id, active: false };
    await sharing.ask(resourceContract.edit, withdraw, ownerOfficer, { ifMatch: 2 });
    expect(await search({ q: '新礼堂乙' })).toEqual([]);
  });

  it('finds what lies near, the nearest first, a page at a time', async () => {
    const placed: Partial<CreateResourceRequest> = { function: 'information', businesses: ['education'] };
    await hall(lending, { ...placed, title: '远', latitude: 30.6431, longitude: 114.3162 }); // 11.1 km north
    await hall(lending, { ...placed, title: '近', latitude: 30.5531, longitude: 114.3162 }); // 1.1 km north
    await hall(lending, { ...placed, title: '角', latitude: 30.6, longitude: 114.4 }); // within the 10 km box, but not the circle
    await hall(lending, { ...placed, title: '无' });
    const filter = { near, function: 'information', business: 'education' } as const;
    expect((await search(filter)).map(({ title, distanceTenths: tenths }) => [title, tenths])).toEqual([
      ['近', 11],
      ['角', 102],
      ['远', 111],
    ]);
    expect(titlesOf(await search({ ...filter, withinKm: 10 }))).toEqual(['近']);
    const first = await lending.sharing.ask(offerContract.list, { ...filter, limit: 1 }, lending.member);
    const cursor = first.nextCursor ?? '';
    expect(titlesOf(await search({ ...filter, limit: 2, cursor }))).toEqual(['角', '远']);
  });

  it('measures in the database as it does outside', async () => {
    const points = Array.from({ length: 200 }, (_one, place) => ({
      latitude: ((place * 37) % 178) - 89 + place / 997,
      longitude: ((place * 101) % 358) - 179 + place / 991,
    }));
    const sql = distanceTenthsSql(
      { latitude: '$1::float8', longitude: '$2::float8' },
      { latitude: 'p.lat', longitude: 'p.lon' },
    );
    const rows: { tenths: number }[] = await lending.sharing.dataSource.query(
      `SELECT ${sql} AS tenths FROM unnest($3::float8[], $4::float8[]) WITH ORDINALITY AS p(lat, lon, n) ORDER BY n`,
      [
        wuchang.latitude,
        wuchang.longitude,
        points.map(({ latitude }) => latitude),
        points.map(({ longitude }) => longitude),
      ],
    );
    expect(rows.map(({ tenths }) => tenths)).toEqual(points.map((point) => distanceTenths(wuchang, point)));
    expect(boxAround(wuchang, 10).north).toBeCloseTo(30.633, 3);
  });
});

describe('what is free at a time', () => {
  it('E59, E64: is what could be borrowed then: whole, parts and the time to make it ready counted', async () => {
    const business = 'safeguarding';
    const make = (title: string, rest: object = {}) =>
      hall(lending, { title, businesses: [business], ...rest });
    const free = await make('空');
    const taken = await make('满');
    const after = await make('整理', { turnaroundMinutes: 30 });
    const whole = await make('整厅');
    const part = await make('东半', { partOfId: whole.id });
    await make('西半', { partOfId: whole.id });
    for (const { id } of [free, taken, after, part]) await grantFor(lending, id);
    await borrow(lending, taken.id, { startsAt: at(9, '11:00'), endsAt: at(9, '13:00') });
    // It begins when the wanted time ends, within the half hour of preparation.
    await borrow(lending, after.id, { startsAt: at(9, '12:00'), endsAt: at(9, '13:00') });
    await borrow(lending, part.id, { startsAt: at(9, '09:00'), endsAt: at(9, '11:00') });
    // An adjoining time is free.
    await borrow(lending, free.id, { startsAt: at(9, '12:00'), endsAt: at(9, '13:00') });
    const found = await search({ business, ...noon });
    expect(titlesOf(found)).toEqual(['西半', '空']);
    expect(found.every(({ freeThen }) => freeThen === true)).toBe(true);
    expect((await search({ business })).map(({ freeThen }) => freeThen)).toEqual(Array(6).fill(null));
  });

  it('E119: says nothing of who has what is taken', async () => {
    const { id } = await hall(lending, { title: '密室', businesses: ['participation'] });
    await grantFor(lending, id);
    await borrow(lending, id, { startsAt: noon.from, endsAt: noon.to, purpose: '不公开的会议' });
    const shown = await search({ business: 'participation' });
    expect(JSON.stringify(shown)).not.toContain(lending.borrower.id);
    expect(await search({ business: 'participation', ...noon })).toEqual([]);
    expect(await search({ q: '不公开的会议' })).toEqual([]);
  });
});

describe('what is for me', () => {
  it('is what a right of use covers at that time, or the own union has; each says by which right', async () => {
    const business = 'publicity';
    const make = (title: string) => hall(lending, { title, businesses: [business] });
    const { borrower, other, owner } = lending;
    const rights = [
      ['给小企业', { to: { kind: 'sizeClass', sizeClass: 'small' }, approval: 'custodian' }],
      ['给别人', { to: { kind: 'union', unionId: other.id } }],
      [
        '给下级',
        { to: { kind: 'subtree', unionId: borrower.id }, price: { kind: 'costShare', text: '均摊' } },
      ],
      ['已过期', { from: at(1, '00:00'), until: at(2, '00:00') }],
    ] as const;
    for (const [title, changes] of rights) await grantFor(lending, (await make(title)).id, changes);
    await make('无权');
    const wish = { business, forMe: true, ...noon } as const;
    expect((await search(wish)).map(({ title, right }) => [title, right])).toEqual([
      ['给下级', { kind: 'grant', approval: 'automatic', price: 'costShare' }],
      ['给小企业', { kind: 'grant', approval: 'custodian', price: 'free' }],
    ]);
    expect(titlesOf(await search(wish, lending.otherOfficer))).toEqual(['给别人']);
    expect(await search(wish, actorWith())).toEqual([]); // a member of no union
    const own = await search(wish, lending.ownerOfficer);
    expect(own).toHaveLength(5);
    expect(new Set(own.map(({ right, unionId }) => `${right?.kind} ${unionId}`))).toEqual(
      new Set([`ownership ${owner.id}`]),
    );
    // Without the filter all are shown, including those without a right.
    expect((await search({ business, q: '无权' })).map(({ right }) => right)).toEqual([null]);
  });

  it('is an activity with a free seat for the union, in its time, until sign-up closes', async () => {
    const { sharing, owner } = lending;
    const host = { ...owner, officer: lending.ownerOfficer };
    const times = { startsAt: noon.from, endsAt: noon.to, title: '午间太极' };
    const { id: activityId } = await sharing.ask(
      activityContract.create,
      activityRequest(owner, times),
      host.officer,
    );
    expect(await search({ q: '午间太极' })).toEqual([]); // a draft is invisible
    expect(await search({ q: '午间太极' }, host.officer)).toEqual([]);
    await publishedWithSeats(sharing, host, activityId);
    expect(await search({ q: 'wujian', forMe: true, ...noon })).toMatchObject([
      { id: activityId, kind: 'activity', right: { kind: 'seats' }, freeThen: true },
    ]);
    const later = { from: at(9, '13:00'), to: at(9, '14:00') };
    expect(await search({ q: 'wujian', ...later })).toEqual([]);
    expect(await search({ q: 'wujian', kind: 'activity', ...later })).toEqual([]);
    expect(await search({ q: 'wujian', kind: 'activity', ...noon })).toHaveLength(1);
    expect(await search({ q: 'wujian', kind: 'resource', ...noon })).toEqual([]);
    // All common seats are taken: the rest is for another union.
    await sharing.dataSource.query('UPDATE pool SET union_id = $2 WHERE activity_id = $1', [
      activityId,
      lending.other.id,
    ]);
    expect(await search({ q: 'wujian', forMe: true })).toEqual([]);
    expect(await search({ q: 'wujian' })).toMatchObject([{ right: null }]);
    await sharing.ask(activityContract.cancel, { activityId, reason: '天气' }, host.officer);
    expect(await search({ q: 'wujian' })).toEqual([]);
  });

  it('E119: is no brand that is still being prepared, not even by its words', async () => {
    const stage = new Stage(lending.sharing);
    const founder = await stage.union();
    await draftBrand(stage, founder, { name: '秘密马拉松' });
    expect(await search({ q: '秘密马拉松' }, founder.officer)).toEqual([]);
    expect(await search({ q: 'mimimalasong' })).toEqual([]);
  });
});

it('what was there before the search is found once it was made findable, a page after the other', async () => {
  const { sharing } = lending;
  for (let place = 0; place < 3; place += 1) await hall(lending, { title: `旧物 ${place}` });
  await sharing.dataSource.query('DELETE FROM offer');
  expect(await search({ q: '旧物' })).toEqual([]);
  await sharing.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) =>
      schedule(tx, { kind: 'offer-rebuild', key: 'resource', at: tx.now }),
    );
  await eventually(async () => expect(await search({ q: 'jiuwu' })).toHaveLength(3));
});

it('a union that moves in the tree has the rights of its new place', async () => {
  const { sharing, other } = lending;
  const { id } = await hall(lending, { title: '迁移厅' });
  await grantFor(lending, id, { to: { kind: 'subtree', unionId: other.id } });
  const mover = { ...lending.borrower, version: 2, path: `${other.path}7.` };
  expect(await search({ q: '迁移厅', forMe: true, ...noon })).toEqual([]);
  await sharing.emit(membershipEvents.unionChanged, mover);
  await eventually(async () =>
    expect(await search({ q: '迁移厅', forMe: true, ...noon }, officerOf(mover))).toHaveLength(1),
  );
});
