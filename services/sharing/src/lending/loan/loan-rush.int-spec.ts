import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lendingRuleContract } from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import { loanHoldContract } from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import {
  loanContract,
  type LoanView,
  type CreateLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { Actor } from '@gongxiang/domain';
import { insist } from '@gongxiang/testing';
import { BookingRow } from '../resource/resource.entity.js';
import { at, borrow, grantFor, hall, type Lending, officerOf, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
});

afterAll(() => lending.sharing.stop());

interface Asking {
  readonly request: Partial<CreateLoanRequest>;
  readonly actor?: Actor;
  readonly key?: string;
}

/**
 * All at once: requests that come while the first is decided are batched. @returns the code or the state of each
 */
async function rush(resourceId: string, all: readonly Asking[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(
    all.map(({ request, actor = lending.borrowerOfficer, key }) =>
      insist((call) =>
        borrow(lending, resourceId, request, actor, { ...call, ...(key ? { idempotencyKey: key } : {}) }),
      ),
    ),
  );
  return outcomes.map((one) =>
    one.status === 'fulfilled' ? one.value.state : (one.reason as { code: string }).code,
  );
}

/** Twelve a day, from eight in the morning. */
function hourOf(number: number): { readonly startsAt: string; readonly endsAt: string } {
  const day = 1 + Math.floor(number / 12);
  const onTheHour = (hour: number): string => at(day, `${String(hour).padStart(2, '0')}:00`);
  return { startsAt: onTheHour(8 + (number % 12)), endsAt: onTheHour(9 + (number % 12)) };
}

async function freeHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id);
  return id;
}

const countOf = (codes: readonly string[], code: string): number =>
  codes.filter((one) => one === code).length;

function bookedOf(resourceId: string): Promise<number> {
  return lending.sharing.dataSource.manager.countBy(BookingRow, { resourceId });
}

describe('a rush for one hall', () => {
  it('E46: gives each of 60 hours to exactly one of three who want it', async () => {
    const id = await freeHall();
    const codes = await rush(
      id,
      Array.from({ length: 180 }, (_one, number) => ({ request: hourOf(number % 60) })),
    );
    expect(countOf(codes, 'approved')).toBe(60);
    expect(countOf(codes, 'SLOT_TAKEN')).toBe(120);
    expect(await bookedOf(id)).toBe(60);
  });

  it('refuses to each what would be refused to that one alone, and the others have their times', async () => {
    const id = await freeHall();
    const stranger = lending.member;
    const codes = await rush(id, [
      { request: hourOf(0) },
      { request: { ...hourOf(1), quantity: 2 } },
      { request: { startsAt: at(2, '12:00'), endsAt: at(2, '11:00') } },
      { request: hourOf(2), actor: stranger },
      { request: { ...hourOf(3), needId: lending.other.id } },
      { request: { ...hourOf(4), borrowerUnionId: lending.other.id }, actor: lending.otherOfficer },
      { request: { ...hourOf(5), borrowerUnionId: lending.owner.id }, actor: lending.ownerOfficer },
    ]);
    expect(codes).toEqual([
      'approved',
      'QUANTITY_NOT_COUNTED',
      'PERIOD_EMPTY',
      'NOT_PERMITTED',
      'NOT_FOUND',
      'approved',
      'approved',
    ]);
    expect(await bookedOf(id)).toBe(3);
  });

  it('E02: answers a key that comes twice once, and tells of each loan by who asked for it', async () => {
    const id = await freeHall();
    const key = '0190c1c1-0000-7000-8000-00000000a001';
    const codes = await rush(id, [
      { request: hourOf(0), key },
      { request: hourOf(0), key },
      { request: { ...hourOf(1), borrowerUnionId: lending.other.id }, actor: lending.otherOfficer },
    ]);
    expect(codes).toEqual(['approved', 'approved', 'approved']);
    expect(await bookedOf(id)).toBe(2);
    const received: { actor: string }[] = await lending.sharing.dataSource.query(
      `SELECT envelope->>'actor' AS actor FROM outbox WHERE envelope->'data'->>'resourceId' = $1`,
      [id],
    );
    const askers = [lending.borrowerOfficer.personId, lending.otherOfficer.personId];
    expect(received.map(({ actor }) => actor).sort()).toEqual(askers.sort());
  });

  it('answers all who ask for what is not there', async () => {
    const missing = '0190c1c1-0000-7000-8000-00000000b001';
    const codes = await rush(missing, [
      { request: hourOf(0) },
      { request: hourOf(1), actor: lending.member },
    ]);
    expect(codes).toEqual(['NOT_FOUND', 'NOT_PERMITTED']);
  });
});

describe('what counts others in a rush', () => {
  it('E65: a union has no more open loans of a thing than its share, however many it asks for at once', async () => {
    const { id } = await hall(lending, { loansPerBorrowerMax: 3 });
    await grantFor(lending, id);
    const asking = { borrowerUnionId: lending.other.id };
    const codes = await rush(
      id,
      Array.from({ length: 20 }, (_one, number) => ({
        request: { ...hourOf(number), ...asking },
        actor: lending.otherOfficer,
      })),
    );
    expect(countOf(codes, 'approved')).toBe(3);
    expect(countOf(codes, 'LOAN_QUOTA_REACHED')).toBe(17);
  });

  it('a quota of a right is used up to the last hour and no further', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id, { quota: { hoursPerMonth: 4 } });
    const codes = await rush(
      id,
      Array.from({ length: 12 }, (_one, number) => ({ request: hourOf(number) })),
    );
    expect(countOf(codes, 'approved')).toBe(4);
    expect(countOf(codes, 'QUOTA_USED')).toBe(8);
  });

  it('E65: fair use lets one of many through where one is the share', async () => {
    const id = await freeHall();
    const fairUse = { periodDays: 30, loansMax: 1 };
    const rule = { resourceId: id, noticeHours: 0, smallEarlierDays: 0, fairUse };
    await lending.sharing.ask(lendingRuleContract.set, rule, lending.ownerOfficer, { ifMatch: 0 });
    const codes = await rush(
      id,
      Array.from({ length: 10 }, (_one, number) => ({
        request: { ...hourOf(number), borrowerUnionId: lending.other.id },
        actor: lending.otherOfficer,
      })),
    );
    expect(countOf(codes, 'approved')).toBe(1);
    expect(countOf(codes, 'FAIR_USE')).toBe(9);
  });
});

describe('what is taken by itself in a rush', () => {
  it('E46: a stock is lent to its last piece, among requests for too many', async () => {
    const { id } = await hall(lending, { title: '折叠椅', counting: 'stock', quantity: 10 });
    await grantFor(lending, id);
    const codes = await rush(
      id,
      [4, 4, 4, 2, 11].map((quantity) => ({ request: { ...hourOf(0), quantity } })),
    );
    // 4 + 4 + 2 = 10
    expect(codes).toEqual(['approved', 'approved', 'SLOT_TAKEN', 'approved', 'SLOT_TAKEN']);
  });

  it('E64: a whole and its part exclude each other, and what was refused leaves nothing behind', async () => {
    const id = await freeHall();
    const part = await hall(lending, { title: '舞台', partOfId: id });
    await grantFor(lending, part.id);
    await borrow(lending, part.id, hourOf(0));
    const codes = await rush(id, [{ request: hourOf(0) }, { request: hourOf(1) }, { request: hourOf(1) }]);
    expect(codes).toEqual(['SLOT_TAKEN', 'approved', 'SLOT_TAKEN']);
    expect(await bookedOf(id)).toBe(1);
    expect(await bookedOf(part.id)).toBe(2);
  });

  it('E49: a hold gives its time to who has it, also where others ask for that time at the same moment', async () => {
    const id = await freeHall();
    const held = { resourceId: id, borrowerUnionId: lending.borrower.id, ...hourOf(0) };
    const { token } = await lending.sharing.ask(loanHoldContract.create, held, lending.borrowerOfficer);
    const holdToken = token ?? '';
    const codes = await rush(id, [
      { request: hourOf(0), actor: officerOf(lending.borrower) },
      { request: { ...hourOf(1), holdToken } },
      { request: { ...hourOf(0), holdToken } },
      { request: hourOf(1) },
    ]);
    expect(codes).toEqual(['SLOT_TAKEN', 'HOLD_OF_OTHER_TIME', 'approved', 'approved']);
  });

  it('know-how is read by all who ask', async () => {
    const { id } = await hall(lending, { title: '操作手册', function: 'information', lending: 'access' });
    await grantFor(lending, id);
    const codes = await rush(id, [{ request: hourOf(0) }, { request: hourOf(0) }, { request: hourOf(0) }]);
    expect(codes).toEqual(['approved', 'approved', 'approved']);
    expect(await bookedOf(id)).toBe(0);
  });
});

it('E12: the loan of each is found as it was answered', async () => {
  const id = await freeHall();
  const loans: LoanView[] = await Promise.all(
    Array.from({ length: 10 }, (_one, number) => borrow(lending, id, hourOf(number))),
  );
  const found = await Promise.all(
    loans.map((loan) => lending.sharing.ask(loanContract.get, { loanId: loan.id }, lending.borrowerOfficer)),
  );
  expect(found).toEqual(loans);
});
