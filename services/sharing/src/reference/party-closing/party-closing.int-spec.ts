import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { needContract } from '@gongxiang/contracts/sharing/lending/need.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { sharingClosing } from '@gongxiang/contracts/words/party-closing';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { draftOf } from '../../activities/activity/activity.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { PartyRef, UnionRef } from '../reference.entity.js';

let lending: Lending;
const club = { kind: 'club', id: newId() } as const;

beforeAll(async () => {
  lending = await startLending();
  await tell(1, true);
});

afterAll(() => lending.sharing.stop());

/** Publishes the club of the lending union, as membership would, and waits for the copy. */
async function tell(version: number, active: boolean): Promise<void> {
  const { sharing, owner } = lending;
  const state = {
    ...club,
    version,
    name: '夜跑俱乐部',
    unionId: owner.id,
    uscc: null,
    sizeClass: null,
    active,
  };
  await sharing.emit(membershipEvents.partyChanged, state);
  await eventually(
    async () => void (await sharing.dataSource.manager.findOneByOrFail(PartyRef, { ...club, version })),
  );
}

/** Publishes that the borrowing union is closed, or in use. */
async function tellUnion(version: number, active: boolean): Promise<void> {
  const { sharing, borrower } = lending;
  const { id } = borrower;
  await sharing.emit(membershipEvents.unionChanged, { ...borrower, version, active });
  await eventually(
    async () => void (await sharing.dataSource.manager.findOneByOrFail(UnionRef, { id, version })),
  );
}

const findings = (actor: Actor | null, party: { kind: 'club' | 'union'; id: string } = club) =>
  lending.sharing.ask(sharingClosing.findings, party, actor);
const hostOf = () => {
  const { id, path, name } = lending.owner;
  return { id, path, name, officer: lending.ownerOfficer };
};

function need(title: string) {
  return lending.sharing.ask(
    needContract.post,
    {
      party: club,
      title,
      wants: [{ function: 'facility', business: 'culture' }],
      windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }],
      headcount: 60,
    },
    lending.ownerOfficer,
  );
}

describe('a party that is closed', () => {
  it('has what it began counted before, for officers of the union behind it', async () => {
    const { sharing, ownerOfficer, borrower } = lending;
    expect(await findings(ownerOfficer)).toEqual({ findings: [] });
    await need('集合地点');
    const track = await hall(lending, { owner: club, title: '跑道' });
    await grantFor(lending, track.id);
    const loan = await borrow(lending, track.id);
    const activity = await draftOf(sharing, hostOf());
    await sharing.ask(
      coHostContract.invite,
      { activityId: activity.id, party: club, message: '一起办' },
      ownerOfficer,
    );
    await draftOf(sharing, hostOf(), { organiser: club });
    const found = (names: readonly string[]) => ({
      findings: names.map((finding) => ({ finding, count: 1, blocks: false })),
    });
    expect(await findings(ownerOfficer)).toEqual(
      found(['activities', 'coHosting', 'resources', 'lent', 'needs']),
    );
    expect(await findings(lending.borrowerOfficer, { kind: 'union', id: borrower.id })).toEqual(
      found(['borrowed']),
    );
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [lending.member, 'NOT_FOUND'],
      [lending.otherOfficer, 'NOT_FOUND'],
    ] as const)
      await expect(findings(actor)).rejects.toMatchObject({ code });
    await expect(findings(ownerOfficer, { kind: 'club', id: newId() })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
    });
    await sharing.ask(loanContract.cancel, { loanId: loan.id, reason: '改期' }, lending.borrowerOfficer);
  });

  it('begins nothing new and is invited to nothing, until it is opened again', async () => {
    const { sharing, ownerOfficer } = lending;
    const invited = await draftOf(sharing, hostOf());
    const draft = await draftOf(sharing, hostOf(), { organiser: club });
    const { id: invitationId } = await sharing.ask(
      coHostContract.invite,
      { activityId: invited.id, party: club, message: '一起办' },
      ownerOfficer,
    );
    const track = await hall(lending, { owner: club, title: '操场' });
    await grantFor(lending, track.id);
    await tell(2, false);
    const refused = (pointer?: string) => ({
      code: 'PARTY_CLOSED',
      params: { name: '夜跑俱乐部' },
      errors: pointer === undefined ? [] : [{ pointer }],
    });
    await expect(need('水站')).rejects.toMatchObject(refused('/party'));
    await expect(hall(lending, { owner: club, title: '更衣室' })).rejects.toMatchObject(refused('/owner'));
    await expect(draftOf(sharing, hostOf(), { organiser: club })).rejects.toMatchObject(
      refused('/organiser'),
    );
    await expect(borrow(lending, track.id)).rejects.toMatchObject(refused('/resourceId'));
    await expect(
      grantFor(lending, track.id, { to: { kind: 'club', clubId: club.id } }),
    ).rejects.toMatchObject(refused('/to/clubId'));
    await expect(
      sharing.ask(activityContract.publish, { activityId: draft.id }, ownerOfficer),
    ).rejects.toMatchObject({ code: 'PARTY_CLOSED' });
    await expect(sharing.ask(coHostContract.accept, { invitationId }, ownerOfficer)).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
    });
    const other = await draftOf(sharing, hostOf());
    await expect(
      sharing.ask(coHostContract.invite, { activityId: other.id, party: club, message: '来' }, ownerOfficer),
    ).rejects.toMatchObject(refused('/party'));
    // What it has begun is still there, and can be called off.
    expect(await sharing.ask(activityContract.get, { activityId: draft.id }, ownerOfficer)).toMatchObject({
      state: 'draft',
    });
    await tell(3, true);
    expect(await need('水站')).toMatchObject({ state: 'open' });
    expect(await borrow(lending, track.id)).toMatchObject({ state: 'approved' });
  });

  it('may be a union: it borrows nothing any more', async () => {
    const room = await hall(lending, { title: '琴房' });
    await grantFor(lending, room.id);
    await tellUnion(2, false);
    await expect(borrow(lending, room.id)).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
      errors: [{ pointer: '/borrowerUnionId' }],
    });
    await tellUnion(3, true);
    expect(await borrow(lending, room.id)).toMatchObject({ state: 'approved' });
  });
});
