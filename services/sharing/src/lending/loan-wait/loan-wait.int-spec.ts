import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  lendingRuleContract,
  type SetLendingRuleRequest,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { loanMoveContract } from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import {
  type CreateLoanWaitRequest,
  loanWaitContract,
  type LoanWaitView,
} from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, untilAwaits } from '@gongxiang/testing';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  officerOf,
  startLending,
} from '../loan/lending.fixture.js';
import { knownUnion } from '../../sharing.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});
afterAll(() => lending.sharing.stop());

const on = (day: number, start: string, end: string) => ({ startsAt: at(day, start), endsAt: at(day, end) });

async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return id;
}

/** Two hours on the 1st between 9 and 13, unless stated otherwise. */
function waitFor(
  resourceId: string,
  changes: Partial<CreateLoanWaitRequest> = {},
  actor: Actor = lending.borrowerOfficer,
): Promise<LoanWaitView> {
  const borrowerUnionId = actor === lending.otherOfficer ? lending.other.id : lending.borrower.id;
  const request = {
    resourceId,
    borrowerUnionId,
    windowFrom: at(1, '09:00'),
    windowTo: at(1, '13:00'),
    durationMinutes: 120,
    latestDecisionAt: at(1, '08:00'),
    purpose: '球赛',
    ...changes,
  };
  return lending.sharing.ask(loanWaitContract.create, request, actor);
}

const read = (waitId: string, actor: Actor = lending.borrowerOfficer): Promise<LoanWaitView> =>
  lending.sharing.ask(loanWaitContract.get, { waitId }, actor);
const accept = (waitId: string, actor: Actor = lending.borrowerOfficer): Promise<LoanWaitView> =>
  lending.sharing.ask(loanWaitContract.accept, { waitId }, actor);
const withdraw = (waitId: string, actor: Actor = lending.borrowerOfficer): Promise<LoanWaitView> =>
  lending.sharing.ask(loanWaitContract.withdraw, { waitId }, actor);
const cancel = ({ id }: LoanView): Promise<LoanView> =>
  lending.sharing.ask(loanContract.cancel, { loanId: id, reason: '取消' }, lending.ownerOfficer);

async function untilState(waitId: string, state: string, actor?: Actor): Promise<LoanWaitView> {
  let view: LoanWaitView | null = null;
  await eventually(async () => {
    view = await read(waitId, actor);
    expect(view.state).toBe(state);
  });
  return view as unknown as LoanWaitView;
}

/** Waits until the waitlist was served. */
async function untilLooked(waitId: string, actor?: Actor): Promise<LoanWaitView> {
  let view: LoanWaitView | null = null;
  await eventually(async () => {
    view = await read(waitId, actor);
    expect(view.hindrance).not.toBeNull();
  });
  return view as unknown as LoanWaitView;
}

describe('whoever waits', () => {
  it('is offered a time that is freed, keeps it from all others, and accepts it', async () => {
    const id = await freeHall();
    const loan = await borrow(
      lending,
      id,
      { ...on(1, '09:00', '13:00'), borrowerUnionId: lending.other.id },
      lending.otherOfficer,
    );
    const wait = await waitFor(id);
    expect(wait).toMatchObject({ state: 'waiting', place: 1 });
    expect(await untilLooked(wait.id)).toMatchObject({ hindrance: 'NO_FREE_TIME' });
    await expect(accept(wait.id)).rejects.toMatchObject({ code: 'WAIT_OFFER_MISSING' });
    await cancel(loan);
    const offered = await untilState(wait.id, 'offered');
    expect(offered).toMatchObject({ offeredFrom: '2026-12-01T01:00:00.000Z', place: null, hindrance: null });
    await expect(borrow(lending, id, on(1, '10:00', '11:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const accepted = await accept(wait.id);
    expect(accepted).toMatchObject({ state: 'accepted', loanId: expect.any(String) });
    expect(await accept(wait.id)).toMatchObject({ loanId: accepted.loanId });
    const got = await lending.sharing.ask(
      loanContract.get,
      { loanId: accepted.loanId ?? '' },
      lending.borrowerOfficer,
    );
    expect(got).toMatchObject({ state: 'approved', startsAt: '2026-12-01T01:00:00.000Z' });
  });

  it('is awaited with each offer, and so are their colleagues who may accept it', async () => {
    const id = await freeHall();
    const { sharing, borrower, borrowerOfficer } = lending;
    const wait = await waitFor(id);
    const offered = await untilState(wait.id, 'offered');
    const [awaited] = await untilAwaits(sharing, 'sharing', wait.id, ['waitOffered']);
    expect(awaited).toMatchObject({
      why: 'waitsForTime',
      personIds: [borrowerOfficer.personId],
      offices: { roles: ['officer', 'organiser'], unionIds: [borrower.id], isNearest: false },
      values: { startsAt: offered.offeredFrom, expiresAt: offered.offerExpiresAt },
      dueAt: offered.offerExpiresAt,
    });
    await accept(wait.id);
    await untilAwaits(sharing, 'sharing', wait.id, []);
  });

  it('is offered each freed time once, by two cancellations at the same moment', async () => {
    const id = await freeHall();
    const loans = await Promise.all(
      [9, 11, 13].map((hour) =>
        borrow(lending, id, on(2, `${String(hour).padStart(2, '0')}:00`, `${hour + 2}:00`)),
      ),
    );
    const window = { windowFrom: at(2, '09:00'), windowTo: at(2, '15:00') };
    const waits: LoanWaitView[] = [];
    for (const actor of [lending.borrowerOfficer, lending.otherOfficer, lending.borrowerOfficer]) {
      waits.push(await waitFor(id, window, actor));
    }
    await untilLooked(waits[2]?.id ?? '');
    await Promise.all(loans.slice(0, 2).map(cancel));
    await untilState(waits[0]?.id ?? '', 'offered');
    await untilState(waits[1]?.id ?? '', 'offered', lending.otherOfficer);
    expect(await read(waits[2]?.id ?? '')).toMatchObject({ state: 'waiting', place: 1 });
    const rows: { id: string }[] = await lending.sharing.dataSource.query(
      `SELECT a.id FROM booking a JOIN booking b ON b.resource_id = a.resource_id AND b.id > a.id
       WHERE a.resource_id = $1 AND a.starts_at < b.occupied_until AND b.starts_at < a.occupied_until`,
      [id],
    );
    expect(rows).toEqual([]);
    // A declined offer goes to the next.
    await withdraw(waits[0]?.id ?? '');
    await untilState(waits[2]?.id ?? '', 'offered');
  });

  it.each([
    ['a loan that comes back early', 'early'],
    ['a loan that is moved', 'move'],
    ['the end of a time out of service', 'unblock'],
  ])('is served by %s', async (_name, how) => {
    const id = await freeHall();
    const wait = await freedBy(id, how);
    await untilState(wait.id, 'offered');
    await withdraw(wait.id);
  });

  it('goes first where it is small and the resource says so; else by the time of asking', async () => {
    const id = await freeHall();
    await setRule(id, { bookableDaysAhead: 60, smallEarlierDays: 1 });
    const loan = await borrow(lending, id, on(4, '09:00', '13:00'));
    const window = { windowFrom: at(4, '09:00'), windowTo: at(4, '11:00'), latestDecisionAt: at(4, '08:00') };
    const large = await waitFor(id, window, lending.otherOfficer);
    const small = await waitFor(id, window);
    expect(small).toMatchObject({ place: 1, smallFirst: true });
    expect(await read(large.id, lending.otherOfficer)).toMatchObject({ place: 2 });
    await untilLooked(small.id);
    await cancel(loan);
    await untilState(small.id, 'offered');
    expect(await read(large.id, lending.otherOfficer)).toMatchObject({ state: 'waiting', place: 1 });
  });

  it('E65: gets what the reserved share leaves on the day on which it is released', async () => {
    const id = await freeHall();
    await setRule(id, { reserved: { percent: 100, per: 'week', releasedDaysBefore: 3 } });
    const window = {
      windowFrom: at(10, '09:00'),
      windowTo: at(10, '11:00'),
      latestDecisionAt: at(10, '08:00'),
    };
    const wait = await waitFor(id, window, lending.otherOfficer);
    expect(await untilLooked(wait.id, lending.otherOfficer)).toMatchObject({
      hindrance: 'RESERVED_FOR_SMALL',
    });
    for (let day = 21; day <= 30; day += 1) {
      lending.sharing.clock.set(`2026-11-${day}T00:00:01+08:00`);
      await untilNothingDue();
    }
    expect(await read(wait.id, lending.otherOfficer)).toMatchObject({ state: 'waiting' });
    for (let day = 1; day <= 7; day += 1) {
      lending.sharing.clock.set(at(day, '00:01'));
      await untilNothingDue();
    }
    expect(await untilState(wait.id, 'offered', lending.otherOfficer)).toMatchObject({
      offeredFrom: '2026-12-10T01:00:00.000Z',
    });
  });

  it('loses an offer that it does not accept in time, to the next in line', async () => {
    const id = await freeHall();
    const window = {
      windowFrom: at(20, '09:00'),
      windowTo: at(20, '11:00'),
      latestDecisionAt: at(20, '08:00'),
    };
    const first = await waitFor(id, window);
    await untilState(first.id, 'offered');
    const second = await waitFor(id, window, lending.otherOfficer);
    lending.sharing.clock.advance(24 * 3_600_000);
    await untilState(first.id, 'expired');
    await untilState(second.id, 'offered', lending.otherOfficer);
    await expect(accept(first.id)).rejects.toMatchObject({ code: 'WAIT_OFFER_MISSING' });
    await accept(second.id, lending.otherOfficer);
  });

  it('waits three times at most for one resource, and is seen by its own side and the keeper', async () => {
    const id = await freeHall();
    const window = {
      windowFrom: at(25, '09:00'),
      windowTo: at(25, '11:00'),
      latestDecisionAt: at(25, '08:00'),
    };
    const waits = [await waitFor(id, window), await waitFor(id, window), await waitFor(id, window)];
    await expect(waitFor(id, window)).rejects.toMatchObject({ code: 'WAITS_TOO_MANY', params: { max: 3 } });
    const waitId = waits[0]?.id ?? '';
    const stranger = officerOf(await knownUnion(lending.sharing, '1.9.'));
    for (const actor of [lending.member, lending.otherOfficer, stranger]) {
      await expect(read(waitId, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(withdraw(waitId, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(accept(waitId, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const list = (actor: Actor) => lending.sharing.ask(loanWaitContract.list, { resourceId: id }, actor);
    await expect(list(lending.borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await list(lending.ownerOfficer)).items.map(({ id: one }) => one)).toEqual(
      waits.map(({ id: one }) => one),
    );
    const mine = await lending.sharing.ask(loanWaitContract.listMine, {}, lending.borrowerOfficer);
    expect(mine.items[0]?.id).toBe(waits[2]?.id);
    // A federation waits for nothing that the unions below it wait for.
    const path = lending.borrower.path.replace(/[^.]+\.$/, '');
    const federation = officerOf(await knownUnion(lending.sharing, path));
    const theirs = await lending.sharing.ask(loanWaitContract.listMine, {}, federation);
    expect(theirs.items).toEqual([]);
    await withdraw(waitId);
    expect(await withdraw(waitId)).toMatchObject({ state: 'withdrawn' });
  });
});

async function setRule(resourceId: string, changes: Partial<SetLendingRuleRequest>): Promise<void> {
  const request = { resourceId, noticeHours: 0, smallEarlierDays: 0, ...changes };
  await lending.sharing.ask(lendingRuleContract.set, request, lending.ownerOfficer, { ifMatch: 0 });
}

/** Books the wanted time on the 3rd, waits for it, and frees it in one of several ways. */
async function freedBy(id: string, how: string): Promise<LoanWaitView> {
  const { sharing, ownerOfficer } = lending;
  const window = { windowFrom: at(3, '09:00'), windowTo: at(3, '11:00'), latestDecisionAt: at(3, '08:30') };
  if (how === 'unblock') {
    const times = { from: at(3, '00:00'), to: at(4, '00:00') };
    const block = await sharing.ask(
      resourceContract.block,
      { resourceId: id, ...times, reason: '维修' },
      ownerOfficer,
    );
    const wait = await waitFor(id, window);
    await untilLooked(wait.id);
    await sharing.ask(resourceContract.unblock, { resourceId: id, blockId: block.id }, ownerOfficer);
    return wait;
  }
  const loan = await borrow(lending, id, { startsAt: at(2, '09:00'), endsAt: at(3, '11:00') });
  const wait = await waitFor(id, window);
  await untilLooked(wait.id);
  if (how === 'move') {
    const to = { loanId: loan.id, reason: '改期', ...on(5, '09:00', '11:00') };
    await sharing.ask(loanMoveContract.move, to, ownerOfficer);
    return wait;
  }
  await sharing.ask(loanContract.handOver, { loanId: loan.id }, ownerOfficer);
  await sharing.ask(loanContract.giveBack, { loanId: loan.id }, ownerOfficer);
  return wait;
}

/** Waits until everything due at a midnight is done. */
async function untilNothingDue(): Promise<void> {
  await eventually(async () =>
    expect(
      await lending.sharing.dataSource.query(
        `SELECT key FROM due WHERE kind IN ('loan-wait-day', 'resource-time-freed') AND due_at <= $1`,
        [lending.sharing.clock.now()],
      ),
    ).toEqual([]),
  );
}
