import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ListOffersRequest, offerContract } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { kitContract } from '@gongxiang/contracts/sharing/lending/kit.contract';
import {
  openingHoursContract,
  type SetOpeningHoursRequest,
} from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import {
  type CreateResourceRequest,
  resourceContract,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { newId } from '@gongxiang/domain';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { PartyRef } from '../../reference/reference.entity.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

const noon = { from: at(9, '10:00'), to: at(9, '12:00') };
const atNoon = { startsAt: noon.from, endsAt: noon.to };

async function page(request: ListOffersRequest, actor = lending.member) {
  const { items, nextCursor } = await lending.sharing.ask(offerContract.list, request, actor);
  return { titles: items.map(({ title }) => title), items, nextCursor };
}

/** One that everybody may borrow. */
async function lent(business: UnionBusiness, changes: Partial<CreateResourceRequest>): Promise<string> {
  const { id } = await hall(lending, { businesses: [business], ...changes });
  await grantFor(lending, id);
  return id;
}

describe('what is free at a time', () => {
  it('E46, E51: of a stock is whatever is not all taken, and of a kit what all of it is left for', async () => {
    const business = 'safeguarding';
    const chairs = await lent(business, { title: '椅', counting: 'stock', quantity: 20 });
    const tables = await lent(business, { title: '桌', counting: 'stock', quantity: 4 });
    const kit = await hall(lending, { title: '桌椅套', businesses: [business], counting: 'kit' });
    const contents = [
      { resourceId: chairs, quantity: 10 },
      { resourceId: tables, quantity: 2 },
    ];
    const set = { resourceId: kit.id, contents };
    await lending.sharing.ask(kitContract.set, set, lending.ownerOfficer, { ifMatch: kit.version });
    await hall(lending, { title: '空套', businesses: [business], counting: 'kit' });
    await borrow(lending, chairs, { ...atNoon, quantity: 10 });
    expect((await page({ business, ...noon })).titles).toEqual(['桌椅套', '桌', '椅']);
    await borrow(lending, chairs, { ...atNoon, quantity: 1 });
    // 9 of the 10 chairs that a kit needs
    expect((await page({ business, ...noon })).titles).toEqual(['桌', '椅']);
    await borrow(lending, tables, { ...atNoon, quantity: 4 });
    expect((await page({ business, ...noon })).titles).toEqual(['椅']);
  });

  it('is what nothing meets of several bookings, however near they are', async () => {
    const business = 'culture';
    const id = await lent(business, { title: '座谈室' });
    await borrow(lending, id, { startsAt: at(9, '12:00'), endsAt: at(9, '14:00') });
    await borrow(lending, id, { startsAt: at(9, '08:00'), endsAt: at(9, '10:00') });
    const titlesAt = async (from: string, to: string): Promise<string[]> =>
      (await page({ business, from: at(9, from), to: at(9, to) })).titles;
    expect(await titlesAt('10:00', '12:00')).toEqual(['座谈室']);
    expect(await titlesAt('14:00', '16:00')).toEqual(['座谈室']);
    expect(await titlesAt('09:00', '10:30')).toEqual([]);
    expect(await titlesAt('11:30', '12:30')).toEqual([]);
    expect(await titlesAt('07:00', '15:00')).toEqual([]);
  });

  it('E59: keeps the minutes before a loan as well as those behind it', async () => {
    const business = 'participation';
    const id = await lent(business, { title: '舞台', setupMinutes: 60, turnaroundMinutes: 30 });
    await borrow(lending, id, { startsAt: at(9, '13:00'), endsAt: at(9, '14:00') });
    // 30 minutes after the wanted time, 60 before the loan: 12:00 + 1:30 > 13:00
    expect((await page({ business, ...noon })).titles).toEqual([]);
    const earlier = { from: at(9, '10:00'), to: at(9, '11:30') };
    expect((await page({ business, ...earlier })).titles).toEqual(['舞台']);
    const later = { from: at(9, '15:30'), to: at(9, '16:00') };
    expect((await page({ business, ...later })).titles).toEqual(['舞台']);
  });

  it('is not what is closed then; a part has the hours of its whole', async () => {
    const business = 'construction';
    const whole = await lent(business, { title: '整厅' });
    await lent(business, { title: '东半', partOfId: whole });
    const request: SetOpeningHoursRequest = {
      resourceId: whole,
      weekly: [{ weekday: 'WE', from: '09:00', to: '11:30' }],
      exceptions: [],
      holidays: 'closed',
      makeUpDays: 'asUsual',
      overnight: false,
    };
    await lending.sharing.ask(openingHoursContract.set, request, lending.ownerOfficer, { ifMatch: 0 });
    expect((await page({ business, ...noon })).titles).toEqual([]);
    // 9 December 2026 is a Wednesday.
    expect((await page({ business, from: noon.from, to: at(9, '11:30') })).titles).toEqual(['东半', '整厅']);
  });

  it('is know-how at any time; nothing is for longer than a loan may be, or beyond all plans', async () => {
    const business = 'education';
    const charter = await lent(business, { title: '章程', function: 'management', lending: 'access' });
    await lent(business, { title: '教室' });
    // Know-how is read by many at once: its calendar excludes nobody.
    const review = { resourceId: charter, ...noon, reason: '修订' };
    await lending.sharing.ask(resourceContract.block, review, lending.ownerOfficer);
    expect((await page({ business, ...noon })).titles).toEqual(['教室', '章程']);
    expect((await page({ business, ...noon, to: '2029-01-01T00:00:00+08:00' })).titles).toEqual([]);
    const late = { from: '2199-01-01T00:00:00+08:00', to: '2199-01-02T00:00:00+08:00' };
    expect((await page({ business, ...late, forMe: true })).titles).toEqual([]);
  });

  it('is looked for further down until the page is full', async () => {
    const business = 'publicity';
    const ids = [];
    for (let place = 0; place < 5; place += 1) ids.push(await lent(business, { title: `展板 ${place}` }));
    for (const id of ids.slice(2)) await borrow(lending, id, atNoon);
    const first = await page({ business, ...noon, limit: 1 });
    expect(first.titles).toEqual(['展板 1']);
    const cursor = first.nextCursor ?? '';
    expect(await page({ business, ...noon, limit: 1, cursor })).toMatchObject({
      titles: ['展板 0'],
      nextCursor: null,
    });
  });
});

it('what is for me is by every kind of right what a loan would be asked for by', async () => {
  const { sharing, borrower, owner } = lending;
  const shop = { kind: 'enterprise', id: newId() } as const;
  const known = { ...shop, version: 1, name: '书香文具', unionId: borrower.id, active: true };
  await sharing.dataSource.manager.insert(PartyRef, known);
  const rights = [
    ['本企业', { to: { kind: 'party', party: shop } }],
    ['除我之外', { to: { kind: 'everyone', exceptUnionIds: [borrower.id] } }],
    ['给大企业', { to: { kind: 'everyone', onlySizes: ['large'] } }],
    ['给小企业', { to: { kind: 'everyone', onlySizes: ['small', 'micro'] } }],
    ['周末', { times: { weekdays: ['SA', 'SU'] } }],
    ['周三上午', { times: { weekdays: ['WE'], from: '09:00', until: '12:00' } }],
    ['只为教育', { businesses: ['education'] }],
    ['只为文化', { businesses: ['culture'] }],
    ['一月一次', { quota: { loansPerMonth: 1 } }],
  ] as const;
  const ids = new Map<string, string>();
  for (const [title, terms] of rights) {
    const { id } = await hall(lending, { title, function: 'information', businesses: ['culture'] });
    // `as const` makes lists readonly, which a request does not accept
    await grantFor(lending, id, structuredClone(terms) as Parameters<typeof grantFor>[2]);
    ids.set(title, id);
  }
  const wish = { function: 'information', business: 'culture', forMe: true, ...noon } as const;
  const mine = ['一月一次', '只为文化', '周三上午', '给小企业', '本企业'];
  expect((await page(wish)).titles).toEqual(mine);
  await borrow(lending, ids.get('一月一次') ?? '', { startsAt: at(10, '10:00'), endsAt: at(10, '12:00') });
  expect((await page(wish)).titles).toEqual(mine.slice(1));
  // Without a purpose, rights limited to a purpose do not count.
  expect((await page({ ...wish, business: undefined })).titles).toEqual(['周三上午', '给小企业', '本企业']);
  // Everybody with a right at some time, if none is requested: the rights begin in December.
  expect((await page({ function: 'information', forMe: true })).titles).toEqual([]);
  expect((await page(wish, lending.ownerOfficer)).items.every(({ unionId }) => unionId === owner.id)).toBe(
    true,
  );
});
