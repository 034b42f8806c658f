import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '@gongxiang/contracts/core/contract';
import { activityLifeContract } from '@gongxiang/contracts/sharing/activities/activity-life.contract';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { questionContract } from '@gongxiang/contracts/sharing/activities/question.contract';
import { overdueRuleContract } from '@gongxiang/contracts/sharing/lending/overdue-rule.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { activitySeriesContract } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { proposalContract } from '@gongxiang/contracts/sharing/organising/proposal.contract';
import { resourceProfileContract } from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  seatsFor,
  type TestUnion,
  unionAt,
} from './activities/activity/activity.fixture.js';
import { knownMembers, startSharing } from './sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
});
afterAll(() => sharing.stop());

/** Calls without a version, then with a stale one, then with the current one. */
async function decided<Request, Response>(
  contract: Contract<Request, Response>,
  request: Request,
  { actor, past }: { readonly actor: Actor; readonly past: number },
): Promise<Response> {
  const by = (ifMatch: number | null) => sharing.ask(contract, request, actor, { ifMatch });
  await expect(by(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
  await expect(by(past)).rejects.toMatchObject({ code: 'VERSION_STALE' });
  return sharing.ask(contract, request, actor);
}

describe('an activity', () => {
  it('is published, cancelled and put away as its organiser has seen it', async () => {
    const { id: activityId, version: past } = await draftOf(sharing, host);
    await seatsFor(sharing, host, activityId);
    const edit = { activityId, venue: '二楼礼堂' };
    const { version } = await sharing.ask(activityContract.edit, edit, host.officer, { ifMatch: past });
    const seen = (before: number) => ({ actor: host.officer, past: before });
    const published = await decided(activityContract.publish, { activityId }, seen(past));
    expect(published).toMatchObject({ state: 'published', venue: '二楼礼堂' });
    const cancel = { activityId, reason: '场地检修' };
    const cancelled = await decided(activityContract.cancel, cancel, seen(version));
    const away = await decided(activityLifeContract.archive, { activityId }, seen(published.version));
    expect(away.archivedAt).not.toBeNull();
    await decided(activityLifeContract.unarchive, { activityId }, seen(cancelled.version));
  });

  it('that a worker proposes is sponsored in the words that the union has read', async () => {
    const [personId] = await knownMembers(sharing, host.id, 1);
    const worker = { ...memberOf(host), personId: personId ?? '' };
    const wish = {
      title: '修自行车',
      what: '带上旧车，师傅教大家修。',
      startsAt: '2099-11-21T09:00:00+08:00',
    };
    const proposal = { ...wish, heads: 20 };
    const { id: activityId, version: past } = await sharing.ask(proposalContract.propose, proposal, worker);
    const changed = { activityId, title: '修电动车' };
    await sharing.ask(activityContract.edit, changed, worker, { ifMatch: past });
    const sponsored = decided(proposalContract.sponsor, { activityId }, { actor: host.officer, past });
    expect(await sponsored).toMatchObject({ title: '修电动车', organiser: { id: host.id } });
  });

  it('of a series is cancelled with the others by who has seen that they were published', async () => {
    const { id: activityId } = await draftOf(sharing, host);
    await seatsFor(sharing, host, activityId);
    const rule = { activityId, rule: 'FREQ=WEEKLY;COUNT=3' };
    const series = await sharing.ask(activitySeriesContract.create, rule, host.officer);
    const following = { seriesId: series.id, fromActivityId: activityId };
    await sharing.ask(activitySeriesContract.publish, following, host.officer);
    const cancel = { ...following, reason: '场地检修' };
    const seen = { actor: host.officer, past: series.version };
    expect((await decided(activitySeriesContract.cancel, cancel, seen)).cancelled).toHaveLength(3);
  });
});

describe('an invitation to host', () => {
  it('is taken back by an organiser who has seen on which other terms the party would host', async () => {
    const { id: activityId } = await draftOf(sharing, host);
    const party = { kind: 'union', id: guest.id } as const;
    const invited = await sharing.ask(coHostContract.invite, { activityId, party }, host.officer);
    const request = { invitationId: invited.id };
    const counter = { ...request, note: '名额我们要 30 个' };
    await sharing.ask(coHostContract.counter, counter, guest.officer);
    const seen = { actor: host.officer, past: invited.version };
    expect(await decided(coHostContract.withdraw, request, seen)).toMatchObject({
      state: 'withdrawn',
      counterNote: '名额我们要 30 个',
    });
  });

  it('is shown with its version to its party and the hosts, and to nobody else', async () => {
    const { id: activityId } = await draftOf(sharing, host);
    const party = { kind: 'union', id: guest.id } as const;
    const { id, version } = await sharing.ask(coHostContract.invite, { activityId, party }, host.officer);
    const request = { invitationId: id };
    for (const actor of [host.officer, guest.officer])
      expect(await sharing.ask(coHostContract.get, request, actor)).toMatchObject({ id, version });
    const stranger = (await unionAt(sharing, '1.6.')).officer;
    await expect(sharing.ask(coHostContract.get, request, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('one of several that are shown together', () => {
  it('is answered in its own version, whatever became of the others', async () => {
    const { id: activityId } = await draftOf(sharing, host);
    await seatsFor(sharing, host, activityId);
    await sharing.ask(activityContract.publish, { activityId }, host.officer);
    const ask = (text: string) => sharing.ask(questionContract.ask, { activityId, text }, memberOf(host));
    const [first, second] = [await ask('可以带孩子吗？'), await ask('几点结束？')];
    const ofSecond = { activityId, questionId: second.id };
    const seen = { actor: host.officer, past: second.version };
    await sharing.ask(questionContract.answer, { ...ofSecond, answer: '中午。' }, host.officer);
    await decided(questionContract.hide, { ...ofSecond, reason: '重复' }, seen);
    const ofFirst = { activityId, questionId: first.id, answer: '可以。' };
    const asSeen = { ifMatch: first.version };
    expect(await sharing.ask(questionContract.answer, ofFirst, host.officer, asSeen)).toMatchObject({
      state: 'answered',
    });
  });
});

describe('what is replaced as a whole', () => {
  it('is as it was seen: who hands a resource over, and how a union lends', async () => {
    const owner = { kind: 'union', id: host.id } as const;
    const hall = { owner, title: '多功能厅', function: 'facility', businesses: ['culture'] } as const;
    const { id: resourceId } = await sharing.ask(
      resourceContract.create,
      { ...hall, businesses: [...hall.businesses] },
      host.officer,
    );
    const porter = { resourceId, name: '门卫室' };
    const rule = { unionId: host.id, overdueBlock: 'sameOwner', graceHours: 4 } as const;
    const first = { ifMatch: 0 };
    await sharing.ask(resourceProfileContract.saveCustodian, porter, host.officer, first);
    await sharing.ask(overdueRuleContract.set, rule, host.officer, first);
    const seen = { actor: host.officer, past: 0 };
    expect(
      await decided(resourceProfileContract.saveCustodian, { resourceId, name: '服务台' }, seen),
    ).toMatchObject({ version: 2, name: '服务台' });
    expect(await decided(overdueRuleContract.set, { ...rule, graceHours: 8 }, seen)).toMatchObject({
      version: 2,
      graceHours: 8,
    });
  });
});
