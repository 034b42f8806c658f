import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  type GiveMandateRequest,
  mandateContract,
} from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import type { Actor } from '@gongxiang/domain';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { Stage } from '../../seats/registration/registration.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

/** The small union mandates the neighbour of the venue's owner. */
function give(changes: Partial<GiveMandateRequest> = {}, actor: Actor = lending.borrowerOfficer) {
  const { borrower, other } = lending;
  const request = { fromUnionId: borrower.id, toUnionId: other.id, scopes: ['lending' as const] };
  return lending.sharing.ask(
    mandateContract.give,
    { ...request, until: '2027-11-01T00:00:00+08:00', ...changes },
    actor,
  );
}

function revoke(mandateId: string, actor: Actor) {
  return lending.sharing.ask(mandateContract.revoke, { mandateId }, actor);
}

function uses(mandateId: string, actor: Actor = lending.borrowerOfficer) {
  return lending.sharing.ask(mandateContract.uses, { mandateId }, actor);
}

describe('a mandate', () => {
  it('is given by an officer of the union, seen by both sides, and by nobody else', async () => {
    const { sharing, borrower, other, borrowerOfficer, otherOfficer, ownerOfficer, member } = lending;
    await expect(give({}, otherOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(give({}, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(give({ toUnionId: borrower.id })).rejects.toMatchObject({ code: 'MANDATE_TO_ITSELF' });
    const made = await give({ note: '人手不足' });
    expect(made).toMatchObject({ fromUnionName: borrower.name, toUnionName: other.name, state: 'active' });
    for (const officer of [borrowerOfficer, otherOfficer]) {
      await expect(sharing.ask(mandateContract.get, { mandateId: made.id }, officer)).resolves.toEqual(made);
      const { items } = await sharing.ask(mandateContract.list, {}, officer);
      expect(items.map(({ id }) => id)).toContain(made.id);
    }
    for (const stranger of [ownerOfficer, member]) {
      await expect(sharing.ask(mandateContract.get, { mandateId: made.id }, stranger)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(uses(made.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(revoke(made.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await sharing.ask(mandateContract.list, {}, stranger)).items).toEqual([]);
    }
    const taken = await sharing.ask(mandateContract.list, { side: 'taken' }, borrowerOfficer);
    expect(taken.items).toEqual([]);
    await revoke(made.id, borrowerOfficer);
  });

  it.each(['borrowerOfficer', 'otherOfficer'] as const)('is ended by the %s, once', async (side) => {
    const made = await give();
    const revokedBy = side === 'borrowerOfficer' ? 'given' : 'taken';
    const ended = await revoke(made.id, lending[side]);
    expect(ended).toMatchObject({ state: 'revoked', revokedBy, version: 2 });
    await expect(revoke(made.id, lending.otherOfficer)).resolves.toEqual(ended);
  });

  it('to keep books has a limit of one act, and each change of it is told with its whole state', async () => {
    const { sharing, borrower, other, borrowerOfficer } = lending;
    const entryLimit = { amount: '500000', currency: 'CNY' as const };
    await expect(give({ entryLimit })).rejects.toMatchObject({
      code: 'MANDATE_LIMIT_WITHOUT_BOOKKEEPING',
      errors: [{ pointer: '/entryLimit' }],
    });
    const made = await give({ scopes: ['bookkeeping'], entryLimit });
    expect(made).toMatchObject({ scopes: ['bookkeeping'], entryLimit, version: 1 });
    await revoke(made.id, borrowerOfficer);
    const received = (await sharing.recorded(sharingEvents.mandateChanged)).filter(
      ({ id }) => id === made.id,
    );
    const state = { fromUnionId: borrower.id, toUnionId: other.id, scopes: ['bookkeeping'], entryLimit };
    expect(received).toMatchObject([
      { ...state, version: 1, revokedAt: null },
      { ...state, version: 2, revokedAt: expect.any(String) },
    ]);
  });

  it('is one of twenty at most, however many are given at the same time', async () => {
    const given = await Promise.allSettled(Array.from({ length: 24 }, () => give()));
    const made = given.flatMap((one) => (one.status === 'fulfilled' ? one.value.id : []));
    expect(made).toHaveLength(20);
    await Promise.all(made.map((id) => revoke(id, lending.borrowerOfficer)));
  });
});

describe('lending by a mandate', () => {
  it('lets the other union ask, see, extend and cancel, and says so in its trail; until it is ended', async () => {
    const { sharing, borrower, borrowerOfficer, other, otherOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    await grantFor(lending, resourceId);
    const ask = (day: number) =>
      borrow(lending, resourceId, { startsAt: at(day, '10:00'), endsAt: at(day, '12:00') }, otherOfficer);
    await expect(ask(1)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const mandate = await give();
    const loan = await ask(1);
    expect(loan).toMatchObject({ borrowerUnionId: borrower.id, requestedBy: otherOfficer.personId });
    const longer = { loanId: loan.id, endsAt: at(1, '13:00') };
    await sharing.ask(loanContract.extend, longer, otherOfficer);
    // The small union's own request is visible too.
    const own = await borrow(lending, resourceId, { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') });
    const listed = await sharing.ask(loanContract.list, { role: 'borrower' }, otherOfficer);
    expect(listed.items.map(({ id }) => id)).toEqual(expect.arrayContaining([loan.id, own.id]));
    await sharing.ask(loanContract.cancel, { loanId: own.id }, otherOfficer);
    const { items } = await uses(mandate.id);
    expect(items.map(({ action, aboutId, scope }) => [action, aboutId, scope])).toEqual([
      ['sharing.loan.cancel', own.id, 'lending'],
      ['sharing.loan.extend', loan.id, 'lending'],
      ['sharing.loan.request', loan.id, 'lending'],
    ]);
    await revoke(mandate.id, borrowerOfficer);
    await expect(ask(3)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      sharing.ask(loanContract.extend, { ...longer, endsAt: at(1, '14:00') }, otherOfficer),
    ).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect((await uses(mandate.id)).items).toHaveLength(3);
    expect(other.id).not.toBe(borrower.id);
  });

  it('is not for what the small union lends, nor outside its scope or term', async () => {
    const { sharing, borrower, otherOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    await grantFor(lending, resourceId, { approval: 'custodian' });
    const signUp = await give({ scopes: ['signUp'] });
    await expect(borrow(lending, resourceId, {}, otherOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const later = await give({ from: '2027-01-01T00:00:00+08:00' });
    await expect(borrow(lending, resourceId, {}, otherOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const lent = await give();
    const loan = await borrow(lending, resourceId, {}, otherOfficer);
    const approve = sharing.ask(loanContract.approve, { loanId: loan.id }, otherOfficer);
    await expect(approve).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const { id } of [signUp, later, lent]) await revoke(id, lending.borrowerOfficer);
    expect(loan.borrowerUnionId).toBe(borrower.id);
  });
});

describe('signing up by a mandate', () => {
  it('lets the other union register members of the small one, alone and in a group, until it is ended', async () => {
    const fixture = new Stage(lending.sharing);
    const [organiser, small, large] = [
      await fixture.union('1.9.'),
      await fixture.union('1.9.'),
      await fixture.union('1.9.'),
    ];
    const [first, second, third] = await fixture.members(small, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three members');
    const activityId = await fixture.activity(organiser);
    await fixture.pool(activityId, organiser, 10, small);
    const { sharing } = lending;
    const register = (personId: string) =>
      sharing.ask(registrationContract.register, { activityId, personId, companions: [] }, large.officer);
    await expect(register(first.personId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const unions = { fromUnionId: small.id, toUnionId: large.id };
    const lendingOnly = await give({ ...unions, scopes: ['lending'] }, small.officer);
    await expect(register(first.personId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const mandate = await give({ ...unions, scopes: ['signUp'] }, small.officer);
    const registered = await register(first.personId);
    expect(registered).toMatchObject({ state: 'confirmed' });
    await expect(fixture.group(activityId, large.officer, [second])).resolves.toHaveLength(1);
    await expect(fixture.cancel(registered, large.officer)).resolves.toMatchObject({ state: 'cancelled' });
    const { items } = await uses(mandate.id, small.officer);
    expect(items.map(({ action, aboutId }) => [action, aboutId])).toEqual([
      ['sharing.registration.registerGroup', activityId],
      ['sharing.registration.register', activityId],
    ]);
    await revoke(mandate.id, small.officer);
    await expect(register(third.personId)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(fixture.get(registered, large.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await revoke(lendingOnly.id, small.officer);
  });
});
