import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  matchContract,
  type MatchView,
  type MatchKind,
} from '@gongxiang/contracts/sharing/finding/match.contract';
import {
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { brandContract } from '@gongxiang/contracts/sharing/organising/brand.contract';
import { newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { publishedBrand } from '../../organising/brand/brand.fixture.js';
import { ActivityScoreRow } from '../../lending/need/need.entity.js';
import { RecognitionRef } from './recognition-ref.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownMembers, knownRole, startSharing } from '../../sharing.fixture.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let seeker: KnownUnion;
let owner: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  seeker = await stage.union();
  owner = await stage.union();
});
afterAll(() => sharing.stop());

const windows = [{ from: '2099-11-21T08:00:00+08:00', to: '2099-11-21T18:00:00+08:00' }];

function post(union: KnownUnion, changes: Partial<PostNeedRequest> = {}): Promise<NeedView> {
  return sharing.ask(
    needContract.post,
    {
      party: { kind: 'union', id: union.id },
      title: '亲子活动',
      wants: [{ function: 'facility', business: 'culture' }],
      windows,
      headcount: 20,
      audience: 'families',
      ...changes,
    },
    union.officer,
  );
}

async function matchesOf(needId: string, union: KnownUnion): Promise<MatchView[]> {
  return (await sharing.ask(matchContract.list, { needId, limit: 200 }, union.officer)).items;
}

function matched(
  needId: string,
  union: KnownUnion,
  offer: { kind: MatchKind; id: string },
): Promise<MatchView> {
  return eventually(async () => {
    const found = (await matchesOf(needId, union)).find((match) => match.offer.id === offer.id);
    if (found === undefined) throw new Error('not matched yet');
    expect(found.offer.kind).toBe(offer.kind);
    return found;
  });
}

async function draftWithSeats(union: KnownUnion, capacity = 40): Promise<ActivityView> {
  const request = {
    organiser: { kind: 'union' as const, id: union.id },
    ...({ title: '亲子工厂游', kind: 'parentChild', function: 'facility', business: 'culture' } as const),
    description: '参观',
    venue: '一号车间',
    startsAt: '2099-11-21T09:00:00+08:00',
    endsAt: '2099-11-21T12:00:00+08:00',
  };
  const draft = await sharing.ask(activityContract.create, request, union.officer);
  await sharing.ask(poolContract.create, { activityId: draft.id, name: '公共名额', capacity }, union.officer);
  return draft;
}

const act = (name: 'propose' | 'accept' | 'decline', matchId: string, union: KnownUnion) =>
  sharing.ask(matchContract[name], { matchId }, union.officer);

describe('an activity with room for more', () => {
  it('meets a standing need when it is published, and is accepted without its organiser: a sign-up', async () => {
    const need = await post(seeker, { title: '想带孩子出去' });
    const { id: activityId } = await draftWithSeats(owner);
    await sharing.ask(activityContract.publish, { activityId }, owner.officer);
    const match = await eventually(async () => {
      const found = await matched(need.id, seeker, { kind: 'activity', id: activityId });
      expect(found.reasons.map(({ code }) => code)).toContain('AUDIENCE_FITS');
      return found;
    });
    // function 10 + business 10 + words 10 + seats 3 + families 3 + time 20 + open 10
    expect(match.score).toBe(66);
    const accepted = await act('accept', match.id, seeker);
    expect(accepted.outcome).toMatchObject({ kind: 'signUp', id: activityId, activityId });
    expect(await act('accept', match.id, seeker)).toEqual(accepted);
    const view = await sharing.ask(needContract.get, { needId: need.id }, seeker.officer);
    expect(view.state).toBe('answered');
  });

  it('as a draft is its organiser’s alone until it is proposed; accepted, it is an invitation with tasks and a cost rule', async () => {
    const need = await post(seeker, { title: '想合办' });
    const { id: activityId } = await draftWithSeats(owner);
    const match = await matched(need.id, owner, { kind: 'activity', id: activityId });
    expect((await matchesOf(need.id, seeker)).map(({ offer }) => offer.id)).not.toContain(activityId);
    await expect(act('decline', match.id, seeker)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await act('propose', match.id, owner);
    const { outcome } = await act('accept', match.id, seeker);
    expect(outcome).toMatchObject({ kind: 'coHostInvitation', activityId });
    const invitationId = outcome?.id ?? '';
    const { items } = await sharing.ask(coHostContract.list, { activityId }, owner.officer);
    expect(items).toMatchObject([{ id: invitationId, state: 'invited', party: { id: seeker.id } }]);
    const plan = await sharing.ask(matchContract.plan, { activityId }, seeker.officer);
    expect(plan.rule).toEqual({ kind: 'headcount', else: { kind: 'equal' } });
    expect(plan.tasks).toContainEqual({ party: `union:${seeker.id}`, title: '组织本会 20 人报名' });
    const stranger = await stage.union();
    await expect(sharing.ask(matchContract.plan, { activityId }, stranger.officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await sharing.ask(coHostContract.accept, { invitationId }, seeker.officer);
  });

  it('that is cancelled is suggested to nobody any more, and cannot be accepted', async () => {
    const need = await post(seeker);
    const { id: activityId } = await draftWithSeats(owner);
    const { id: matchId } = await matched(need.id, owner, { kind: 'activity', id: activityId });
    await act('propose', matchId, owner);
    await sharing.ask(activityContract.cancel, { activityId, reason: '停电' }, owner.officer);
    await expect(act('accept', matchId, seeker)).rejects.toMatchObject({ code: 'OFFER_GONE' });
    const next = await post(seeker);
    await eventually(async () =>
      expect(
        (await sharing.ask(needContract.get, { needId: next.id }, seeker.officer)).matchesComputedAt,
      ).not.toBeNull(),
    );
    expect((await matchesOf(next.id, owner)).map(({ offer }) => offer.id)).not.toContain(activityId);
  });
});

describe('a brand', () => {
  const wants = [{ function: 'service', business: 'culture' }] as const;

  it('open to all becomes the draft of an edition at the first time that suits', async () => {
    const brand = await publishedBrand(stage, owner);
    const need = await post(seeker, { title: '想办品牌活动', wants: [...wants] });
    const { id: matchId } = await matched(need.id, seeker, { kind: 'brand', id: brand.id });
    const { outcome } = await act('accept', matchId, seeker);
    expect(outcome).toMatchObject({ kind: 'adoptionDraft' });
    const activityId = outcome?.activityId ?? '';
    const draft = await sharing.ask(activityContract.get, { activityId }, seeker.officer);
    expect(draft).toMatchObject({ state: 'draft', brand: { id: brand.id, edition: 2 } });
    expect(draft.startsAt).toBe('2099-11-21T00:00:00.000Z');
  });

  it('whose founder wants to be asked becomes that question; retired, it is gone', async () => {
    const brand = await publishedBrand(stage, owner, { adoption: 'onRequest' });
    const first = await post(seeker, { wants: [...wants] });
    const { id: matchId } = await matched(first.id, seeker, { kind: 'brand', id: brand.id });
    const { outcome } = await act('accept', matchId, seeker);
    expect(outcome).toMatchObject({ kind: 'adoptionRequest', activityId: null });
    const second = await post(seeker, { wants: [...wants] });
    const again = await matched(second.id, seeker, { kind: 'brand', id: brand.id });
    await sharing.ask(brandContract.retire, { brandId: brand.id }, owner.officer);
    await expect(act('accept', again.id, seeker)).rejects.toMatchObject({
      code: expect.stringMatching(/OFFER_GONE|NOT_FOUND/),
    });
    await eventually(async () =>
      expect((await matchesOf(second.id, seeker)).map(({ id }) => id)).not.toContain(again.id),
    );
  });

  it('stands higher for what its editions were worth, by what evaluation tells', async () => {
    const brand = await publishedBrand(stage, owner, { name: '篮球联赛' });
    const need = await post(seeker, { wants: [...wants] });
    const before = await matched(need.id, seeker, { kind: 'brand', id: brand.id });
    const received = {
      scoreId: newId(),
      activityId: brand.firstActivityId,
      computedAt: '2026-11-20T10:00:00Z',
    };
    await sharing.emit(evaluationEvents.scoreComputed, { ...received, score: 90 });
    const older = { ...received, scoreId: newId(), score: 20, computedAt: '2026-11-19T10:00:00Z' };
    await sharing.emit(evaluationEvents.scoreComputed, older);
    await eventually(() =>
      sharing.dataSource.manager.findOneByOrFail(ActivityScoreRow, { brandId: brand.id, score: 90 }),
    );
    const next = await post(seeker, { wants: [...wants] });
    const after = await matched(next.id, seeker, { kind: 'brand', id: brand.id });
    expect(after.score).toBe(before.score + 4); // ⌊5 · 90/100⌋
  });

  it('stands higher for what a ranking recognised, until that is revoked', async () => {
    const brand = await publishedBrand(stage, owner, { name: '足球联赛' });
    const matchOf = async () => {
      const need = await post(seeker, { wants: [...wants] });
      return matched(need.id, seeker, { kind: 'brand', id: brand.id });
    };
    const before = await matchOf();
    const state = {
      id: newId(),
      version: 1,
      rankingId: newId(),
      subjectKind: 'brand' as const,
      subjectId: brand.id,
      title: '年度品牌',
      level: '一等奖',
      year: 2026,
      grantedAt: '2026-11-20T10:00:00Z',
      revokedAt: null,
    } as const;
    const known = (valid: boolean) =>
      eventually(() => sharing.dataSource.manager.findOneByOrFail(RecognitionRef, { id: state.id, valid }));
    await sharing.emit(evaluationEvents.recognitionGranted, state);
    await known(true);
    expect((await matchOf()).score).toBe(before.score + 5);
    const revokedAt = '2026-11-21T10:00:00Z';
    await sharing.emit(evaluationEvents.recognitionRevoked, { ...state, version: 2, revokedAt });
    await known(false);
    expect((await matchOf()).score).toBe(before.score);
  });
});

describe('needs for the like', () => {
  const wants = [{ function: 'people', business: 'education', skill: '茶艺教练' }] as const;

  it('that come at the same moment do not miss each other: each has five of the others', async () => {
    const unions = await Promise.all(Array.from({ length: 7 }, () => stage.union()));
    const lookingFor = [{ function: 'people', business: 'education', skill: '书法教练' }] as const;
    const posted = await Promise.all(
      unions.map(async (union) => ({
        union,
        need: await post(union, { title: '学书法', wants: [...lookingFor] }),
      })),
    );
    const all = posted.map(({ need }) => need.id);
    for (const { union, need } of posted) {
      await eventually(async () => {
        const found = (await matchesOf(need.id, union)).filter(({ offer }) => offer.kind === 'need');
        expect(found).toHaveLength(5);
        const others = all.filter((id) => id !== need.id);
        expect(others).toEqual(expect.arrayContaining(found.map(({ offer }) => offer.id)));
      });
    }
  });

  it('find each other, and are met together: one draft with two hosts, two needs that are answered', async () => {
    const other = await stage.union();
    const mine = await post(seeker, { title: '学茶艺', wants: [...wants] });
    const theirs = await post(other, { title: '茶艺课', wants: [...wants], headcount: 8 });
    const match = await matched(mine.id, seeker, { kind: 'need', id: theirs.id });
    const mirror = await matched(theirs.id, other, { kind: 'need', id: mine.id });
    await act('propose', match.id, other);
    await act('propose', mirror.id, seeker);
    // Both accept at once: one draft, not two.
    const answers = await Promise.allSettled([
      act('accept', match.id, seeker),
      act('accept', mirror.id, other),
    ]);
    const made = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    const activityId = made[0]?.outcome?.activityId ?? '';
    const draft = await sharing.ask(activityContract.get, { activityId }, seeker.officer);
    expect(draft).toMatchObject({ state: 'draft', agreementRequired: true });
    expect([draft.organiser.id, ...draft.coHosts.map(({ id }) => id)].sort()).toEqual(
      [seeker.id, other.id].sort(),
    );
    for (const { id: needId } of [mine, theirs])
      expect((await sharing.ask(needContract.get, { needId }, seeker.officer)).state).toBe('answered');
    const plan = await sharing.ask(matchContract.plan, { activityId }, other.officer);
    expect(plan.tasks.map(({ title }) => title)).toContain('落实：茶艺教练');
  });
});

describe('who is told', () => {
  it('the owner of what fits, once of a need, and of the answer; an offer waits for the seeker', async () => {
    const [host, guest] = [await stage.union(), await stage.union()];
    const hostOfficer = await knownRole(sharing, 'officer', host.id, host.officer.personId);
    await knownRole(sharing, 'officer', guest.id, guest.officer.personId);
    expect(hostOfficer).toBe(host.officer.personId);
    const inbox = async (union: KnownUnion, needId: string): Promise<string[]> => {
      const raised = await noticesTo(sharing, union.officer);
      return raised.filter(({ about }) => about['needId'] === needId).map(({ kind }) => kind);
    };
    const { id: activityId } = await draftWithSeats(host);
    await sharing.ask(activityContract.publish, { activityId }, host.officer);
    const need = await post(guest, { title: '带孩子玩' });
    const { id: matchId } = await matched(need.id, guest, { kind: 'activity', id: activityId });
    await eventually(async () => expect(await inbox(host, need.id)).toEqual(['needMatched']));
    await act('propose', matchId, host);
    const [awaited] = await untilAwaits(sharing, 'sharing', matchId, ['offerProposed']);
    expect(awaited).toMatchObject({
      why: 'seeks',
      title: need.title,
      offices: { roles: ['officer', 'organiser'], unionIds: [guest.id], isNearest: true },
      about: { needId: need.id },
      dueAt: need.expiresAt,
    });
    await act('accept', matchId, guest);
    await untilAwaits(sharing, 'sharing', matchId, []);
    expect(await inbox(host, need.id)).toEqual(['needMatched', 'offerAccepted']);
  });

  it('the officers of the union of what its member needs, and not of their own', async () => {
    const union = await stage.union();
    await knownRole(sharing, 'officer', union.id, union.officer.personId);
    const [personId = ''] = await knownMembers(sharing, union.id, 1);
    const member = actorWith({ personId, unionId: union.id, unionPath: union.path });
    const need = await sharing.ask(
      needContract.post,
      {
        party: { kind: 'person', id: personId },
        title: '想借周六下午的羽毛球馆',
        wants: [{ kind: 'venue', function: 'facility' }],
        windows,
        headcount: 4,
      },
      member,
    );
    await post(union);
    const raised = await noticesTo(sharing, union.officer);
    expect(raised.filter(({ kind }) => kind === 'memberNeedPosted')).toMatchObject([
      { about: { needId: need.id }, title: null, values: { wanted: 'facility', headcount: '4' } },
    ]);
  });

  it('nobody more where the need is closed before the offer is answered', async () => {
    const [host, guest] = [await stage.union(), await stage.union()];
    const { id: activityId } = await draftWithSeats(host);
    await sharing.ask(activityContract.publish, { activityId }, host.officer);
    const need = await post(guest, { title: '找地方玩' });
    const { id: matchId } = await matched(need.id, guest, { kind: 'activity', id: activityId });
    await act('propose', matchId, host);
    await untilAwaits(sharing, 'sharing', matchId, ['offerProposed']);
    const edit = { needId: need.id, state: 'closed' } as const;
    await sharing.ask(needContract.edit, edit, guest.officer, { ifMatch: need.version });
    await untilAwaits(sharing, 'sharing', matchId, []);
  });
});
