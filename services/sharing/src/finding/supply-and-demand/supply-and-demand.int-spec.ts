import { hourMs } from '@gongxiang/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  supplyAndDemandContract,
  type SupplyAndDemandRequest,
} from '@gongxiang/contracts/sharing/finding/supply-and-demand.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { needContract, type NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import { openingHoursContract } from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { resourceContract, type ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '@gongxiang/contracts/sharing/sharing-events';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';

let lending: Lending;

/** The first half of December in China. */
const period = { from: at(1, '00:00'), to: at(16, '00:00') };

interface History {
  readonly needs: NeedView[];
  readonly resources: ResourceView[];
  readonly granted: Set<string>;
  readonly loans: LoanView[];
}

let history: History;

beforeAll(async () => {
  lending = await startLending();
  history = await randomHistory(4_711);
});

afterAll(() => lending.sharing.stop());

/** Deterministic: a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const districts = ['武昌区', '青山区', null] as const;

async function randomHistory(seed: number): Promise<History> {
  const roll = dice(seed);
  const one = <T>(of: readonly T[]): T => of[roll(of.length)] as T;
  const resources: ResourceView[] = [];
  const granted = new Set<string>();
  for (let index = 0; index < 24; index += 1) {
    const businesses = [...new Set([one(unionBusinesses), one(unionBusinesses)])];
    const made = { function: one(resourceFunctions), businesses, district: one(districts) };
    const resource = await hall(lending, made);
    if (roll(4) > 0) granted.add((await grantFor(lending, resource.id)).resourceId);
    resources.push(resource);
  }
  const needs: NeedView[] = [];
  for (let index = 0; index < 30; index += 1) needs.push(await postNeed(roll, one));
  const loans: LoanView[] = [];
  for (let index = 0; index < 60; index += 1) {
    const resource = one(resources.filter(({ id }) => granted.has(id)));
    const wanting = needs.filter(({ wants }) => wants.some((want) => want.function === resource.function));
    const needId = roll(2) === 0 && wanting.length > 0 ? one(wanting).id : null;
    const day = 1 + roll(24);
    const times = { startsAt: at(day, '08:00'), endsAt: at(day + roll(3), '18:00') };
    const loan = await borrow(lending, resource.id, { ...times, needId }).catch(() => null);
    if (loan !== null) loans.push(roll(5) === 0 ? await cancelled(loan) : loan);
  }
  const closed = needs[3] as NeedView;
  needs[3] = await lending.sharing.ask(
    needContract.edit,
    { needId: closed.id, state: 'closed' },
    lending.borrowerOfficer,
    { ifMatch: closed.version },
  );
  const withdrawn = resources[5] as ResourceView;
  resources[5] = await lending.sharing.ask(
    resourceContract.edit,
    { resourceId: withdrawn.id, active: false },
    lending.ownerOfficer,
    { ifMatch: withdrawn.version },
  );
  return { needs, resources, granted, loans };
}

function postNeed(roll: (sides: number) => number, one: <T>(of: readonly T[]) => T): Promise<NeedView> {
  const windows = Array.from({ length: 1 + roll(3) }, () => {
    const day = 1 + roll(28);
    return { from: at(day, '09:00'), to: at(day, `${10 + roll(8)}:00`) };
  });
  const wants = Array.from({ length: 1 + roll(3) }, () => {
    const business = roll(3) === 0 ? null : one(unionBusinesses);
    return { function: one(resourceFunctions), business };
  });
  const request = {
    party: { kind: 'union' as const, id: lending.borrower.id },
    title: '找资源',
    wants,
    windows,
    district: one(districts),
    headcount: 10 + roll(50),
  };
  return lending.sharing.ask(needContract.post, request, lending.borrowerOfficer);
}

function cancelled(loan: LoanView): Promise<LoanView> {
  return lending.sharing.ask(
    loanContract.cancel,
    { loanId: loan.id, reason: '改期' },
    lending.borrowerOfficer,
  );
}

const msOf = (text: string): number => Date.parse(text);
const agreed = ({ state }: LoanView): boolean => ['approved', 'handedOver', 'returned'].includes(state);

/** The hours of a need's shortest window within the period; null if there is none. */
function hoursOf({ windows }: NeedView): number | null {
  const inside = windows.filter(
    ({ from, to }) => msOf(from) < msOf(period.to) && msOf(to) > msOf(period.from),
  );
  if (inside.length === 0) return null;
  return Math.min(...inside.map(({ from, to }) => (msOf(to) - msOf(from)) / hourMs));
}

function isUnmet(need: NeedView, ofFunction: ResourceFunction): boolean {
  const met = history.loans.some(
    (loan) =>
      agreed(loan) &&
      loan.needId === need.id &&
      history.resources.find(({ id }) => id === loan.resourceId)?.function === ofFunction,
  );
  return need.state === 'open' && !met;
}

function hoursFree(resource: ResourceView): number {
  const taken = history.loans
    .filter((loan) => loan.resourceId === resource.id && loan.state !== 'cancelled')
    .map(
      ({ startsAt, endsAt }) =>
        Math.min(msOf(endsAt), msOf(period.to)) - Math.max(msOf(startsAt), msOf(period.from)),
    )
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
  return (msOf(period.to) - msOf(period.from) - taken) / hourMs;
}

/** The expected content of a cell, counted need by need and resource by resource. */
function recount(ofFunction: ResourceFunction, business: UnionBusiness | null, district: string | null) {
  const isIn = (one: { readonly district: string | null }): boolean =>
    district === null || one.district === district;
  const sought = history.needs.filter(
    (need) =>
      isIn(need) &&
      hoursOf(need) !== null &&
      need.wants.some((want) => want.function === ofFunction && (want.business ?? null) === business),
  );
  const unmet = sought.filter((need) => isUnmet(need, ofFunction));
  const offered = history.resources.filter(
    (one) =>
      isIn(one) &&
      one.active &&
      one.function === ofFunction &&
      business !== null &&
      one.businesses.includes(business),
  );
  const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
    Math.round(items.reduce((total, item) => total + of(item), 0));
  return {
    function: ofFunction,
    business,
    needs: sought.length,
    unmet: unmet.length,
    unmetHeads: sum(unmet, ({ headcount }) => headcount),
    hoursWanted: sum(sought, (need) => hoursOf(need) ?? 0),
    offers: offered.length,
    lendable: offered.filter(({ id }) => history.granted.has(id)).length,
    hoursFree: sum(offered, hoursFree),
  };
}

function expectedCells(district: string | null) {
  return resourceFunctions.flatMap((ofFunction) =>
    [...unionBusinesses, null]
      .map((business) => recount(ofFunction, business, district))
      .filter(({ needs, offers }) => needs + offers > 0),
  );
}

const seen = (request: SupplyAndDemandRequest) =>
  lending.sharing.ask(supplyAndDemandContract.get, request, lending.member);

describe('supply and demand', () => {
  it('is what counting finds after a random history, of all and of each district', async () => {
    const all = await seen(period);
    expect(all.cells).toEqual(expectedCells(null));
    expect(all.cells.some(({ unmet }) => unmet > 0)).toBe(true);
    expect((await seen({ ...period, district: '武昌区' })).cells).toEqual(expectedCells('武昌区'));
    const inPeriod = history.needs.filter((need) => hoursOf(need) !== null);
    expect(all).toMatchObject({
      needs: inPeriod.length,
      unmet: inPeriod.filter((need) => need.wants.some((want) => isUnmet(need, want.function))).length,
      offers: history.resources.filter(({ active }) => active).length,
    });
    for (const { district, needs, offers } of all.districts) {
      expect(needs).toBe(inPeriod.filter((need) => need.district === district).length);
      expect(offers).toBe(history.resources.filter((one) => one.active && one.district === district).length);
    }
    const lent = history.loans.filter((loan) => agreed(loan) && msOf(loan.startsAt) < msOf(period.to));
    expect(all.months).toEqual([
      { month: '2026-12', needs: all.needs, unmet: all.unmet, loans: lent.length },
    ]);
  });

  it('shows the needs and the offers behind a cell', async () => {
    const { cells } = await seen(period);
    for (const { function: ofFunction, business, needs, unmet, offers, hoursFree: free } of cells) {
      const asked = { ...period, function: ofFunction, ...(business === null ? {} : { business }) };
      const behind = await lending.sharing.ask(supplyAndDemandContract.behind, asked, lending.member);
      expect([behind.needs.length, behind.offers.length]).toEqual([needs, offers]);
      expect(behind.needs.filter((one) => one.unmet)).toHaveLength(unmet);
      const sum = behind.offers.reduce((total, one) => total + one.hoursFree, 0);
      expect(Math.abs(sum - free)).toBeLessThanOrEqual(behind.offers.length); // each was rounded
    }
  });

  it('says nothing where there is nothing, and refuses a period that is none or too long', async () => {
    const empty = await seen({ from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' });
    expect([empty.needs, empty.unmet, empty.months.length]).toEqual([0, 0, 2]); // the last 8 hours are February in China
    await expect(seen({ from: period.to, to: period.from })).rejects.toMatchObject({ code: 'PERIOD_EMPTY' });
    const long = { from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    await expect(seen(long)).rejects.toMatchObject({ code: 'SHARING_PERIOD_TOO_LONG' });
    await expect(lending.sharing.ask(supplyAndDemandContract.get, period, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('is a file of a line for each cell', async () => {
    const request = { ...period, format: 'csv' as const };
    const file = await lending.sharing.ask(supplyAndDemandContract.render, request, lending.member);
    expect(file).toMatchObject({ contentType: 'text/csv', fileName: expect.stringMatching(/\.csv$/) });
    const sheet = await lending.sharing.ask(
      supplyAndDemandContract.render,
      { ...period, format: 'xlsx' },
      lending.member,
    );
    expect(sheet.size).toBeGreaterThan(1_000);
  });
});

describe('the free hours', () => {
  it('E46, E51: are those in which it is open and one is left, to the hour', async () => {
    const { sharing, ownerOfficer } = lending;
    const businesses: UnionBusiness[] = ['construction'];
    const made = { function: 'service', businesses, district: '蔡甸区' } as const;
    const stock = await hall(lending, { ...made, counting: 'stock', quantity: 3 });
    await grantFor(lending, stock.id);
    const weekly = [{ weekday: 'TU' as const, from: '09:00', to: '17:00' }];
    const hours = { weekly, exceptions: [], holidays: 'asUsual', makeUpDays: 'asUsual' } as const;
    const request = { resourceId: stock.id, ...hours, overnight: false, weekly: [...weekly], exceptions: [] };
    await sharing.ask(openingHoursContract.set, request, ownerOfficer, { ifMatch: 0 });
    const freeHours = async (): Promise<number | undefined> => {
      const { cells } = await seen({ ...period, district: '蔡甸区' });
      return cells.find(({ business }) => business === 'construction')?.hoursFree;
    };
    expect(await freeHours()).toBe(24); // three Tuesdays, the 1st, 8th and 15th: 3 · 8
    const times = { startsAt: at(8, '10:00'), endsAt: at(8, '12:00') };
    await borrow(lending, stock.id, { ...times, quantity: 2 });
    expect(await freeHours()).toBe(24); // one of three is left
    const later = { startsAt: at(8, '11:00'), endsAt: at(8, '14:00') };
    await borrow(lending, stock.id, { ...later, quantity: 1 });
    expect(await freeHours()).toBe(23); // none is left from 11:00 to 12:00
  });
});
