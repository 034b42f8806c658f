import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract, type CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, type Party } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  publishedWithSeats,
  type TestUnion,
  unionAt,
  withRole,
} from '../activity/activity.fixture.js';
import { PartyRef } from '../../reference/reference.entity.js';
import { knownMembers, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let third: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, third] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

function invite(
  activity: ActivityView,
  party: Party,
  actor: Actor | null = host.officer,
): Promise<CoHostView> {
  return sharing.ask(coHostContract.invite, { activityId: activity.id, party, message: '一起办' }, actor);
}

function asParty(union: TestUnion): Party {
  return { kind: 'union', id: union.id };
}

describe('an invitation', () => {
  it('is accepted by the invited union, with person and time, and then the activity tells of both hosts', async () => {
    const activity = await draftOf(sharing, host);
    const invitation = await invite(activity, asParty(guest));
    expect(invitation).toMatchObject({
      state: 'invited',
      position: 1,
      answeredBy: null,
      activityTitle: activity.title,
    });
    const accepted = await sharing.ask(coHostContract.accept, { invitationId: invitation.id }, guest.officer);
    expect(accepted).toMatchObject({
      state: 'accepted',
      answeredBy: guest.officer.personId,
      answeredAt: sharing.clock.now().toISOString(),
    });
    const received = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      (state) => state.id === activity.id,
    );
    expect(received.at(-1)?.coHosts).toEqual([asParty(host), asParty(guest)]);
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, guest.officer);
    expect(seen).toMatchObject({ agreementRequired: true, coHosts: [{ id: guest.id, name: guest.name }] });
  });

  it('is declined with a reason, leaves the activity alone, and may be followed by another', async () => {
    const activity = await draftOf(sharing, host);
    const invitation = await invite(activity, asParty(guest));
    const decline = { invitationId: invitation.id, reason: '当天另有安排' };
    const declined = await sharing.ask(coHostContract.decline, decline, guest.officer);
    expect(declined).toMatchObject({ state: 'declined', reason: '当天另有安排' });
    const accept = sharing.ask(coHostContract.accept, { invitationId: invitation.id }, guest.officer);
    await expect(accept).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen).toMatchObject({ version: 1, coHosts: [], agreementRequired: false });
    expect(await invite(activity, asParty(guest))).toMatchObject({ state: 'invited', position: 2 });
  });

  it('E18: is answered once, and a second call finds the first', async () => {
    const activity = await draftOf(sharing, host);
    const request = { activityId: activity.id, party: asParty(guest) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => sharing.send(coHostContract.invite, request, host.officer)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.existing)).toHaveLength(1);
    const invitationId = answers[0]?.body.id ?? '';
    await sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    const again = await sharing.send(coHostContract.accept, { invitationId }, guest.officer);
    expect(again).toMatchObject({ existing: true, body: { state: 'accepted', version: 2 } });
  });

  it('keeps the order of invitation, whoever answers first', async () => {
    const activity = await draftOf(sharing, host);
    const first = await invite(activity, asParty(third));
    const second = await invite(activity, asParty(guest));
    await sharing.ask(coHostContract.accept, { invitationId: second.id }, guest.officer);
    await sharing.ask(coHostContract.accept, { invitationId: first.id }, third.officer);
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen.coHosts.map((one) => one.id)).toEqual([third.id, guest.id]);
    const list = await sharing.ask(coHostContract.list, { activityId: activity.id, limit: 1 }, guest.officer);
    expect(list.items.map((one) => one.party.id)).toEqual([third.id]);
    const next = { activityId: activity.id, limit: 1, cursor: list.nextCursor ?? '' };
    expect(await sharing.ask(coHostContract.list, next, guest.officer)).toMatchObject({
      items: [{ party: { id: guest.id } }],
      nextCursor: null,
    });
  });

  it('shows the draft to the invited union until it declines', async () => {
    const activity = await draftOf(sharing, host);
    const look = () => sharing.ask(activityContract.get, { activityId: activity.id }, guest.officer);
    await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: invitationId } = await invite(activity, asParty(guest));
    expect((await look()).id).toBe(activity.id);
    await sharing.ask(coHostContract.decline, { invitationId, reason: '不参加' }, guest.officer);
    await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes to a club by the officers of the union behind it, and to a person directly', async () => {
    const club = { kind: 'club', id: newId() } as const;
    const state = {
      version: 1,
      name: '夜跑俱乐部',
      unionId: guest.id,
      uscc: null,
      sizeClass: null,
      active: true,
    };
    await sharing.emit(membershipEvents.partyChanged, { ...club, ...state });
    await eventually(async () => void (await sharing.dataSource.manager.findOneByOrFail(PartyRef, club)));
    const [personId = ''] = await knownMembers(sharing, third.id, 1);
    const activity = await draftOf(sharing, host);
    const forClub = await invite(activity, club);
    const forPerson = await invite(activity, { kind: 'person', id: personId });
    await sharing.ask(coHostContract.accept, { invitationId: forClub.id }, guest.officer);
    await sharing.ask(coHostContract.accept, { invitationId: forPerson.id }, actorWith({ personId }));
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen.coHosts.map((one) => one.name)).toEqual(['夜跑俱乐部', '张*']);
  });

  it('is refused for an enterprise without a union, which has nobody to act for it, and not put off for ever', async () => {
    const enterprise = { kind: 'enterprise', id: newId() } as const;
    const state = { version: 1, name: '小微五金', unionId: null, uscc: null, sizeClass: null, active: true };
    await sharing.emit(membershipEvents.partyChanged, { ...enterprise, ...state });
    await eventually(
      async () => void (await sharing.dataSource.manager.findOneByOrFail(PartyRef, enterprise)),
    );
    await expect(invite(await draftOf(sharing, host), enterprise)).rejects.toMatchObject({
      code: 'PARTY_WITHOUT_UNION',
      params: { name: '小微五金' },
      retryAfterSeconds: null,
      errors: [{ pointer: '/party' }],
    });
  });

  it('is withdrawn by the organiser, also after consent as long as nothing binds', async () => {
    const activity = await draftOf(sharing, host);
    const { id: invitationId } = await invite(activity, asParty(guest));
    await sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    await expect(sharing.ask(coHostContract.withdraw, { invitationId }, guest.officer)).rejects.toMatchObject(
      {
        code: 'NOT_PERMITTED',
      },
    );
    await sharing.ask(coHostContract.withdraw, { invitationId }, host.officer);
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen).toMatchObject({ coHosts: [], agreementRequired: false });
  });

  it('does not go to the organiser, nor out of an activity that is over', async () => {
    const activity = await draftOf(sharing, host);
    await expect(invite(activity, asParty(host))).rejects.toMatchObject({ code: 'CO_HOST_IS_ORGANISER' });
    await sharing.ask(activityContract.cancel, { activityId: activity.id, reason: '不办了' }, host.officer);
    await expect(invite(activity, asParty(guest))).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is neither made nor accepted once the activity is published, which rests on the agreement of all hosts', async () => {
    const activity = await draftOf(sharing, host);
    const { id: invitationId } = await invite(activity, asParty(guest));
    await publishedWithSeats(sharing, host, activity.id);
    const accepting = sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    await expect(accepting).rejects.toMatchObject({ code: 'ACTIVITY_PUBLISHED' });
    await expect(invite(activity, asParty(third))).rejects.toMatchObject({ code: 'ACTIVITY_PUBLISHED' });
    const declined = await sharing.ask(
      coHostContract.decline,
      { invitationId, reason: '来不及了' },
      guest.officer,
    );
    expect(declined.state).toBe('declined');
  });

  it('E86: answers a repeated consent with the first answer', async () => {
    const activity = await draftOf(sharing, host);
    const { id: invitationId } = await invite(activity, asParty(guest));
    const call = { idempotencyKey: 'consent once' };
    const first = await sharing.send(coHostContract.accept, { invitationId }, guest.officer, call);
    const again = await sharing.send(coHostContract.accept, { invitationId }, guest.officer, call);
    expect(again).toEqual({ ...first, replayed: true });
  });
});

describe('who may do what', () => {
  let activity: ActivityView;
  let invitation: CoHostView;

  beforeAll(async () => {
    activity = await draftOf(sharing, host);
    invitation = await invite(activity, asParty(guest));
  });

  const rows: [who: string, actor: () => Actor | null, inviting: string | null, answering: string | null][] =
    [
      ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
      ['a plain member of the organiser', () => memberOf(host), 'NOT_FOUND', 'NOT_FOUND'],
      ['a plain member of the invited', () => memberOf(guest), 'NOT_FOUND', 'NOT_FOUND'],
      ["a third union's officer", () => third.officer, 'NOT_FOUND', 'NOT_FOUND'],
      ["the organiser's finance", () => withRole('finance', host), 'NOT_PERMITTED', 'NOT_PERMITTED'],
      ["the invited union's finance", () => withRole('finance', guest), 'NOT_PERMITTED', 'NOT_PERMITTED'],
      ["the organiser's officer", () => host.officer, null, 'NOT_PERMITTED'],
      ["the invited union's organiser", () => withRole('organiser', guest), 'NOT_PERMITTED', null],
    ];

  it.each(rows)('%s', async (_who, actor, inviting, answering) => {
    await outcome(invite(activity, asParty(third), actor()), inviting);
    await outcome(sharing.ask(coHostContract.accept, { invitationId: invitation.id }, actor()), answering);
  });

  it.each([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => memberOf(host), 'NOT_FOUND'],
    ["the organiser's auditor", () => withRole('auditor', host), null],
  ])('lists the co-hosts: %s', async (_who, actor, code) => {
    await outcome(sharing.ask(coHostContract.list, { activityId: activity.id }, actor()), code);
  });

  it('lists the invitations of the unions where one has a role, and no others', async () => {
    const mine = await sharing.ask(
      coHostContract.listInvitations,
      { state: 'accepted', limit: 200 },
      guest.officer,
    );
    expect(mine.items.map((one) => one.id)).toContain(invitation.id);
    expect(new Set(mine.items.map((one) => one.party.id))).not.toContain(third.id);
    const [newest, next] = mine.items;
    expect((newest?.id ?? '') > (next?.id ?? '')).toBe(true);
    expect(newest?.organiser).toEqual({ kind: 'union', id: host.id, name: host.name });
    expect((await sharing.ask(coHostContract.listInvitations, {}, memberOf(guest))).items).toEqual([]);
    await outcome(sharing.ask(coHostContract.listInvitations, {}, null), 'NOT_SIGNED_IN');
  });
});

it('lists what waits for an answer that the caller may give, as long as it can be accepted', async () => {
  const waiting = async (actor: Actor, ownUnions = false): Promise<string[]> => {
    const request = { waitingForMe: true, ownUnions, limit: 200 };
    return (await sharing.ask(coHostContract.listInvitations, request, actor)).items.map((one) => one.id);
  };
  const activity = await draftOf(sharing, host);
  const { id } = await invite(activity, asParty(guest));
  expect(await waiting(withRole('organiser', guest))).toContain(id);
  const above = withRole('officer', { id: guest.id, path: '1.' });
  expect(await waiting(above)).toContain(id);
  expect(await waiting(above, true)).not.toContain(id);
  expect(await waiting(guest.officer, true)).toContain(id);
  // A finance officer sees it and cannot answer.
  expect(await waiting(withRole('finance', guest))).toEqual([]);
  expect(await waiting(host.officer)).not.toContain(id);
  const cancel = { activityId: activity.id, reason: '场地检修' };
  await sharing.ask(activityContract.cancel, cancel, host.officer);
  expect(await waiting(guest.officer)).not.toContain(id);
});

async function outcome(answer: Promise<unknown>, code: string | null): Promise<void> {
  if (code === null) await answer;
  else await expect(answer).rejects.toMatchObject({ code });
}
