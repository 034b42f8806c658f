import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, insist } from '@gongxiang/testing';
import { MandateRow } from '../../reference/mandate/mandate.entity.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { knownUnion } from '../../sharing.fixture.js';
import { at, borrow, grantFor, hall, type Lending, officerOf, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

/** A venue that everybody may use; each test has its own. */
async function freeHall(changes: Parameters<typeof hall>[1] = {}): Promise<string> {
  const { id } = await hall(lending, changes);
  await grantFor(lending, id);
  return id;
}

async function askedHall(): Promise<string> {
  const { id } = await hall(lending);
  await grantFor(lending, id, { approval: 'custodian' });
  return id;
}

function step(
  name: 'approve' | 'handOver' | 'giveBack',
  loanId: string,
  actor: Actor = lending.ownerOfficer,
) {
  return lending.sharing.ask(loanContract[name], { loanId }, actor);
}

const from = (start: string, end: string) => ({ startsAt: at(1, start), endsAt: at(1, end) });

describe('a slot', () => {
  it('E46: goes to exactly one of fifty simultaneous requests, over two replicas', async () => {
    const id = await freeHall();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => {
        const isBorrower = index % 2 === 0;
        const borrowerUnionId = isBorrower ? lending.borrower.id : lending.other.id;
        const actor = isBorrower ? lending.borrowerOfficer : lending.otherOfficer;
        return insist((call) => borrow(lending, id, { borrowerUnionId }, actor, call));
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['SLOT_TAKEN']));
  });

  it.each([
    ['E57: before it, touching', '09:00', '10:00', null],
    ['E57: after it, touching', '12:00', '13:00', null],
    ['E58: of the same start and end', '10:00', '12:00', 'SLOT_TAKEN'],
    ['E58: of the same start', '10:00', '11:00', 'SLOT_TAKEN'],
    ['E58: of the same end', '11:00', '12:00', 'SLOT_TAKEN'],
    ['E58: inside', '10:30', '11:00', 'SLOT_TAKEN'],
    ['E58: around', '09:00', '13:00', 'SLOT_TAKEN'],
    ['E58: by a minute', '11:59', '12:30', 'SLOT_TAKEN'],
  ])('from 10:00 to 12:00 and another %s', async (_name, start, end, code) => {
    const id = await freeHall();
    await borrow(lending, id);
    const second = borrow(lending, id, from(start, end));
    if (code === null) await expect(second).resolves.toMatchObject({ state: 'approved' });
    else await expect(second).rejects.toMatchObject({ code });
  });

  it('E60: with a turnaround of 90 minutes is free again on the same day', async () => {
    const id = await freeHall({ turnaroundMinutes: 90 });
    await borrow(lending, id);
    await expect(borrow(lending, id, from('13:29', '14:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' }); // 12:00 + 90 min = 13:30
    await expect(borrow(lending, id, from('13:30', '14:00'))).resolves.toMatchObject({ state: 'approved' });
    // E59: the buffer after an earlier one counts too: 09:59 + 90 min = 11:29, beyond 10:00
    await expect(borrow(lending, id, from('09:00', '09:59'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('E61: is not lent twice to the same union either', async () => {
    const id = await freeHall();
    await borrow(lending, id);
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('E52: is held by a request that nobody has decided, and freed by its deadline', async () => {
    const id = await askedHall();
    const held = await borrow(lending, id, { startsAt: at(20, '10:00'), endsAt: at(20, '12:00') });
    expect(held).toMatchObject({ state: 'requested', decideBy: '2026-11-23T01:00:00.000Z' }); // 20th 09:00 + 72 h
    const again = () => borrow(lending, id, { startsAt: at(20, '11:00'), endsAt: at(20, '13:00') });
    await expect(again()).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    lending.sharing.clock.advance(72 * 3_600_000);
    await eventually(async () => {
      const loan = await lending.sharing.ask(loanContract.get, { loanId: held.id }, lending.borrowerOfficer);
      expect(loan).toMatchObject({ state: 'refused', reasonCode: 'DECISION_DEADLINE' });
    });
    await expect(again()).resolves.toMatchObject({ state: 'requested' });
  });

  it('E47, E48: is approved once by two officers at the same time, with one event', async () => {
    const loan = await borrow(lending, await askedHall());
    const outcomes = await Promise.allSettled([1, 2].map(() => step('approve', loan.id)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/^(ILLEGAL_TRANSITION|VERSION_STALE)$/) as unknown },
    });
    const events = await lending.sharing.recorded(sharingEvents.loanChanged);
    expect(events.filter(({ id }) => id === loan.id).map(({ state }) => state)).toEqual([
      'requested',
      'approved',
    ]);
  });

  it('E53: is extended only into free time', async () => {
    const id = await freeHall();
    const loan = await borrow(lending, id);
    await borrow(lending, id, from('14:00', '15:00'));
    const extend = (end: string) =>
      lending.sharing.ask(
        loanContract.extend,
        { loanId: loan.id, endsAt: at(1, end) },
        lending.borrowerOfficer,
      );
    await expect(extend('14:01')).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(extend('14:00')).resolves.toMatchObject({ endsAt: '2026-12-01T06:00:00.000Z' });
    await expect(borrow(lending, id, from('13:00', '13:30'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('E53: is extended by the custodian where the custodian decides each loan', async () => {
    const loan = await borrow(lending, await askedHall());
    await step('approve', loan.id);
    const extend = (actor: Actor) =>
      lending.sharing.ask(loanContract.extend, { loanId: loan.id, endsAt: at(1, '13:00') }, actor);
    await expect(extend(lending.borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(extend(lending.ownerOfficer)).resolves.toMatchObject({ version: 3 });
  });

  it('E62: is not lent while the thing is out of service, and is after it is repaired', async () => {
    const resourceId = await freeHall();
    const block = await lending.sharing.ask(
      resourceContract.block,
      { resourceId, from: at(1, '11:00'), to: at(3, '00:00'), reason: '维修' },
      lending.ownerOfficer,
    );
    await expect(borrow(lending, resourceId)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await lending.sharing.ask(
      resourceContract.unblock,
      { resourceId, blockId: block.id },
      lending.ownerOfficer,
    );
    await expect(borrow(lending, resourceId)).resolves.toMatchObject({ state: 'approved' });
  });

  it('E64: of a whole conflicts with each part, and two parts do not conflict', async () => {
    const whole = await freeHall();
    await borrow(lending, whole, from('18:00', '19:00'));
    const left = await freeHall({ partOfId: whole });
    const right = await freeHall({ partOfId: whole });
    await expect(borrow(lending, left, from('18:00', '19:00'))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await borrow(lending, left);
    await borrow(lending, right);
    await expect(borrow(lending, whole)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await borrow(lending, whole, from('14:00', '15:00'));
    await expect(borrow(lending, right, from('14:00', '15:00'))).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
    });
  });

  it('E119: tells nobody who has it or why', async () => {
    const id = await freeHall();
    await borrow(lending, id, { purpose: '内部谈判' });
    const refusal = await borrow(
      lending,
      id,
      { borrowerUnionId: lending.other.id },
      lending.otherOfficer,
    ).catch((error: unknown) => error as { code: string; params: object; errors: object[] });
    expect(refusal).toMatchObject({ code: 'SLOT_TAKEN', params: {} });
    const request = { resourceId: id, from: at(1, '00:00'), to: at(2, '00:00') };
    const times = await lending.sharing.ask(resourceContract.availability, request, lending.otherOfficer);
    expect(times.busy).toEqual([{ from: '2026-12-01T02:00:00.000Z', to: '2026-12-01T04:00:00.000Z' }]);
    const received = JSON.stringify([refusal, times]);
    for (const secret of ['内部谈判', lending.borrower.id, lending.borrowerOfficer.personId]) {
      expect(received).not.toContain(secret);
    }
  });
});

describe('the right of use', () => {
  it('must cover the union and the period, and stands in the view', async () => {
    const { id } = await hall(lending);
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    const grant = await grantFor(lending, id, { to: { kind: 'union', unionId: lending.borrower.id } });
    await expect(borrow(lending, id)).resolves.toMatchObject({ right: 'grant', grantId: grant.id });
    const other = { ...from('14:00', '15:00'), borrowerUnionId: lending.other.id };
    await expect(borrow(lending, id, other, lending.otherOfficer)).rejects.toMatchObject({
      code: 'NO_RIGHT_OF_USE',
    });
    const late = { startsAt: '2027-02-28T10:00:00+08:00', endsAt: '2027-03-01T00:00:01+08:00' };
    await expect(borrow(lending, id, late)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
  });

  it('is not needed by the owner', async () => {
    const { id } = await hall(lending);
    const own = borrow(lending, id, { borrowerUnionId: lending.owner.id }, lending.ownerOfficer);
    await expect(own).resolves.toMatchObject({ right: 'ownership', grantId: null, state: 'approved' });
  });

  it('that is revoked before the approval is looked at again', async () => {
    const { id } = await hall(lending);
    const grant = await grantFor(lending, id, { approval: 'custodian' });
    const loan = await borrow(lending, id);
    const revoke = () =>
      lending.sharing.send(
        resourceContract.revokeGrant,
        { resourceId: id, grantId: grant.id },
        lending.ownerOfficer,
      );
    expect(await revoke()).toMatchObject({ existing: false });
    expect(await revoke()).toMatchObject({ existing: true });
    // The request ends with its right a moment later: it may have ended already.
    const code = expect.stringMatching(/^(NO_RIGHT_OF_USE|ILLEGAL_TRANSITION|VERSION_STALE)$/) as unknown;
    await expect(step('approve', loan.id)).rejects.toMatchObject({ code });
  });
});

describe('a loan', () => {
  it('is handed over and given back, and early means free early', async () => {
    const id = await freeHall();
    const loan = await borrow(lending, id);
    lending.sharing.clock.set(at(1, '09:30'));
    expect(await step('handOver', loan.id)).toMatchObject({ state: 'handedOver', overdue: false });
    lending.sharing.clock.set(at(1, '10:30'));
    expect(await step('giveBack', loan.id)).toMatchObject({
      state: 'returned',
      returnedAt: '2026-12-01T02:30:00.000Z',
    });
    await expect(borrow(lending, id, from('10:30', '12:00'))).resolves.toMatchObject({ state: 'approved' });
  });

  it('is not fetched early into the time of another', async () => {
    const id = await freeHall();
    await borrow(lending, id, from('14:00', '15:00'));
    const later = await borrow(lending, id, from('15:00', '16:00'));
    await expect(step('handOver', later.id)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('E63: that is overdue keeps the borrower from another, unless the owner overrides with a reason', async () => {
    const union = { ...lending.borrower };
    const id = await freeHall();
    const late = await borrow(lending, id, from('11:00', '12:00'));
    await step('handOver', late.id);
    lending.sharing.clock.set(at(1, '12:00'));
    const wish = { startsAt: at(5, '10:00'), endsAt: at(5, '12:00'), borrowerUnionId: union.id };
    await expect(borrow(lending, id, wish)).rejects.toMatchObject({ code: 'OVERDUE_LOANS' });
    const override = { ...wish, overrideReason: '已电话说明' };
    await expect(borrow(lending, id, override)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(borrow(lending, id, override, lending.ownerOfficer)).resolves.toMatchObject({
      state: 'approved',
      overrideReason: '已电话说明',
    });
    // E55: the next one cannot be handed over while the running one is out
    const other = { ...from('13:00', '14:00'), borrowerUnionId: lending.other.id };
    const next = await borrow(lending, id, other, lending.otherOfficer);
    await expect(step('handOver', next.id)).rejects.toMatchObject({ code: 'RESOURCE_OUT' });
    await step('giveBack', late.id);
    await expect(step('handOver', next.id)).resolves.toMatchObject({ state: 'handedOver' });
    await expect(
      borrow(lending, id, { ...wish, startsAt: at(6, '10:00'), endsAt: at(6, '11:00') }),
    ).resolves.toBeDefined();
  });

  it('E65: more than the owner allows at once is refused, the small and micro exempt', async () => {
    const id = await freeHall({ loansPerBorrowerMax: 1 });
    const wish = (day: number, unionId: string) => ({
      startsAt: at(day, '10:00'),
      endsAt: at(day, '12:00'),
      borrowerUnionId: unionId,
    });
    await borrow(lending, id, wish(7, lending.other.id), lending.otherOfficer);
    const second = borrow(lending, id, wish(8, lending.other.id), lending.otherOfficer);
    await expect(second).rejects.toMatchObject({ code: 'LOAN_QUOTA_REACHED' });
    await borrow(lending, id, wish(8, lending.borrower.id));
    await expect(borrow(lending, id, wish(9, lending.borrower.id))).resolves.toBeDefined();
  });

  it('is cancelled by the borrower, or by the owner with a reason; its time is free', async () => {
    const id = await freeHall();
    const period = { startsAt: at(9, '10:00'), endsAt: at(9, '12:00') };
    const cancel = (loan: LoanView, actor: Actor, reason?: string) =>
      lending.sharing.ask(loanContract.cancel, { loanId: loan.id, reason }, actor);
    await cancel(await borrow(lending, id, period), lending.borrowerOfficer);
    const again = await borrow(lending, id, period);
    await expect(cancel(again, lending.ownerOfficer)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await cancel(again, lending.ownerOfficer, '停电');
    await expect(borrow(lending, id, period)).resolves.toBeDefined();
  });

  it('tells its state at each change, with a version that rises', async () => {
    const id = await askedHall();
    const loan = await borrow(lending, id, { startsAt: at(10, '10:00'), endsAt: at(10, '12:00') });
    await lending.sharing.ask(
      loanContract.refuse,
      { loanId: loan.id, reason: '设备检修' },
      lending.ownerOfficer,
    );
    const events = (await lending.sharing.recorded(sharingEvents.loanChanged)).filter(
      (one) => one.id === loan.id,
    );
    expect(events.map(({ version, state }) => [version, state])).toEqual([
      [1, 'requested'],
      [2, 'refused'],
    ]);
  });
});

describe('a person who asked and whose membership ends', () => {
  const changesOf = (person: Actor, version: number, state: 'active' | 'ended') =>
    lending.sharing.emit(membershipEvents.memberChanged, {
      personId: person.personId,
      version,
      state,
      maskedName: '张*',
      unionId: lending.borrower.id,
      validFrom: '2020-01-01',
      validTo: state === 'ended' ? '2026-11-20' : null,
    });
  const read = (loanId: string) => lending.sharing.ask(loanContract.get, { loanId }, lending.borrowerOfficer);

  it('leaves the loan to the union, marked for the officers of both sides, until that person is back', async () => {
    const id = await freeHall();
    const leaver = officerOf(lending.borrower);
    const [open, over] = await Promise.all([
      borrow(lending, id, { startsAt: at(12, '10:00'), endsAt: at(12, '12:00') }, leaver),
      borrow(lending, id, { startsAt: at(12, '14:00'), endsAt: at(12, '16:00') }, leaver),
    ]);
    const others = await borrow(lending, id, { startsAt: at(12, '18:00'), endsAt: at(12, '20:00') });
    await lending.sharing.ask(loanContract.cancel, { loanId: over.id }, lending.borrowerOfficer);
    await changesOf(leaver, 2, 'ended');
    await eventually(async () => {
      expect(await read(open.id)).toMatchObject({ version: 2, state: 'approved', requesterLeft: true });
    });
    expect([(await read(over.id)).requesterLeft, (await read(others.id)).requesterLeft]).toEqual([
      false,
      false,
    ]);
    expect(await step('handOver', open.id)).toMatchObject({ version: 3, requesterLeft: true });
    await changesOf(leaver, 3, 'active');
    await eventually(async () => {
      expect(await read(open.id)).toMatchObject({ version: 4, state: 'handedOver', requesterLeft: false });
    });
    const received = (await lending.sharing.recorded(sharingEvents.loanChanged)).filter(
      (one) => one.id === open.id,
    );
    expect(received.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('is of the borrower no longer after a transfer, but of those who act for it', async () => {
    const id = await freeHall();
    const [leaver, mandated] = [officerOf(lending.borrower), officerOf(lending.borrower)];
    const acting = await knownUnion(lending.sharing, '1.4.', 'small');
    const { manager } = lending.sharing.dataSource;
    const term = { maskedName: '张*', state: 'active', validFrom: '2020-01-01', validTo: null } as const;
    await manager.insert(MemberRef, [
      { ...term, version: 1, personId: leaver.personId, unionId: lending.borrower.id },
      { ...term, version: 1, personId: mandated.personId, unionId: lending.borrower.id },
    ]);
    const granted = new Date('2026-01-01T00:00:00Z');
    await manager.insert(MandateRow, {
      id: newId(),
      version: 1,
      fromUnionId: lending.borrower.id,
      toUnionId: acting.id,
      scopes: ['lending'],
      validFrom: granted,
      validUntil: new Date('2027-06-01T00:00:00Z'),
      note: null,
      givenBy: lending.borrowerOfficer.personId,
      createdAt: granted,
      revokedAt: null,
      revokedBy: null,
      revokeReason: null,
      entryLimitFen: null,
    });
    const [left, kept] = [
      await borrow(lending, id, { startsAt: at(13, '10:00'), endsAt: at(13, '12:00') }, leaver),
      await borrow(lending, id, { startsAt: at(13, '14:00'), endsAt: at(13, '16:00') }, mandated),
    ];
    const moves = ({ personId }: Actor, unionId: string, version: number) =>
      lending.sharing.emit(membershipEvents.memberChanged, { ...term, personId, unionId, version });
    await moves(mandated, acting.id, 2);
    await moves(leaver, lending.other.id, 2);
    await eventually(async () => {
      expect(await read(left.id)).toMatchObject({ version: 2, state: 'approved', requesterLeft: true });
    });
    // Something else about them changes nothing; that they are back does.
    await moves(leaver, lending.other.id, 3);
    await eventually(async () => {
      const { personId } = leaver;
      const { version } = await manager.findOneByOrFail(MemberRef, { personId });
      const due: unknown[] = await manager.query(
        `SELECT 1 FROM due WHERE kind LIKE 'loan-requester%' AND starts_with(key, $1)`,
        [personId],
      );
      expect([version, due.length]).toEqual([3, 0]);
    });
    expect(await read(left.id)).toMatchObject({ version: 2, requesterLeft: true });
    await moves(leaver, lending.borrower.id, 4);
    await eventually(async () => {
      expect(await read(left.id)).toMatchObject({ version: 3, requesterLeft: false });
    });
    expect(await read(kept.id)).toMatchObject({ version: 1, requesterLeft: false });
  });
});

describe('who may do what with a loan', () => {
  const refuse = { code: 'NOT_PERMITTED' };
  const hidden = { code: 'NOT_FOUND' };
  const nobody = { code: 'NOT_SIGNED_IN' };
  let day = 20;

  it('a request: only the officers of the borrower', async () => {
    const id = await freeHall();
    const { borrower, member, otherOfficer, sharing } = lending;
    const request = {
      borrowerUnionId: borrower.id,
      resourceId: id,
      ...from('20:00', '21:00'),
      purpose: '会议',
    };
    await expect(sharing.ask(loanContract.request, request, null)).rejects.toMatchObject(nobody);
    for (const actor of [member, otherOfficer, lending.ownerOfficer]) {
      await expect(sharing.ask(loanContract.request, request, actor)).rejects.toMatchObject(refuse);
    }
    await expect(sharing.ask(loanContract.request, request, lending.borrowerOfficer)).resolves.toBeDefined();
  });

  it.each(['approve', 'refuse', 'handOver', 'giveBack', 'cancel', 'extend', 'get'] as const)(
    '%s',
    async (name) => {
      const { sharing } = lending;
      const id = await askedHall();
      day += 1;
      const loan = await borrow(lending, id, { startsAt: at(day, '10:00'), endsAt: at(day, '12:00') });
      if (['handOver', 'giveBack', 'extend'].includes(name)) await step('approve', loan.id);
      if (name === 'giveBack') await step('handOver', loan.id);
      const ask = (actor: Actor | null): Promise<LoanView> =>
        sharing.ask(
          loanContract[name],
          { loanId: loan.id, reason: '原因', endsAt: at(day, '13:00') } as never,
          actor,
        ) as Promise<LoanView>;
      await expect(ask(null)).rejects.toMatchObject(nobody);
      await expect(ask(lending.member)).rejects.toMatchObject(hidden);
      await expect(ask(lending.otherOfficer)).rejects.toMatchObject(hidden);
      if (['approve', 'refuse', 'handOver', 'giveBack', 'extend'].includes(name)) {
        await expect(ask(lending.borrowerOfficer)).rejects.toMatchObject(refuse);
      }
      await expect(ask(lending.ownerOfficer)).resolves.toMatchObject({ id: loan.id });
    },
  );

  it('lists: each sees their own side, and only that', async () => {
    const { sharing, borrowerOfficer, ownerOfficer, member } = lending;
    const id = await freeHall();
    const stranger = officerOf({ ...lending.other, path: '1.9.' });
    const loan = await borrow(lending, id, { startsAt: at(30, '10:00'), endsAt: at(30, '12:00') });
    const seen = async (actor: Actor, role?: 'borrower' | 'owner') =>
      (await sharing.ask(loanContract.list, { role, limit: 200 }, actor)).items.some(
        (one) => one.id === loan.id,
      );
    expect(await seen(borrowerOfficer)).toBe(true);
    expect(await seen(borrowerOfficer, 'borrower')).toBe(true);
    expect(await seen(borrowerOfficer, 'owner')).toBe(false);
    expect(await seen(ownerOfficer, 'owner')).toBe(true);
    expect(await seen(ownerOfficer, 'borrower')).toBe(false);
    expect(await seen(member)).toBe(false);
    expect(await seen(stranger)).toBe(false);
    const need = newId();
    const ofNeed = (actor: Actor) => sharing.ask(loanContract.list, { need }, actor);
    expect((await ofNeed(borrowerOfficer)).items).toEqual([]);
    await sharing.dataSource.query('UPDATE loan SET need_id = $2 WHERE id = $1', [loan.id, need]);
    expect((await ofNeed(borrowerOfficer)).items.map((one) => one.id)).toEqual([loan.id]);
    expect((await ofNeed(stranger)).items).toEqual([]);
    await expect(sharing.ask(loanContract.list, {}, null)).rejects.toMatchObject(nobody);
    const mine = await sharing.ask(loanContract.listMine, { limit: 1 }, borrowerOfficer);
    const { id: listed, resourceTitle } = loan;
    const names = { ownerUnionName: lending.owner.name, borrowerUnionName: lending.borrower.name };
    expect(resourceTitle).not.toBe('');
    expect(loan).toMatchObject(names);
    expect(mine).toMatchObject({
      items: [{ id: listed, resourceTitle, ...names }],
      nextCursor: expect.any(String),
    });
    const next = await sharing.ask(
      loanContract.listMine,
      { limit: 1, cursor: mine.nextCursor ?? '' },
      borrowerOfficer,
    );
    expect(next.items[0]?.id).not.toBe(loan.id);
  });

  it.each(['startsAt', '-startsAt'] as const)('lists by %s, the same page by page', async (order) => {
    const { sharing, borrowerOfficer } = lending;
    const list = (page: { readonly limit: number; readonly cursor?: string }) =>
      sharing.ask(loanContract.list, { role: 'borrower', order, ...page }, borrowerOfficer);
    const { items } = await list({ limit: 200 });
    const direction = order === 'startsAt' ? 1 : -1;
    const keyOf = ({ startsAt, id }: (typeof items)[number]): string => `${startsAt} ${id}`;
    const sorted = [...items].sort((left, right) => direction * (keyOf(left) < keyOf(right) ? -1 : 1));
    expect(items.length).toBeGreaterThan(3);
    expect(items).toEqual(sorted);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 4));
  });
});
