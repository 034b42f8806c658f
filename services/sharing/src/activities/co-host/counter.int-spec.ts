import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { agreementContract } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract, type CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { Actor } from '@gongxiang/domain';
import { type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { draftOf, memberOf, type TestUnion, unionAt, withRole } from '../activity/activity.fixture.js';
import { hostedBy, openVersion, versionInForce } from '../agreement/agreement.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let far: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, far] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

const note = '名额我们要 30 个，大巴由贵会安排';

function invite(activity: ActivityView, message = '名额各半'): Promise<CoHostView> {
  const request = { activityId: activity.id, party: { kind: 'union', id: guest.id } as const, message };
  return sharing.ask(coHostContract.invite, request, host.officer);
}

const counter = ({ id: invitationId }: CoHostView, actor: Actor = guest.officer): Promise<CoHostView> =>
  sharing.ask(coHostContract.counter, { invitationId, note }, actor);

async function countered(): Promise<{ activity: ActivityView; invitation: CoHostView }> {
  const activity = await draftOf(sharing, host);
  return { activity, invitation: await counter(await invite(activity)) };
}

describe('other terms of who is invited', () => {
  it('wait for the organiser, keep the invitation open, and change nothing else', async () => {
    const { activity, invitation } = await countered();
    expect(invitation).toMatchObject({
      state: 'countered',
      counterNote: note,
      answeredBy: guest.officer.personId,
      reason: null,
    });
    const [awaited] = await untilAwaits(sharing, 'sharing', invitation.id, ['invitationCountered']);
    expect(awaited).toMatchObject({ why: 'hosts', values: { partyName: guest.name } });
    const seen = await sharing.ask(activityContract.get, { activityId: activity.id }, host.officer);
    expect(seen).toMatchObject({ version: 1, coHosts: [] });
    await expect(counter(invitation)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('are taken up by inviting anew: the new invitation stands for the old one', async () => {
    const { activity, invitation } = await countered();
    const again = await invite(activity, '名额 30 个，大巴由我会安排');
    expect(again).toMatchObject({ state: 'invited', counterNote: null, position: 2 });
    const { items } = await sharing.ask(coHostContract.list, { activityId: activity.id }, host.officer);
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [invitation.id, 'withdrawn'],
      [again.id, 'invited'],
    ]);
    const accepted = await sharing.ask(coHostContract.accept, { invitationId: again.id }, guest.officer);
    expect(accepted.state).toBe('accepted');
  });

  it('are refused by the organiser with a reason that the party reads', async () => {
    const { invitation } = await countered();
    const request = { invitationId: invitation.id, reason: '名额无法再增加' };
    expect(await sharing.ask(coHostContract.withdraw, request, host.officer)).toMatchObject({
      state: 'withdrawn',
      reason: '名额无法再增加',
      counterNote: note,
    });
  });

  it('keep nobody from accepting the first terms after all, or from declining', async () => {
    const first = await countered();
    const { id: invitationId } = first.invitation;
    expect(await sharing.ask(coHostContract.accept, { invitationId }, guest.officer)).toMatchObject({
      state: 'accepted',
      counterNote: note,
    });
    const second = await countered();
    const decline = { invitationId: second.invitation.id, reason: '另有安排' };
    expect((await sharing.ask(coHostContract.decline, decline, guest.officer)).state).toBe('declined');
  });

  it.each<[string, () => Actor, string]>([
    ['the organiser itself', () => host.officer, 'NOT_PERMITTED'],
    ['who may only look', () => withRole('auditor', guest), 'NOT_PERMITTED'],
    ['a plain member', () => memberOf(guest), 'NOT_FOUND'],
    ['another union', () => far.officer, 'NOT_FOUND'],
  ])('are not proposed by %s', async (_who, actor, code) => {
    const invitation = await invite(await draftOf(sharing, host));
    await expect(counter(invitation, actor())).rejects.toMatchObject({ code });
  });

  it('are not proposed once it is accepted: then there is the agreement', async () => {
    const invitation = await invite(await draftOf(sharing, host));
    await sharing.ask(coHostContract.accept, { invitationId: invitation.id }, guest.officer);
    await expect(counter(invitation)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('a version that a co-host proposes', () => {
  const ratio = { kind: 'ratio' } as const;

  it('says for whom, overtakes the one that waits, and leaves the one in force alone', async () => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    const bound = await versionInForce(sharing, activity.id, [host, guest]);
    expect(bound.proposedFor).toMatchObject({ kind: 'union', id: host.id, name: host.name });
    const waiting = await openVersion(sharing, activity.id, host.officer);
    const weights = { [`union:${host.id}`]: 2, [`union:${guest.id}`]: 1 };
    const rule = { ...ratio, weights };
    const theirs = await openVersion(sharing, activity.id, guest.officer, { rule });
    expect(theirs).toMatchObject({ versionNumber: 3, proposedFor: { id: guest.id } });
    const { items } = await sharing.ask(agreementContract.list, { activityId: activity.id }, host.officer);
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [theirs.id, 'open'],
      [waiting.id, 'superseded'],
      [bound.id, 'inForce'],
    ]);
  });

  it('is taken back by its host or by the organiser, and by no other', async () => {
    const { activity } = await hostedBy(sharing, [host, guest, far]);
    const withdraw = (agreementId: string, actor: Actor) =>
      sharing.ask(agreementContract.withdraw, { agreementId }, actor);
    const first = await openVersion(sharing, activity.id, guest.officer);
    await expect(withdraw(first.id, far.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await withdraw(first.id, guest.officer)).state).toBe('superseded');
    const second = await openVersion(sharing, activity.id, guest.officer);
    expect((await withdraw(second.id, host.officer)).state).toBe('superseded');
  });

  it.each<[string, () => Actor, string]>([
    ['who signs for it, but does not speak', () => withRole('finance', guest), 'NOT_PERMITTED'],
    ['a union that is no host', () => far.officer, 'NOT_FOUND'],
  ])('is not proposed by %s', async (_who, actor, code) => {
    const { activity } = await hostedBy(sharing, [host, guest]);
    await expect(openVersion(sharing, activity.id, actor())).rejects.toMatchObject({ code });
  });
});
