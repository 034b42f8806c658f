import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  lendingRuleContract,
  type LendingRuleView,
  type SetLendingRuleRequest,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { openingHoursContract } from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { explainsWithoutSeqScan, recordQueries } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});
afterAll(() => lending.sharing.stop());

/** Open around the clock, for everybody, until April, approved automatically. */
async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { until: '2027-04-01T00:00:00+08:00' });
  return id;
}

function setRule(
  resourceId: string,
  changes: Partial<SetLendingRuleRequest> = {},
  ifMatch = 0,
): Promise<LendingRuleView> {
  const request = { resourceId, noticeHours: 0, smallEarlierDays: 0, ...changes };
  return lending.sharing.ask(lendingRuleContract.set, request, lending.ownerOfficer, { ifMatch });
}

/** The rule as a plain member of the borrowing union reads it. */
function rule(resourceId: string): Promise<LendingRuleView> {
  return lending.sharing.ask(lendingRuleContract.get, { resourceId }, lending.member);
}

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

const on = (day: number, start = '09:00', end = '17:00'): Times => ({
  startsAt: at(day, start),
  endsAt: at(day, end),
});

const bySmall = (id: string, times: Times) => borrow(lending, id, times);
const byLarge = (id: string, times: Times) =>
  borrow(lending, id, { ...times, borrowerUnionId: lending.other.id }, lending.otherOfficer);
const byOwner = (id: string, times: Times) =>
  borrow(lending, id, { ...times, borrowerUnionId: lending.owner.id }, lending.ownerOfficer);

const nothing = { loans: 0, hours: 0 };

describe('E65: the effect of a rule is shown to all', () => {
  it('is nothing before a loan, and is not told where there is no rule', async () => {
    const id = await freeHall();
    expect((await rule(id)).effect).toBeNull();
    // Now is 20 November: 22 August and 90 days. Each whole week of the share lies after the change.
    const { effect } = await setRule(id, { reserved: { percent: 50, per: 'week', releasedDaysBefore: 2 } });
    expect(effect).toEqual({
      from: '2026-08-22',
      until: '2026-11-20',
      reserved: null,
      small: nothing,
      others: nothing,
    });
  });

  it('counts what lay within the 90 days before today, by whom it was had, and what became of the share', async () => {
    const id = await freeHall();
    const edges = await freeHall();
    await keepWorkingHours(id);
    await setRule(id, { reserved: { percent: 50, per: 'week', releasedDaysBefore: 2 } });
    await setRule(edges);
    await lendBeforeTheWindow(id, edges);
    // The week of 7 December: small unions have 10 hours, others the 16 and 8 hours below.
    await bySmall(id, on(7, '10:00', '12:00'));
    await bySmall(id, on(8));
    await byLarge(id, on(9));
    await byLarge(id, on(10));
    await expect(byLarge(id, on(11))).rejects.toMatchObject({ code: 'RESERVED_FOR_SMALL' });
    // The owner's own loans and cancelled ones do not count.
    await byOwner(id, on(14));
    const { id: loanId } = await bySmall(id, on(15));
    await lending.sharing.ask(loanContract.cancel, { loanId }, lending.borrowerOfficer);
    // The Friday is released on Wednesday.
    lending.sharing.clock.set(at(9, '08:00'));
    await byLarge(id, on(11));
    lending.sharing.clock.set('2027-03-07T09:00:00+08:00');
    expect((await rule(id)).effect).toEqual({
      from: '2026-12-07',
      until: '2027-03-07',
      small: { loans: 2, hours: 10 }, // 2 + 8
      others: { loans: 3, hours: 24 }, // 3 · 8
      reserved: {
        from: '2026-12-07',
        until: '2027-03-01',
        hours: 240, // 12 weeks of 40 hours, half of them
        used: 10,
        released: 230,
        releasedUsed: 4, // 24 − 20
      },
    });
    expect((await rule(edges)).effect).toEqual({
      from: '2026-12-07',
      until: '2027-03-07',
      reserved: null,
      small: { loans: 1, hours: 3 },
      others: nothing,
    });
    const changed = await setRule(id, { reserved: { percent: 40, per: 'week', releasedDaysBefore: 2 } }, 1);
    expect(changed.effect).toMatchObject({ others: { loans: 3 }, reserved: null });
  });

  it('is counted by one statement, served by an index', async () => {
    const id = await freeHall();
    await setRule(id, { reserved: { percent: 50, per: 'month', releasedDaysBefore: 2 } });
    const queries = await recordQueries(lending.sharing.dataSource, () => rule(id));
    const counting = queries.filter(({ sql }) => /FROM loan\b/.test(sql));
    expect(counting).toHaveLength(1);
    for (const { sql, params } of counting) {
      expect(await explainsWithoutSeqScan(lending.sharing.dataSource, sql, params)).toEqual([]);
    }
  });
});

/** 40 hours a week. */
async function keepWorkingHours(resourceId: string): Promise<void> {
  const weekly = (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
    weekday,
    from: '09:00',
    to: '17:00',
  }));
  const usual = { holidays: 'asUsual', makeUpDays: 'asUsual', overnight: false } as const;
  const request = { resourceId, weekly, exceptions: [], ...usual };
  await lending.sharing.ask(openingHoursContract.set, request, lending.ownerOfficer, { ifMatch: 0 });
}

/** Loans on days before 7 December and on 7 March; one of them extends three hours beyond that midnight. */
async function lendBeforeTheWindow(id: string, edges: string): Promise<void> {
  await bySmall(id, on(1));
  await byLarge(id, on(2));
  await byLarge(edges, { startsAt: at(6, '12:00'), endsAt: at(6, '23:00') });
  await bySmall(edges, { startsAt: at(6, '23:00'), endsAt: at(7, '03:00') });
  await byLarge(edges, { startsAt: '2027-03-07T00:00:00+08:00', endsAt: '2027-03-07T02:00:00+08:00' });
}
