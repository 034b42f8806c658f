import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { questionContract } from '@gongxiang/contracts/sharing/activities/question.contract';
import { proposalContract } from '@gongxiang/contracts/sharing/organising/proposal.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { proposalDue } from '../../activities/activity/proposal.due.js';
import { noticesOf, untilNothingDue, untilNotified } from '../../reference/notice/notice.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;
let worker: Actor;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
  [worker] = (await stage.members(union, 1)) as [Actor];
});

afterAll(() => sharing.stop());

const wish = {
  title: '周末一起修自行车',
  what: '带上旧车，师傅教大家修。',
  venue: '厂区北门',
  startsAt: '2099-11-21T09:00:00+08:00',
  heads: 20,
  needed: '一块空地和两套工具',
};

const propose = (): Promise<ActivityView> => sharing.ask(proposalContract.propose, wish, worker);
const sponsor = (activityId: string, who: Actor) =>
  sharing.ask(proposalContract.sponsor, { activityId }, who);
const decline = (activityId: string, who: Actor) =>
  sharing.ask(proposalContract.decline, { activityId, reason: '当天场地已满' }, who);
const get = (activityId: string, who: Actor) => sharing.ask(activityContract.get, { activityId }, who);

async function waitingFor(officer: Actor, ownUnions = false): Promise<string[]> {
  const request = { waitingForMe: true, ownUnions, limit: 200 } as const;
  const { items } = await sharing.ask(proposalContract.waiting, request, officer);
  return items.map(({ activityId }) => activityId);
}

describe('what a worker proposes', () => {
  it('waits for the officers of the worker’s union, and is the worker’s own until then', async () => {
    const made = await propose();
    expect(made).toMatchObject({
      state: 'draft',
      description: wish.what,
      unionId: union.id,
      endsAt: '2099-11-21T03:00:00.000Z',
      organiser: { kind: 'person', id: worker.personId, name: '张*' },
      proposal: { state: 'waiting', heads: 20, needed: wish.needed, reason: null },
    });
    const stranger = await stage.union();
    expect(await waitingFor(union.officer)).toContain(made.id);
    const above = actorWith({ roles: [['officer', union.id, '1.']] });
    expect(await waitingFor(above)).toContain(made.id);
    expect(await waitingFor(above, true)).not.toContain(made.id);
    expect(await waitingFor(union.officer, true)).toContain(made.id);
    for (const other of [stranger.officer, worker]) expect(await waitingFor(other)).not.toContain(made.id);
    await expect(sponsor(made.id, worker)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(sponsor(made.id, stranger.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const edit = { activityId: made.id, venue: '厂区南门' };
    const edited = await sharing.ask(activityContract.edit, edit, worker, { ifMatch: made.version });
    expect(edited.venue).toBe('厂区南门');
  });

  it('is organised by the worker’s union once it sponsors it; the name stays, the worker looks on and manages nothing', async () => {
    const { id } = await propose();
    const sponsored = await sponsor(id, union.officer);
    expect(sponsored).toMatchObject({
      organiser: { kind: 'union', id: union.id },
      proposal: { state: 'sponsored', proposer: { kind: 'person', id: worker.personId, name: '张*' } },
    });
    const pools = await sharing.ask(poolContract.list, { activityId: id }, union.officer);
    expect(pools.items.map(({ seats }) => seats.capacity)).toEqual([20]);
    const seen = await get(id, worker);
    expect(seen.proposal?.proposer.name).toBe('张*');
    const mine = await sharing.ask(activityContract.list, { limit: 200, state: 'draft' }, worker);
    expect(mine.items.map((one) => one.id)).toContain(id);
    const edit = { activityId: id, venue: '别处' };
    await expect(
      sharing.ask(activityContract.edit, edit, worker, { ifMatch: seen.version }),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await noticesOf(sharing, worker, id)).toMatchObject([
      { kind: 'proposalSponsored', why: 'proposed' },
    ]);
    expect(await waitingFor(union.officer)).not.toContain(id);
    await expect(decline(id, union.officer)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const published = await sharing.ask(activityContract.publish, { activityId: id }, union.officer);
    expect(published.proposal?.proposer.name).toBe('张*');
  });

  it('may be declined for a reason that the worker reads, who alone may propose it once more', async () => {
    const { id } = await propose();
    await decline(id, union.officer);
    expect((await get(id, worker)).proposal).toMatchObject({ state: 'declined', reason: '当天场地已满' });
    expect(await waitingFor(union.officer)).not.toContain(id);
    const renew = (who: Actor) => sharing.ask(proposalContract.renew, { activityId: id }, who);
    await expect(renew(union.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await renew(worker)).proposal).toMatchObject({ state: 'waiting', reason: null });
    await decline(id, union.officer);
    const received = await noticesOf(sharing, worker, id);
    expect(received.map(({ kind, values }) => [kind, values['reason']])).toEqual([
      ['proposalDeclined', '当天场地已满'],
      ['proposalDeclined', '当天场地已满'],
    ]);
  });

  it('waits for the officers of their union until they have decided, and again where it is renewed', async () => {
    const { id, startsAt } = await propose();
    const awaits = (...kinds: string[]) => untilAwaits(sharing, 'sharing', id, kinds);
    const [awaited] = await awaits('proposalMade');
    expect(awaited).toMatchObject({
      why: 'proposersUnion',
      title: null,
      offices: { roles: ['officer'], unionIds: [union.id], isNearest: true },
      values: { startsAt },
    });
    await decline(id, union.officer);
    await awaits();
    await sharing.ask(proposalContract.renew, { activityId: id }, worker);
    await awaits('proposalMade');
    await sponsor(id, union.officer);
    await awaits();
  });

  it('lets the worker answer questions about it beside the hosts', async () => {
    const { id: activityId } = await propose();
    await sponsor(activityId, union.officer);
    await sharing.ask(activityContract.publish, { activityId }, union.officer);
    const [asker] = (await stage.members(union, 1)) as [Actor];
    const { id: questionId } = await sharing.ask(
      questionContract.ask,
      { activityId, text: '要自带工具吗？' },
      asker,
    );
    const { items } = await sharing.ask(questionContract.waiting, { waitingForMe: true }, worker);
    expect(items.map(({ id }) => id)).toContain(questionId);
    const answer = { activityId, questionId, answer: '不用。' };
    expect(await sharing.ask(questionContract.answer, answer, worker)).toMatchObject({ state: 'answered' });
    await expect(
      sharing.ask(questionContract.hide, { activityId, questionId, reason: '无关' }, worker),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('does not wait for ever: after a week its officers are reminded, by day and once', async () => {
    const own = await stage.union();
    const personId = await knownRole(sharing, 'officer', own.id);
    const officer = actorWith({ personId, roles: [['officer', own.id, own.path]] });
    const [proposer] = (await stage.members(own, 1)) as [Actor];
    sharing.clock.set('2026-12-01T23:30:00+08:00');
    const { id } = await sharing.ask(proposalContract.propose, wish, proposer);
    sharing.clock.set('2026-12-08T23:31:00+08:00');
    await untilNothingDue(sharing, proposalDue);
    expect(await noticesOf(sharing, officer, id)).toEqual([]);
    sharing.clock.set('2026-12-09T07:01:00+08:00');
    const [received] = await untilNotified(sharing, officer, id, ['proposalWaiting']);
    expect(received).toMatchObject({ why: 'proposersUnion', title: null, values: {} });
    sharing.clock.set('2026-12-30T09:00:00+08:00');
    await untilNothingDue(sharing, proposalDue);
    expect(await noticesOf(sharing, officer, id)).toHaveLength(1);
  });
});
