import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  type AgreementAwaitingView,
  agreementContract,
  type AgreementView,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { Actor, Party } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { draftOf, memberOf, type TestUnion, unionAt, withRole } from '../activity/activity.fixture.js';
import { knownMembers, startSharing } from '../../sharing.fixture.js';
import { AgreementAwaitedRow } from './agreement.entity.js';

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

async function waiting(actor: Actor | null): Promise<AgreementAwaitingView[]> {
  const request = { waitingForMe: true, limit: 200 } as const;
  return (await sharing.ask(agreementContract.listAwaiting, request, actor)).items;
}

async function idsFor(actor: Actor): Promise<string[]> {
  return (await waiting(actor)).map((one) => one.id);
}

async function hosted(party: Party, answering: Actor): Promise<ActivityView> {
  const activity = await draftOf(sharing, host, { title: `合办 ${party.kind}` });
  const request = { activityId: activity.id, party };
  const invitation = await sharing.ask(coHostContract.invite, request, host.officer);
  await sharing.ask(coHostContract.accept, { invitationId: invitation.id }, answering);
  return activity;
}

const withGuest = (): Promise<ActivityView> => hosted({ kind: 'union', id: guest.id }, guest.officer);

function propose(activity: ActivityView): Promise<AgreementView> {
  const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' } as const;
  return sharing.ask(agreementContract.propose, { activityId: activity.id, ...terms }, host.officer);
}

/** A version that settlement has accepted. */
async function open(activity: ActivityView): Promise<AgreementView> {
  const { id: agreementId, activityId, hash } = await propose(activity);
  const verdict = { agreementId, activityId, hash, accepted: true, problems: [] };
  await sharing.emit(settlementEvents.agreementJudged, verdict);
  return eventually(async () => {
    const row = await sharing.ask(agreementContract.get, { agreementId }, host.officer);
    expect(row.state).toBe('open');
    return row;
  });
}

function sign({ id: agreementId, hash }: AgreementView, actor: Actor): Promise<AgreementView> {
  return sharing.ask(agreementContract.sign, { agreementId, hash }, actor);
}

describe('a version that waits for signatures', () => {
  it('waits for whoever may sign for a host, with what they need to know, until they have signed', async () => {
    const activity = await withGuest();
    const version = await open(activity);
    const [first] = await waiting(guest.officer);
    expect(first).toMatchObject({
      id: version.id,
      version: version.version,
      hash: version.hash,
      versionNumber: 1,
      activityId: activity.id,
      activityTitle: activity.title,
      activityStartsAt: activity.startsAt,
      organiser: { kind: 'union', id: host.id, name: host.name },
      proposedAt: version.proposedAt,
      waitingFor: [{ id: guest.id, name: guest.name }],
      signedCount: 0,
      hostCount: 2,
    });
    await sign(version, guest.officer);
    expect(await idsFor(guest.officer)).not.toContain(version.id);
    const [still] = await waiting(withRole('finance', host));
    expect(still).toMatchObject({ id: version.id, signedCount: 1, waitingFor: [{ id: host.id }] });
    await sign(version, host.officer);
    expect(await idsFor(host.officer)).not.toContain(version.id);
    const left = await sharing.dataSource.manager.findBy(AgreementAwaitedRow, { agreementId: version.id });
    expect(left).toEqual([]);
  });

  it('waits for both hosts where somebody may sign for both, and for the one that is left', async () => {
    const version = await open(await withGuest());
    const above = actorWith({ roles: [['officer', host.id, '1.']] });
    const seen = async (): Promise<string[] | undefined> =>
      (await waiting(above)).find((one) => one.id === version.id)?.waitingFor.map(({ id }) => id);
    expect(await seen()).toEqual([host.id, guest.id]);
    const own = { waitingForMe: true, ownUnions: true, limit: 200 } as const;
    const asked = async (actor: Actor): Promise<string[]> =>
      (await sharing.ask(agreementContract.listAwaiting, own, actor)).items.map((one) => one.id);
    expect(await asked(above)).not.toContain(version.id);
    expect(await asked(guest.officer)).toContain(version.id);
    await sign(version, guest.officer);
    expect(await seen()).toEqual([host.id]);
  });

  it('waits for workers who host for themselves, too', async () => {
    const [personId = ''] = await knownMembers(sharing, guest.id, 1);
    const worker = actorWith({ personId, unionId: guest.id, unionPath: guest.path });
    const version = await open(await hosted({ kind: 'person', id: worker.personId }, worker));
    expect(await idsFor(worker)).toEqual([version.id]);
  });

  it.each<[string, () => Actor]>([
    ['a plain member of a host', () => memberOf(guest)],
    ["a host's organiser, who cannot sign", () => withRole('organiser', guest)],
    ['the officer of a union that has no part in it', () => far.officer],
  ])('does not wait for %s', async (_who, actor) => {
    await open(await withGuest());
    expect(await idsFor(actor())).toEqual([]);
  });

  it('is not told to who is not signed in', async () => {
    await expect(waiting(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('waits for nobody before the verdict, once it is withdrawn, and once its activity is cancelled', async () => {
    const unjudged = await propose(await withGuest());
    const withdrawn = await open(await withGuest());
    await sharing.ask(agreementContract.withdraw, { agreementId: withdrawn.id }, host.officer);
    const cancelled = await open(await withGuest());
    const cancel = { activityId: cancelled.activityId, reason: '场地检修' };
    await sharing.ask(activityContract.cancel, cancel, host.officer);
    await eventually(async () => {
      const ids = await idsFor(guest.officer);
      for (const { id } of [unjudged, withdrawn, cancelled]) expect(ids).not.toContain(id);
    });
  });

  it('waits for nobody once a host has joined whom it does not name, and again for whom it misses when that host has left', async () => {
    const activity = await withGuest();
    const version = await open(activity);
    await sign(version, host.officer);
    const party = { kind: 'union', id: far.id } as const;
    const request = { activityId: activity.id, party };
    const { id: invitationId } = await sharing.ask(coHostContract.invite, request, host.officer);
    await sharing.ask(coHostContract.accept, { invitationId }, far.officer);
    await eventually(async () => expect(await idsFor(guest.officer)).not.toContain(version.id));
    await sharing.ask(coHostContract.withdraw, { invitationId }, host.officer);
    await eventually(async () => expect(await idsFor(guest.officer)).toContain(version.id));
    expect(await idsFor(host.officer)).not.toContain(version.id);
  });

  it('waits for nobody where its hosts had changed before the verdict came', async () => {
    const activity = await withGuest();
    const { id: agreementId, activityId, hash } = await propose(activity);
    const request = { activityId, party: { kind: 'union', id: far.id } as const };
    const { id: invitationId } = await sharing.ask(coHostContract.invite, request, host.officer);
    await sharing.ask(coHostContract.accept, { invitationId }, far.officer);
    const verdict = { agreementId, activityId, hash, accepted: true, problems: [] };
    await sharing.emit(settlementEvents.agreementJudged, verdict);
    await eventually(async () => {
      const { state } = await sharing.ask(agreementContract.get, { agreementId }, host.officer);
      expect(state).toBe('open');
    });
    expect(await idsFor(guest.officer)).not.toContain(agreementId);
  });

  it('is listed newest first, page by page', async () => {
    const versions = [await open(await withGuest()), await open(await withGuest())];
    const newest = versions.map(({ id }) => id).reverse();
    expect((await idsFor(guest.officer)).slice(0, 2)).toEqual(newest);
    const request = { waitingForMe: true, limit: 1 } as const;
    const page = await sharing.ask(agreementContract.listAwaiting, request, guest.officer);
    const next = { ...request, cursor: page.nextCursor ?? '' };
    const after = await sharing.ask(agreementContract.listAwaiting, next, guest.officer);
    expect([...page.items, ...after.items].map(({ id }) => id)).toEqual(newest);
  });
});
