import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type EditGrantRequest, grantContract } from '@gongxiang/contracts/sharing/lending/grant.contract';
import { loanContract, type LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type DomainError, newId } from '@gongxiang/domain';
import { eventually, unionState } from '@gongxiang/testing';
import { ClubMemberRef, PartyRef, UnionRef } from '../../reference/reference.entity.js';
import { knownMembers, knownUnion } from '../../sharing.fixture.js';
import { at, borrow, grantFor, hall, type Lending, officerOf, startLending } from './lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

const money = (amount: string) => ({ amount, currency: 'CNY' as const });

function loanNow(id: string): Promise<LoanView> {
  return lending.sharing.ask(loanContract.get, { loanId: id }, lending.ownerOfficer);
}

function edit(request: EditGrantRequest, ifMatch: number) {
  return lending.sharing.ask(grantContract.edit, request, lending.ownerOfficer, { ifMatch });
}

function mine(resourceId: string, asked: object = {}, actor = lending.borrowerOfficer) {
  return lending.sharing.ask(grantContract.mine, { resourceId, ...asked }, actor);
}

describe('to whom a right is given', () => {
  it('an enterprise: the union behind it borrows', async () => {
    const { sharing, borrower } = lending;
    const enterpriseId = newId();
    const party = { kind: 'enterprise', id: enterpriseId } as const;
    const known = { ...party, version: 1, name: '书香文具', unionId: borrower.id, active: true };
    await sharing.dataSource.manager.insert(PartyRef, known);
    const { id } = await hall(lending);
    await grantFor(lending, id, { to: { kind: 'party', party } });
    await expect(borrow(lending, id)).resolves.toMatchObject({ state: 'approved' });
    const { other, otherOfficer } = lending;
    await expect(borrow(lending, id, { borrowerUnionId: other.id }, otherOfficer)).rejects.toMatchObject({
      code: 'NO_RIGHT_OF_USE',
    });
  });

  it('a club: the unions of which a member is in it today', async () => {
    const { sharing, borrower } = lending;
    const club = { kind: 'club', id: newId() } as const;
    const known = { ...club, version: 1, name: '跑团', unionId: lending.owner.id, active: true };
    await sharing.dataSource.manager.insert(PartyRef, known);
    const [personId = ''] = await knownMembers(sharing, borrower.id, 1);
    const membership = { clubId: club.id, personId };
    const said = { ...membership, version: 1, validFrom: '2020-01-01', validTo: null };
    const { id } = await hall(lending);
    await grantFor(lending, id, { to: { kind: 'club', clubId: club.id } });
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    await sharing.dataSource.manager.insert(ClubMemberRef, said);
    await expect(borrow(lending, id)).resolves.toMatchObject({ state: 'approved' });
  });

  it('neighbours: by the place of the resource, or of its owner', async () => {
    const { sharing, borrower, owner } = lending;
    const place = { longitude: 114.3, latitude: 30.6 };
    const far = await hall(lending, { latitude: 31.6, longitude: 114.3 });
    const near = await hall(lending, { latitude: 30.65, longitude: 114.3 });
    const to = { kind: 'neighbours', neighbours: { withinKm: 10 } } as const;
    const nowhere = await hall(lending);
    await expect(grantFor(lending, nowhere.id, { to })).rejects.toMatchObject({
      code: 'RESOURCE_PLACE_UNKNOWN',
    });
    await sharing.dataSource.manager.update(UnionRef, { id: borrower.id }, place);
    await sharing.dataSource.manager.update(UnionRef, { id: owner.id }, place);
    for (const { id } of [far, near, nowhere]) await grantFor(lending, id, { to });
    await expect(borrow(lending, far.id)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    await expect(borrow(lending, near.id)).resolves.toMatchObject({ state: 'approved' });
    await expect(borrow(lending, nowhere.id)).resolves.toMatchObject({ state: 'approved' });
  });

  it('neighbours: those in the park in which its owner lies', async () => {
    const { sharing } = lending;
    const park = unionState('1.7.', { sizeClass: null, tier: 'park' });
    await sharing.emit(membershipEvents.unionChanged, park);
    await eventually(
      async () =>
        void (await sharing.dataSource.manager.findOneByOrFail(UnionRef, { id: park.id, tier: 'park' })),
    );
    const keeper = await knownUnion(sharing, '1.7.1.', 'large');
    const beside = await knownUnion(sharing, '1.7.2.', 'small');
    const to = { kind: 'neighbours', neighbours: { samePark: true } } as const;
    const own = { owner: { kind: 'union', id: keeper.id } } as const;
    const inPark: Lending = { ...lending, owner: keeper, ownerOfficer: officerOf(keeper) };
    const { id } = await hall(inPark, own);
    await grantFor(inPark, id, { to });
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    await expect(
      borrow(lending, id, { borrowerUnionId: beside.id }, officerOf(beside)),
    ).resolves.toBeDefined();
  });

  it('everyone small, but not one of them', async () => {
    const { borrower, other, otherOfficer } = lending;
    const { id } = await hall(lending);
    const first = await grantFor(lending, id, { to: { kind: 'everyone', onlySizes: ['small', 'micro'] } });
    await expect(borrow(lending, id, { borrowerUnionId: other.id }, otherOfficer)).rejects.toMatchObject({
      code: 'NO_RIGHT_OF_USE',
    });
    await expect(borrow(lending, id)).resolves.toBeDefined();
    const to = { kind: 'everyone', exceptUnionIds: [borrower.id] } as const;
    await edit({ resourceId: id, grantId: first.id, to: { ...to, exceptUnionIds: [borrower.id] } }, 1);
    const later = { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') };
    await expect(borrow(lending, id, later)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
  });
});

describe('E65: the quota of a right', () => {
  it('holds when fifty ask for it at the same time', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id, { quota: { hoursPerMonth: 8 } });
    const asked = Array.from({ length: 50 }, (_none, place) =>
      borrow(lending, id, {
        startsAt: at(1 + Math.floor(place / 2), place % 2 === 0 ? '08:00' : '14:00'),
        endsAt: at(1 + Math.floor(place / 2), place % 2 === 0 ? '10:00' : '16:00'),
      }),
    );
    const outcomes = await Promise.allSettled(asked);
    const given = outcomes.filter(({ status }) => status === 'fulfilled');
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as DomainError).code] : [],
    );
    // 8 hours are four loans of 2
    expect(given).toHaveLength(4);
    expect(new Set(codes)).toEqual(new Set(['QUOTA_USED']));
  });

  it('in pieces is counted under the lock, and told of what is asked for', async () => {
    const { sharing, borrower, borrowerOfficer } = lending;
    const { id: resourceId } = await hall(lending, { title: '折叠椅', counting: 'stock', quantity: 500 });
    await grantFor(lending, resourceId, { quota: { piecesPerMonth: 100 } });
    const asked = Array.from({ length: 8 }, (_none, place) =>
      borrow(lending, resourceId, {
        quantity: 30,
        startsAt: at(1 + place, '10:00'),
        endsAt: at(1 + place, '12:00'),
      }),
    );
    const outcomes = await Promise.allSettled(asked);
    // 3 times 30 are 90; a fourth time would be 120
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const more = { quantity: 11, startsAt: at(20, '10:00'), endsAt: at(20, '12:00') };
    await expect(borrow(lending, resourceId, more)).rejects.toMatchObject({
      code: 'QUOTA_PIECES_USED',
      params: { of: 100, left: 10, resetsAt: '2026-12-31T16:00:00.000Z' },
    });
    const mine = (quantity: number) => {
      const about = { resourceId, unionId: borrower.id, from: more.startsAt, to: more.endsAt, quantity };
      return sharing.ask(grantContract.mine, about, borrowerOfficer);
    };
    expect(await mine(10)).toMatchObject({ allowed: true, piecesLeft: 10 });
    expect(await mine(11)).toMatchObject({ allowed: false, steps: [{ code: 'QUOTA_USED' }] });
    await expect(borrow(lending, resourceId, { ...more, quantity: 10 })).resolves.toBeDefined();
  });

  it('is each borrower’s own, comes back with a cancelled loan, and is not used by an extension of another month', async () => {
    const { sharing, borrowerOfficer, other, otherOfficer } = lending;
    const { id } = await hall(lending);
    await grantFor(lending, id, { quota: { loansPerMonth: 1 } });
    const first = await borrow(lending, id, { startsAt: at(3, '10:00'), endsAt: at(3, '12:00') });
    const second = { startsAt: at(4, '10:00'), endsAt: at(4, '12:00') };
    await expect(borrow(lending, id, second)).rejects.toMatchObject({
      code: 'QUOTA_LOANS_USED',
      params: { of: 1, left: 0, resetsAt: '2026-12-31T16:00:00.000Z' },
    });
    await expect(
      borrow(lending, id, { ...second, borrowerUnionId: other.id }, otherOfficer),
    ).resolves.toBeDefined();
    const january = { startsAt: '2027-01-01T00:00:00+08:00', endsAt: '2027-01-01T02:00:00+08:00' };
    await expect(borrow(lending, id, january)).resolves.toBeDefined();
    const longer = { loanId: first.id, endsAt: at(3, '14:00') };
    await expect(sharing.ask(loanContract.extend, longer, borrowerOfficer)).resolves.toBeDefined();
    await sharing.ask(loanContract.cancel, { loanId: first.id }, borrowerOfficer);
    const third = { startsAt: at(5, '10:00'), endsAt: at(5, '12:00') };
    await expect(borrow(lending, id, third)).resolves.toBeDefined();
  });

  it('bounds an extension too, and another right carries what it does not', async () => {
    const { sharing, borrowerOfficer } = lending;
    const { id } = await hall(lending);
    const bounded = await grantFor(lending, id, { quota: { hoursPerMonth: 3 } });
    const loan = await borrow(lending, id);
    const extend = (endsAt: string) =>
      sharing.ask(loanContract.extend, { loanId: loan.id, endsAt }, borrowerOfficer);
    await expect(extend(at(1, '13:30'))).rejects.toMatchObject({ code: 'QUOTA_USED', params: { left: 3 } });
    await expect(extend(at(1, '13:00'))).resolves.toMatchObject({ grantId: bounded.id });
    const paid = await grantFor(lending, id, { price: { kind: 'costShare', text: '水电' } });
    const more = { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') };
    await expect(borrow(lending, id, more)).resolves.toMatchObject({ grantId: paid.id, priceText: '水电' });
  });
});

describe('the terms of a right', () => {
  it('hold for its days, hours and purposes', async () => {
    const { id } = await hall(lending);
    const times = { weekdays: ['TU' as const], from: '09:00', until: '18:00' };
    await grantFor(lending, id, { times, businesses: ['culture'] });
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    const tuesday = { business: 'culture' as const };
    await expect(borrow(lending, id, { ...tuesday, endsAt: at(1, '19:00') })).rejects.toMatchObject({
      code: 'NO_RIGHT_OF_USE',
    });
    await expect(borrow(lending, id, tuesday)).resolves.toMatchObject({
      state: 'approved',
      business: 'culture',
    });
  });

  it('are kept by the loan as they were agreed, whatever becomes of them; an extension is agreed anew', async () => {
    const { sharing, borrowerOfficer } = lending;
    const { id } = await hall(lending);
    const price = { kind: 'fee', fee: money('500'), per: 'hour', deposit: money('20000') } as const;
    const grant = await grantFor(lending, id, { price });
    const loan = await borrow(lending, id);
    // 2 hours at 5.00
    expect(loan).toMatchObject({ grantVersion: 1, fee: money('1000'), deposit: money('20000') });
    await edit({ resourceId: id, grantId: grant.id, price: { ...price, fee: money('800') } }, 1);
    expect(await loanNow(loan.id)).toMatchObject({ grantVersion: 1, fee: money('1000') });
    const longer = { loanId: loan.id, endsAt: at(1, '13:00') };
    // 3 hours at 8.00
    await expect(sharing.ask(loanContract.extend, longer, borrowerOfficer)).resolves.toMatchObject({
      grantVersion: 2,
      fee: money('2400'),
    });
    const { items } = await sharing.ask(
      grantContract.versions,
      { resourceId: id, grantId: grant.id },
      lending.member,
    );
    expect(items.map(({ version, terms }) => [version, terms.price.fee?.amount])).toEqual([
      [2, '800'],
      [1, '500'],
    ]);
  });

  it('are edited by the version that was seen; what is left out stays, null goes', async () => {
    const { id } = await hall(lending);
    const grant = await grantFor(lending, id, { quota: { hoursPerMonth: 3 }, businesses: ['culture'] });
    const change = { resourceId: id, grantId: grant.id, quota: null };
    await expect(edit(change, 2)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const edited = await edit(change, 1);
    expect(edited).toMatchObject({ version: 2, quota: null, businesses: ['culture'], from: grant.from });
    await lending.sharing.ask(resourceContract.revokeGrant, change, lending.ownerOfficer);
    await expect(edit({ ...change, businesses: [] }, 3)).rejects.toMatchObject({ code: 'GRANT_REVOKED' });
  });

  it('E52: a custodian who says nothing in time has approved, where the right says so', async () => {
    const { sharing } = lending;
    const { id } = await hall(lending);
    const terms = { approval: 'custodian', decideWithinHours: 2, onSilence: 'approve' } as const;
    await grantFor(lending, id, { ...terms, from: '2026-01-01T00:00:00+08:00' });
    const start = new Date(sharing.clock.now().getTime() + 48 * 3_600_000);
    const wish = {
      startsAt: start.toISOString(),
      endsAt: new Date(start.getTime() + 3_600_000).toISOString(),
    };
    const loan = await borrow(lending, id, wish);
    expect(loan).toMatchObject({ state: 'requested', onSilence: 'approve' });
    expect(Date.parse(loan.decideBy ?? '') - Date.parse(loan.createdAt)).toBe(2 * 3_600_000);
    sharing.clock.advance(2 * 3_600_000);
    await eventually(async () =>
      expect(await loanNow(loan.id)).toMatchObject({ state: 'approved', reasonCode: 'DECISION_DEADLINE' }),
    );
  });
});

describe('a revocation', () => {
  const revoke = (resourceId: string, grantId: string, how: object = {}) =>
    lending.sharing.ask(resourceContract.revokeGrant, { resourceId, grantId, ...how }, lending.ownerOfficer);
  const preview = (resourceId: string, grantId: string, how: object = {}) =>
    lending.sharing.ask(
      grantContract.previewRevocation,
      { resourceId, grantId, ...how },
      lending.ownerOfficer,
    );

  it('ends requests, lets what is approved stand, and has said so before', async () => {
    const { id } = await hall(lending);
    const automatic = await grantFor(lending, id);
    const approved = await borrow(lending, id);
    await edit({ resourceId: id, grantId: automatic.id, approval: 'custodian' }, 1);
    const waiting = await borrow(lending, id, { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') });
    const effect = await preview(id, automatic.id);
    expect(effect).toMatchObject({ running: 0, ending: 1, carriedOn: 0, standing: 1, cancelled: 0 });
    expect(effect.loans.map(({ id: loanId, fate }) => [loanId, fate])).toEqual([
      [approved.id, 'stands'],
      [waiting.id, 'ends'],
    ]);
    await revoke(id, automatic.id, { reason: '场馆改造' });
    await eventually(async () =>
      expect(await loanNow(waiting.id)).toMatchObject({
        state: 'refused',
        reasonCode: 'RIGHT_REVOKED',
        reason: '场馆改造',
      }),
    );
    expect(await loanNow(approved.id)).toMatchObject({ state: 'approved' });
  });

  it('carries on a request that another right covers, and cancels what lies ahead by choice', async () => {
    const { id } = await hall(lending);
    const first = await grantFor(lending, id);
    const approved = await borrow(lending, id);
    await edit({ resourceId: id, grantId: first.id, approval: 'custodian' }, 1);
    const waiting = await borrow(lending, id, { startsAt: at(2, '10:00'), endsAt: at(2, '12:00') });
    await grantFor(lending, id, { approval: 'custodian', price: { kind: 'costShare', text: '水电' } });
    const how = { futureLoans: 'cancel', reason: '场馆改造' };
    expect(await preview(id, first.id, how)).toMatchObject({
      ending: 0,
      carriedOn: 1,
      cancelled: 1,
      standing: 0,
    });
    await revoke(id, first.id, how);
    await eventually(async () =>
      expect(await loanNow(approved.id)).toMatchObject({ state: 'cancelled', reasonCode: 'RIGHT_REVOKED' }),
    );
    expect(await loanNow(waiting.id)).toMatchObject({ state: 'requested' });
    await expect(borrow(lending, id)).resolves.toBeDefined();
  });

  it('with notice holds until then for what ends by then, and can be taken back', async () => {
    const { sharing, ownerOfficer } = lending;
    const { id } = await hall(lending);
    const grant = await grantFor(lending, id);
    const how = { effectiveFrom: at(10, '00:00') };
    await expect(revoke(id, grant.id, { effectiveFrom: '2026-01-01T00:00:00+08:00' })).rejects.toMatchObject({
      code: 'EFFECT_OUTSIDE_TERM',
    });
    await expect(revoke(id, grant.id, { effectiveFrom: '2027-03-01T00:00:00+08:00' })).rejects.toMatchObject({
      code: 'EFFECT_OUTSIDE_TERM',
    });
    await revoke(id, grant.id, how);
    const before = { startsAt: at(9, '22:00'), endsAt: at(10, '00:00') };
    await expect(borrow(lending, id, before)).resolves.toBeDefined();
    const across = { startsAt: at(10, '00:00'), endsAt: at(10, '01:00') };
    await expect(borrow(lending, id, across)).rejects.toMatchObject({ code: 'NO_RIGHT_OF_USE' });
    const one = { resourceId: id, grantId: grant.id };
    await expect(sharing.ask(grantContract.undoRevocation, one, ownerOfficer)).resolves.toMatchObject({
      revokedAt: null,
      version: 3,
    });
    await expect(sharing.ask(grantContract.undoRevocation, one, ownerOfficer)).rejects.toMatchObject({
      code: 'GRANT_NOT_REVOKED',
    });
    await expect(borrow(lending, id, across)).resolves.toBeDefined();
    await revoke(id, grant.id);
    await expect(sharing.ask(grantContract.undoRevocation, one, ownerOfficer)).rejects.toMatchObject({
      code: 'GRANT_REVOKED',
    });
  });

  it('and an approval at the same time: the loan is approved by a right in force, or ends', async () => {
    const { sharing, ownerOfficer } = lending;
    for (let round = 0; round < 8; round++) {
      const { id } = await hall(lending);
      const grant = await grantFor(lending, id, { approval: 'custodian' });
      const loan = await borrow(lending, id);
      const [revoked, approved] = await Promise.allSettled([
        revoke(id, grant.id),
        sharing.ask(loanContract.approve, { loanId: loan.id }, ownerOfficer),
      ]);
      expect(revoked.status).toBe('fulfilled');
      const expected = approved.status === 'fulfilled' ? 'approved' : 'refused';
      await eventually(async () => expect((await loanNow(loan.id)).state).toBe(expected));
    }
  });
});

describe('what borrowers are told of their right', () => {
  it('by which right, what it asks, what is left; and what would have to happen', async () => {
    const { id } = await hall(lending);
    expect(await mine(id)).toMatchObject({ allowed: false, grant: null, steps: [{ code: 'NO_GRANT' }] });
    const price = { kind: 'fee', fee: money('500'), per: 'hour', deposit: money('20000') } as const;
    const grant = await grantFor(lending, id, { price, quota: { hoursPerMonth: 3 } });
    expect(await mine(id)).toMatchObject({ allowed: false, steps: [{ code: 'STARTS_LATER' }] });
    const time = { from: at(1, '10:00'), to: at(1, '12:00') };
    const allowed = await mine(id, time);
    expect(allowed).toMatchObject({
      allowed: true,
      by: 'grant',
      hoursLeft: 3,
      fee: money('1000'),
      deposit: money('20000'),
      grant: { id: grant.id },
    });
    expect(allowed.steps.map(({ text }) => text)).toContain('使用费每小时 ¥5.00，本次共 ¥10.00');
    await borrow(lending, id);
    const next = { from: at(2, '10:00'), to: at(2, '12:00') };
    expect(await mine(id, next)).toMatchObject({ allowed: false, steps: [{ code: 'QUOTA_USED' }] });
    expect(await mine(id, time, lending.ownerOfficer)).toMatchObject({ allowed: true, by: 'ownership' });
    await expect(mine(id, { from: at(1, '10:00') })).rejects.toMatchObject({ code: 'PERIOD_EMPTY' });
    const years = { from: at(1, '10:00'), to: '2028-12-01T10:00:00+08:00' };
    await expect(mine(id, years)).rejects.toMatchObject({ code: 'LOAN_TOO_LONG' });
    await expect(mine(id, { unionId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of another union only who may borrow for it', async () => {
    const { id } = await hall(lending);
    const { borrower, member, otherOfficer } = lending;
    await expect(mine(id, { unionId: borrower.id }, otherOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(mine(id, { unionId: borrower.id }, member)).resolves.toBeDefined();
  });
});

describe('before a right is given', () => {
  it('its owner sees whom it reaches, and which rights reach the same', async () => {
    const { sharing, borrower, ownerOfficer, borrowerOfficer } = lending;
    const { id: resourceId } = await hall(lending);
    const all = await grantFor(lending, resourceId);
    const named = await grantFor(lending, resourceId, { to: { kind: 'union', unionId: borrower.id } });
    const to = { kind: 'everyone', onlySizes: ['small' as const] } as const;
    const request = { resourceId, to: { ...to, onlySizes: [...to.onlySizes] } };
    const seen = await sharing.ask(grantContract.preview, request, ownerOfficer);
    expect(seen.reached).toBeLessThan(seen.of);
    expect(seen.examples).toContainEqual({ id: borrower.id, name: borrower.name, sizeClass: 'small' });
    expect(new Map(seen.overlaps.map(({ grantId, unions }) => [grantId, unions]))).toEqual(
      new Map([
        [all.id, seen.reached],
        [named.id, 1],
      ]),
    );
    const own = await sharing.ask(grantContract.preview, { ...request, grantId: all.id }, ownerOfficer);
    expect(own.overlaps.map(({ grantId }) => grantId)).toEqual([named.id]);
    await expect(sharing.ask(grantContract.preview, request, borrowerOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});
