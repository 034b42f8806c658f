import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  lendingRuleContract,
  type SetLendingRuleRequest,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { loanHoldContract, type LoanHoldView } from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  openingHoursContract,
  type SetOpeningHoursRequest,
} from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { Actor, CallContext } from '@gongxiang/domain';
import { eventually, insist } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});
afterAll(() => lending.sharing.stop());

const on = (day: number, start: string, end: string) => ({ startsAt: at(day, start), endsAt: at(day, end) });

async function freeHall(approval: 'automatic' | 'custodian' = 'automatic'): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { approval });
  return id;
}

/** The large union among the borrowers. */
function borrowLarge(resourceId: string, period: { startsAt: string; endsAt: string }) {
  return borrow(lending, resourceId, { ...period, borrowerUnionId: lending.other.id }, lending.otherOfficer);
}

function setHours(resourceId: string, changes: Partial<SetOpeningHoursRequest> = {}, version = 0) {
  const weekly = (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
    weekday,
    from: '09:00',
    to: '18:00',
  }));
  const usual = { holidays: 'closed', makeUpDays: 'asWorkday', overnight: false } as const;
  const request = { resourceId, weekly, exceptions: [], ...usual, ...changes };
  return lending.sharing.ask(openingHoursContract.set, request, lending.ownerOfficer, { ifMatch: version });
}

function setRule(resourceId: string, changes: Partial<SetLendingRuleRequest>, actor = lending.ownerOfficer) {
  const request = { resourceId, noticeHours: 0, smallEarlierDays: 0, ...changes };
  return lending.sharing.ask(lendingRuleContract.set, request, actor, { ifMatch: 0 });
}

describe('opening hours', () => {
  it('E51: bind a request, an extension, a move and a hold alike', async () => {
    const id = await freeHall();
    await setHours(id);
    const outside = { code: 'OUTSIDE_OPENING_HOURS' };
    const { borrowerOfficer, sharing } = lending;
    await expect(borrow(lending, id, on(1, '08:00', '10:00'))).rejects.toMatchObject({
      ...outside,
      errors: [{ pointer: '/startsAt' }],
      params: { next: '2026-12-01 09:00 – 2026-12-01 11:00' },
    });
    const loan = await borrow(lending, id, on(1, '16:00', '17:00'));
    const late = sharing.ask(
      loanContract.extend,
      { loanId: loan.id, endsAt: at(1, '18:30') },
      borrowerOfficer,
    );
    await expect(late).rejects.toMatchObject({ ...outside, errors: [{ pointer: '/endsAt' }] });
    const moved = sharing.ask(
      loanMoveContract.move,
      { loanId: loan.id, ...on(5, '10:00', '11:00') }, // a Saturday
      borrowerOfficer,
    );
    await expect(moved).rejects.toMatchObject(outside);
    await expect(hold(id, on(6, '10:00', '11:00'))).rejects.toMatchObject(outside);
    const wish = { borrowerUnionId: lending.owner.id, ...on(1, '07:00', '08:00') };
    await expect(borrow(lending, id, wish, lending.ownerOfficer)).rejects.toMatchObject(outside);
  });

  it('show what is closed beside what is taken, and hold for the parts of a whole', async () => {
    const id = await freeHall();
    await setHours(id);
    const part = await hall(lending, { partOfId: id });
    await grantFor(lending, part.id);
    await expect(borrow(lending, part.id, on(1, '18:00', '19:00'))).rejects.toMatchObject({
      code: 'OUTSIDE_OPENING_HOURS',
    });
    const hours = await lending.sharing.ask(
      openingHoursContract.get,
      { resourceId: part.id },
      lending.member,
    );
    expect(hours).toMatchObject({ version: 0, ofWholeId: id });
    const times = await lending.sharing.ask(
      resourceContract.availability,
      { resourceId: part.id, from: at(1, '00:00'), to: at(2, '00:00') },
      lending.member,
    );
    expect(times.closed).toEqual([
      { from: '2026-11-30T16:00:00.000Z', to: '2026-12-01T01:00:00.000Z' },
      { from: '2026-12-01T10:00:00.000Z', to: '2026-12-01T16:00:00.000Z' },
    ]);
  });

  it('are changed by one at a time, and only where they can be meant', async () => {
    const id = await freeHall();
    expect(await setHours(id)).toMatchObject({ version: 1, ofWholeId: null });
    await expect(setHours(id)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const exceptions = [{ date: '2026-12-24', spans: [{ from: '12:00', to: '11:00' }] }];
    await expect(setHours(id, { exceptions }, 1)).rejects.toMatchObject({
      code: 'OPENING_SPAN_EMPTY',
      errors: [{ pointer: '/exceptions/0/spans/0/to' }],
    });
    expect(await setHours(id, { weekly: null, holidays: 'asUsual' }, 1)).toMatchObject({ weekly: null });
    await expect(borrow(lending, id, on(6, '03:00', '04:00'))).resolves.toBeDefined();
  });
});

describe('the rules of lending', () => {
  it('E65: let small unions ask earlier, and keep a share for them until it is released', async () => {
    const id = await freeHall();
    const reserved = { percent: 100, per: 'week', releasedDaysBefore: 2 } as const;
    await setRule(id, { bookableDaysAhead: 14, smallEarlierDays: 14, reserved });
    // Now is 20 November: the 5th of December is 15 days ahead.
    await expect(borrowLarge(id, on(5, '10:00', '12:00'))).rejects.toMatchObject({
      code: 'TOO_EARLY_FOR_YOU',
      params: { opensAt: '2026-11-21 00:00' },
    });
    await expect(borrowLarge(id, on(3, '10:00', '12:00'))).rejects.toMatchObject({
      code: 'RESERVED_FOR_SMALL',
      params: { releasedAt: '2026-12-01 00:00' },
    });
    await expect(borrow(lending, id, on(5, '10:00', '12:00'))).resolves.toMatchObject({ state: 'approved' });
    const own = { borrowerUnionId: lending.owner.id, ...on(20, '10:00', '12:00') };
    await expect(borrow(lending, id, own, lending.ownerOfficer)).resolves.toMatchObject({
      right: 'ownership',
    });
    const rule = await lending.sharing.ask(lendingRuleContract.get, { resourceId: id }, lending.member);
    expect(rule.mine).toMatchObject({ isSmall: true, bookableUntil: '2026-12-18T16:00:00.000Z' }); // 20 Nov + 28 days + 1
  });

  it('E65: hold a union to its fair share on request, move and extension; small ones are exempt', async () => {
    const id = await freeHall();
    await setRule(id, { fairUse: { periodDays: 7, loansMax: 1, hoursMax: 4 } });
    const first = await borrowLarge(id, on(1, '10:00', '12:00'));
    const unfair = { code: 'FAIR_USE', params: { nextPossibleAt: '2026-12-08 10:00' } };
    await expect(borrowLarge(id, on(3, '10:00', '12:00'))).rejects.toMatchObject(unfair);
    const next = await borrowLarge(id, on(8, '10:00', '12:00'));
    const moved = { loanId: next.id, ...on(4, '10:00', '12:00') };
    await expect(
      lending.sharing.ask(loanMoveContract.move, moved, lending.otherOfficer),
    ).rejects.toMatchObject(unfair);
    const longer = { loanId: first.id, endsAt: at(1, '15:00') };
    await expect(
      lending.sharing.ask(loanContract.extend, longer, lending.otherOfficer),
    ).rejects.toMatchObject({ code: 'FAIR_USE_LOAN_TOO_LONG' });
    await borrow(lending, id, on(3, '10:00', '12:00'));
    await expect(borrow(lending, id, on(4, '10:00', '12:00'))).resolves.toBeDefined();
  });

  it('E65: give a union one of fifty simultaneous requests where one is its share', async () => {
    const id = await freeHall();
    await setRule(id, { fairUse: { periodDays: 31, loansMax: 1 } });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_unused, index) =>
        insist((call) =>
          borrow(
            lending,
            id,
            { ...on(1 + index, '10:00', '12:00'), borrowerUnionId: lending.other.id },
            lending.otherOfficer,
            call,
          ),
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are set by whoever keeps the resource, and seen by all', async () => {
    const id = await freeHall();
    for (const [actor, code] of [
      [lending.borrowerOfficer, 'NOT_PERMITTED'],
      [lending.member, 'NOT_PERMITTED'],
    ] as const) {
      await expect(setRule(id, {}, actor)).rejects.toMatchObject({ code });
    }
    await expect(setRule(id, { smallEarlierDays: 3 })).rejects.toMatchObject({
      code: 'EARLIER_NEEDS_HORIZON',
    });
  });
});

function hold(
  resourceId: string,
  period: { startsAt: string; endsAt: string },
  actor: Actor = lending.borrowerOfficer,
  call: Partial<CallContext> = {},
): Promise<LoanHoldView> {
  const borrowerUnionId = actor === lending.otherOfficer ? lending.other.id : lending.borrower.id;
  const request = { resourceId, borrowerUnionId, ...period };
  return lending.sharing.ask(loanHoldContract.create, request, actor, call);
}

describe('a hold', () => {
  it('E49: keeps the time from all others, and is used up by the request that has its token', async () => {
    const id = await freeHall();
    const period = on(1, '10:00', '12:00');
    const held = await hold(id, period);
    await expect(borrowLarge(id, period)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(borrow(lending, id, period)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const holdToken = held.token ?? '';
    const stolen = { ...period, borrowerUnionId: lending.other.id, holdToken };
    await expect(borrow(lending, id, stolen, lending.otherOfficer)).rejects.toMatchObject({
      code: 'HOLD_MISSING',
    });
    await expect(borrow(lending, id, { ...on(1, '09:00', '12:00'), holdToken })).rejects.toMatchObject({
      code: 'HOLD_OF_OTHER_TIME',
    });
    await expect(borrow(lending, id, { ...period, holdToken })).resolves.toMatchObject({ state: 'approved' });
    await expect(borrow(lending, id, { ...period, holdToken })).rejects.toMatchObject({
      code: 'HOLD_MISSING',
    });
  });

  it('E49: is used once by twenty simultaneous requests', async () => {
    const id = await freeHall();
    const period = on(1, '10:00', '12:00');
    const { token } = await hold(id, period);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        insist((call) => borrow(lending, id, { ...period, holdToken: token }, lending.borrowerOfficer, call)),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is one for each person and resource, given up by another, by hand, or by its time', async () => {
    const id = await freeHall();
    const first = await hold(id, on(1, '10:00', '12:00'));
    const second = await hold(id, on(1, '14:00', '16:00'));
    await expect(borrowLarge(id, on(1, '10:00', '12:00'))).resolves.toBeDefined();
    const remove = (holdId: string, actor: Actor) =>
      lending.sharing.ask(loanHoldContract.remove, { resourceId: id, holdId }, actor);
    await expect(remove(second.id, lending.otherOfficer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove(first.id, lending.borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await remove(second.id, lending.borrowerOfficer);
    await expect(borrowLarge(id, on(1, '14:00', '16:00'))).resolves.toBeDefined();
    await hold(id, on(1, '18:00', '20:00'));
    lending.sharing.clock.advance(10 * 60_000);
    await eventually(async () => {
      await expect(borrowLarge(id, on(1, '18:00', '20:00'))).resolves.toBeDefined();
    });
  });

  it('shows its token once', async () => {
    const id = await freeHall();
    const call = { idempotencyKey: 'a-hold' };
    const period = on(2, '10:00', '12:00');
    expect((await hold(id, period, lending.borrowerOfficer, call)).token).toHaveLength(43);
    expect((await hold(id, period, lending.borrowerOfficer, call)).token).toBeNull();
  });
});

describe('a move', () => {
  const move = (loanId: string, period: object, actor: Actor = lending.borrowerOfficer) =>
    lending.sharing.ask(loanMoveContract.move, { loanId, ...period } as never, actor);

  it('E53, E57, E58: takes the new time and frees the old one in one step', async () => {
    const id = await freeHall();
    const loan = await borrow(lending, id, on(1, '10:00', '12:00'));
    await borrow(lending, id, on(1, '14:00', '15:00'));
    await expect(move(loan.id, on(1, '13:30', '14:30'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    // The new time may overlap the old one, and adjoin the next loan.
    expect(await move(loan.id, on(1, '11:00', '14:00'))).toMatchObject({ version: 2, state: 'approved' });
    await expect(borrow(lending, id, on(1, '10:00', '11:00'))).resolves.toBeDefined();
    await expect(move(loan.id, on(1, '11:00', '14:00'))).rejects.toMatchObject({ code: 'LOAN_NOT_MOVED' });
    const { items } = await lending.sharing.ask(
      loanMoveContract.list,
      { loanId: loan.id },
      lending.ownerOfficer,
    );
    expect(items).toMatchObject([
      { number: 1, startedAt: '2026-12-01T02:00:00.000Z', startsAt: '2026-12-01T03:00:00.000Z' },
    ]);
  });

  it('is decided again by the custodian, unless the custodian moves it', async () => {
    const id = await freeHall('custodian');
    const loan = await borrow(lending, id, on(3, '10:00', '12:00'));
    await lending.sharing.ask(loanContract.approve, { loanId: loan.id }, lending.ownerOfficer);
    const moved = await move(loan.id, on(4, '10:00', '12:00'));
    expect(moved).toMatchObject({ state: 'requested', decideBy: expect.any(String) });
    await expect(move(loan.id, on(5, '10:00', '12:00'), lending.ownerOfficer)).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const reason = '停电改期';
    await expect(
      move(loan.id, { ...on(5, '10:00', '12:00'), reason }, lending.ownerOfficer),
    ).resolves.toMatchObject({ state: 'approved', decideBy: null });
    await expect(move(loan.id, on(6, '10:00', '12:00'), lending.otherOfficer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('goes to one of two loans that move to the same time at once', async () => {
    const id = await freeHall();
    const loans = await Promise.all([
      borrow(lending, id, on(10, '10:00', '12:00')),
      borrow(lending, id, on(10, '13:00', '15:00')),
    ]);
    const outcomes = await Promise.allSettled(
      loans.map(({ id: one }) => move(one, on(11, '10:00', '12:00'))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not made of what is out, and asks for a right at the new time', async () => {
    const id = await freeHall();
    const loan = await borrow(lending, id, on(12, '10:00', '12:00'));
    const beyond = { startsAt: '2027-03-02T10:00:00+08:00', endsAt: '2027-03-02T12:00:00+08:00' };
    await expect(move(loan.id, beyond)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    await lending.sharing.ask(loanContract.handOver, { loanId: loan.id }, lending.ownerOfficer);
    await expect(move(loan.id, on(13, '10:00', '12:00'))).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await lending.sharing.ask(loanContract.giveBack, { loanId: loan.id }, lending.ownerOfficer);
  });
});
