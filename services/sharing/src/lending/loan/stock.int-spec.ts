import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kitContract } from '@gongxiang/contracts/sharing/lending/kit.contract';
import { loanContract, type CreateLoanRequest } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { insist } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

const from = (start: string, end: string) => ({ startsAt: at(1, start), endsAt: at(1, end) });

/** Chairs that everybody may borrow. */
async function chairs(quantity: number, changes: Parameters<typeof hall>[1] = {}): Promise<string> {
  const { id } = await hall(lending, {
    title: '折叠椅',
    function: 'facility',
    counting: 'stock',
    quantity,
    ...changes,
  });
  await grantFor(lending, id);
  return id;
}

async function kitOf(contents: [resourceId: string, quantity: number][]): Promise<string> {
  const kit = await hall(lending, { title: '放映套装', counting: 'kit' });
  await grantFor(lending, kit.id);
  await setContents(kit.id, contents, kit.version);
  return kit.id;
}

function setContents(kitId: string, contents: [resourceId: string, quantity: number][], ifMatch: number) {
  const list = contents.map(([resourceId, quantity]) => ({ resourceId, quantity }));
  const request = { resourceId: kitId, contents: list };
  return lending.sharing.ask(kitContract.set, request, lending.ownerOfficer, { ifMatch });
}

const ask = (id: string, quantity: number, more: Partial<CreateLoanRequest> = {}) =>
  borrow(lending, id, { quantity, ...more });
const step = (name: 'handOver' | 'giveBack', loanId: string) =>
  lending.sharing.ask(loanContract[name], { loanId }, lending.ownerOfficer);
const taken = (free: number) => ({
  code: 'SLOT_TAKEN',
  errors: [expect.objectContaining({ params: { free } })],
});

describe('a stock', () => {
  it('E46, E50: of 10 simultaneous requests for 3 of 20 exactly 6 are served, over two replicas', async () => {
    const id = await chairs(20);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        insist((call) => borrow(lending, id, { quantity: 3 }, lending.borrowerOfficer, call)),
      ),
    );
    // 6 · 3 = 18, a seventh would make 21
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Error).message] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['SLOT_TAKEN']));
  });

  it('E57, E58: says how many were left at the tightest moment, and to whom nothing (E119)', async () => {
    const id = await chairs(20);
    await ask(id, 12, from('10:00', '12:00'));
    await ask(id, 5, from('11:00', '13:00'));
    // 20 − 12 − 5 = 3 between 11:00 and 12:00, 8 before and 15 after
    await expect(ask(id, 4, from('10:30', '14:00'))).rejects.toMatchObject(taken(3));
    await expect(ask(id, 3, from('10:30', '14:00'))).resolves.toMatchObject({ quantity: 3 });
    await expect(ask(id, 9, from('09:00', '10:01'))).rejects.toMatchObject(taken(8));
    await expect(ask(id, 20, from('09:00', '10:00'))).resolves.toMatchObject({ state: 'approved' });
    await expect(ask(id, 21, from('20:00', '21:00'))).rejects.toMatchObject(taken(20));
    const refusal = await ask(id, 20).catch((error: unknown) => JSON.stringify(error));
    expect(refusal).not.toContain(lending.borrower.id);
  });

  it('E53: is extended only as far as it lasts', async () => {
    const id = await chairs(10);
    const loan = await ask(id, 6, from('10:00', '12:00'));
    await ask(id, 5, from('13:00', '14:00'));
    const extend = (end: string) =>
      lending.sharing.ask(
        loanContract.extend,
        { loanId: loan.id, endsAt: at(1, end) },
        lending.borrowerOfficer,
      );
    await expect(extend('13:01')).rejects.toMatchObject(taken(5));
    await expect(extend('13:00')).resolves.toMatchObject({ version: 2 });
  });

  it('E62: of which some is out of service is lent for the rest, in that time alone', async () => {
    const id = await chairs(10);
    const { sharing, ownerOfficer } = lending;
    const time = { from: at(1, '11:00'), to: at(3, '00:00'), reason: '坏了四把' };
    const block = await sharing.ask(
      resourceContract.block,
      { resourceId: id, ...time, quantity: 4 },
      ownerOfficer,
    );
    expect(block).toMatchObject({ quantity: 4, pieceId: null });
    await expect(ask(id, 7)).rejects.toMatchObject(taken(6));
    await ask(id, 6);
    await expect(ask(id, 10, from('09:00', '10:00'))).resolves.toBeDefined();
    // All of it cannot be taken out of service while six are lent: 10 − 4 − 6 = 0
    await expect(
      sharing.ask(resourceContract.block, { resourceId: id, ...time }, ownerOfficer),
    ).rejects.toMatchObject(taken(0));
    await sharing.ask(resourceContract.unblock, { resourceId: id, blockId: block.id }, ownerOfficer);
    await expect(ask(id, 4)).resolves.toBeDefined();
  });

  it('becomes more at once, and less only as far as nothing is booked, with the first time that is in the way', async () => {
    const id = await chairs(10);
    await ask(id, 4, { startsAt: at(5, '10:00'), endsAt: at(5, '12:00') });
    await ask(id, 4, { startsAt: at(5, '11:00'), endsAt: at(5, '13:00') });
    await ask(id, 9, { startsAt: at(8, '11:00'), endsAt: at(8, '13:00') });
    const edit = (quantity: number, ifMatch: number) =>
      lending.sharing.ask(resourceContract.edit, { resourceId: id, quantity }, lending.ownerOfficer, {
        ifMatch,
      });
    await expect(edit(7, 1)).rejects.toMatchObject({
      code: 'STOCK_BOOKED',
      errors: [{ pointer: '/quantity', params: { from: '2026-12-05T03:00:00.000Z', booked: 8 } }],
    });
    await expect(edit(8, 1)).rejects.toMatchObject({ errors: [{ params: { booked: 9 } }] });
    await expect(edit(9, 1)).resolves.toMatchObject({ quantity: 9, version: 2 });
    await expect(edit(12, 2)).resolves.toMatchObject({ quantity: 12 });
    await expect(ask(id, 3, { startsAt: at(8, '11:00'), endsAt: at(8, '12:00') })).resolves.toBeDefined();
  });

  it('E60: is kept free before and after each loan, and its year says so', async () => {
    const id = await chairs(10, { setupMinutes: 60, turnaroundMinutes: 30 });
    await ask(id, 8, from('12:00', '14:00')); // takes 11:00–14:30
    await expect(ask(id, 3, from('10:00', '10:31'))).rejects.toMatchObject(taken(2)); // until 11:01 with its own
    await expect(ask(id, 3, from('15:29', '16:00'))).rejects.toMatchObject(taken(2));
    const window = { resourceId: id, from: at(1, '00:00'), to: '2027-12-02T00:00:00+08:00' }; // 366 days
    const { steps } = await lending.sharing.ask(resourceContract.availability, window, lending.member);
    const utc = (time: string): string => `2026-12-01T${time}:00.000Z`;
    expect(steps).toEqual([
      { from: '2026-11-30T16:00:00.000Z', to: utc('02:30'), free: 10 },
      { from: utc('02:30'), to: utc('07:30'), free: 2 }, // 10:30–15:30 in China
      { from: utc('07:30'), to: '2027-12-01T16:00:00.000Z', free: 10 },
    ]);
    await expect(ask(id, 3, from('10:00', '10:30'))).resolves.toBeDefined();
    await expect(ask(id, 3, from('15:30', '16:00'))).resolves.toBeDefined();
  });

  it('E55: that is still out beyond its time is not handed over to the next', async () => {
    const id = await chairs(10);
    const late = await ask(id, 8, { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') });
    const more = { startsAt: at(2, '12:00'), endsAt: at(2, '14:00'), borrowerUnionId: lending.other.id };
    const [small, large] = [
      await borrow(lending, id, { ...more, quantity: 2 }, lending.otherOfficer),
      await borrow(lending, id, { ...more, quantity: 3 }, lending.otherOfficer),
    ];
    lending.sharing.clock.set(at(2, '11:00'));
    await step('handOver', late.id);
    lending.sharing.clock.set(at(2, '12:30'));
    await expect(step('handOver', small.id)).resolves.toMatchObject({ state: 'handedOver' }); // 8 + 2 = 10
    await expect(step('handOver', large.id)).rejects.toMatchObject({ code: 'RESOURCE_OUT' });
    await step('giveBack', late.id);
    await expect(step('handOver', large.id)).resolves.toMatchObject({ state: 'handedOver' });
    await Promise.all([small, large].map(({ id: loanId }) => step('giveBack', loanId)));
  });

  it('is told by its quantity, and nothing else is', async () => {
    const stock = hall(lending, { counting: 'stock' });
    await expect(stock).rejects.toMatchObject({ code: 'STOCK_QUANTITY_MISSING' });
    await expect(hall(lending, { quantity: 3 })).rejects.toMatchObject({ code: 'QUANTITY_NOT_COUNTED' });
    const whole = await hall(lending);
    const part = { counting: 'stock', quantity: 3, partOfId: whole.id } as const;
    await expect(hall(lending, part)).rejects.toMatchObject({ code: 'PART_NOT_COUNTED' });
    const partOfStock = hall(lending, { partOfId: await chairs(3) });
    await expect(partOfStock).rejects.toMatchObject({ code: 'PART_NOT_COUNTED' });
    await grantFor(lending, whole.id);
    const later = { startsAt: at(9, '10:00'), endsAt: at(9, '12:00') };
    await expect(ask(whole.id, 2, later)).rejects.toMatchObject({ code: 'QUANTITY_NOT_COUNTED' });
  });
});

describe('a kit', () => {
  it('E64: takes what it is made of, and is taken by any of it', async () => {
    const [screen, seats] = [(await hall(lending, { title: '幕布' })).id, await chairs(50)];
    await grantFor(lending, screen);
    const kit = await kitOf([
      [screen, 1],
      [seats, 20],
    ]);
    const day = (hour: string, until: string) => ({ startsAt: at(10, hour), endsAt: at(10, until) });
    await ask(kit, 1, day('10:00', '12:00'));
    await expect(ask(screen, 1, day('11:00', '13:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(ask(seats, 31, day('11:00', '13:00'))).rejects.toMatchObject(taken(30)); // 50 − 20
    await ask(seats, 30, day('11:00', '13:00'));
    await ask(seats, 31, day('14:00', '15:00'));
    await expect(ask(kit, 1, day('14:30', '16:00'))).rejects.toMatchObject(taken(19)); // 50 − 31, and 20 are needed
    await ask(screen, 1, day('18:00', '19:00'));
    await expect(ask(kit, 1, day('18:30', '20:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const window = { resourceId: kit, from: at(10, '10:00'), to: at(10, '20:00') };
    const { busy } = await lending.sharing.ask(resourceContract.availability, window, lending.member);
    expect(busy.map(({ from: start, to }) => [start.slice(11, 16), to.slice(11, 16)])).toEqual([
      ['02:00', '04:00'], // 10–12, the kit itself; from 12 to 13 the screen is free and 20 seats are left
      ['06:00', '07:00'], // 14–15, the seats
      ['10:00', '11:00'], // 18–19, the screen
    ]);
  });

  it('E61: is not lent twice at a time for want of one thing, and is free again when it comes back', async () => {
    const seats = await chairs(30);
    const kit = await kitOf([[seats, 20]]);
    const time = { startsAt: at(11, '10:00'), endsAt: at(11, '12:00') };
    const loan = await ask(kit, 1, time);
    await expect(ask(kit, 1, time)).rejects.toMatchObject(taken(10));
    await lending.sharing.ask(loanContract.cancel, { loanId: loan.id }, lending.borrowerOfficer);
    await expect(ask(kit, 1, time)).resolves.toBeDefined();
  });

  it('that changes leaves the loans that stand what they took', async () => {
    const [first, second] = [await chairs(20), await chairs(20)];
    const kit = await kitOf([[first, 20]]);
    const time = { startsAt: at(12, '10:00'), endsAt: at(12, '12:00') };
    const loan = await ask(kit, 1, time);
    await setContents(kit, [[second, 20]], 2);
    await expect(ask(first, 1, time)).rejects.toMatchObject(taken(0));
    await ask(second, 20, time);
    const extend = { loanId: loan.id, endsAt: at(12, '13:00') };
    await lending.sharing.ask(loanContract.extend, extend, lending.borrowerOfficer);
    await expect(ask(first, 1, { startsAt: at(12, '12:30'), endsAt: at(12, '13:00') })).rejects.toMatchObject(
      taken(0),
    );
  });

  it('cannot be borrowed while it is empty, or while something of it is withdrawn', async () => {
    const seats = await chairs(20);
    const kit = await kitOf([]);
    const time = { startsAt: at(13, '10:00'), endsAt: at(13, '12:00') };
    await expect(ask(kit, 1, time)).rejects.toMatchObject({ code: 'KIT_EMPTY' });
    await setContents(kit, [[seats, 1]], 2);
    const withdraw = { resourceId: seats, active: false };
    await lending.sharing.ask(resourceContract.edit, withdraw, lending.ownerOfficer, { ifMatch: 1 });
    await expect(ask(kit, 1, time)).rejects.toMatchObject({ code: 'RESOURCE_WITHDRAWN' });
  });

  it('is seen by everyone and set by the owner, by the version that was seen', async () => {
    const seats = await chairs(20);
    const kit = await kitOf([[seats, 2]]);
    const { sharing, member, borrowerOfficer, ownerOfficer } = lending;
    const seen = await sharing.ask(kitContract.get, { resourceId: kit }, member);
    expect(seen).toEqual({
      resourceId: kit,
      version: 2,
      contents: [{ resourceId: seats, title: '折叠椅', quantity: 2 }],
    });
    const set = { resourceId: kit, contents: [] };
    await expect(sharing.ask(kitContract.set, set, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    for (const actor of [member, borrowerOfficer]) {
      await expect(sharing.ask(kitContract.set, set, actor, { ifMatch: 2 })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
    await expect(sharing.ask(kitContract.set, set, ownerOfficer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    await expect(sharing.ask(kitContract.get, { resourceId: seats }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
