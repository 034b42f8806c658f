import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchContract, type MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import {
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { Actor } from '@gongxiang/domain';
import { actorWith, eventually } from '@gongxiang/testing';
import { at, borrow, grantFor, hall, type Lending, startLending } from '../loan/lending.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending({ replicas: 2 });
});

afterAll(() => lending.sharing.stop());

/** The borrower's need of a venue for sixty on the 1st of December. */
function post(changes: Partial<PostNeedRequest> = {}): Promise<NeedView> {
  return lending.sharing.ask(
    needContract.post,
    {
      party: { kind: 'union', id: lending.borrower.id },
      title: '趣味运动会场地',
      wants: [{ function: 'facility', business: 'culture' }],
      windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }],
      headcount: 60,
      ...changes,
    },
    lending.borrowerOfficer,
  );
}

async function matchesOf(needId: string, actor: Actor = lending.borrowerOfficer): Promise<MatchView[]> {
  return (await lending.sharing.ask(matchContract.list, { needId, limit: 200 }, actor)).items;
}

/** Waits until the matches of a need contain a resource. */
function matched(needId: string, resourceId: string): Promise<MatchView> {
  return eventually(async () => {
    const found = (await matchesOf(needId)).find((match) => match.offer.id === resourceId);
    if (found === undefined) throw new Error('not matched yet');
    return found;
  });
}

describe('matches of a need', () => {
  it('are ranked and explained, in the language of the call', async () => {
    const busy = await hall(lending, { title: '已占场地', function: 'information', capacity: 60 });
    const right = await hall(lending, { title: '合适场地', function: 'information', capacity: 60 });
    for (const { id } of [busy, right])
      await grantFor(lending, id, { to: { kind: 'sizeClass', sizeClass: 'small' } });
    await borrow(lending, busy.id);
    const need = await post({ wants: [{ function: 'information', business: 'culture' }] });
    expect(need).toMatchObject({ smallMicro: true, matchesComputedAt: null });
    for (const { id } of [busy, right]) await matched(need.id, id);
    const [first, second] = await matchesOf(need.id);
    // function 10 + business 10 + words 6 + capacity 6 + time 20 + automatic 10 + anywhere 10 + free of charge 10
    // + small first 5. Words, of 运动会 (weight 1, hints at 体育馆, which 场地 covers) and 场地 (0.4, in the title):
    // ⌊14 · (1 · 0.3 · 0.85 + 0.4 · 1) / 1.4⌋
    expect(first).toMatchObject({
      offer: { kind: 'resource', id: right.id, title: '合适场地' },
      score: 87,
      state: 'suggested',
    });
    expect(second).toMatchObject({ offer: { id: busy.id }, score: 57 }); // without the 20 for its time, and 10 less
    expect(second?.reasons.map(({ code }) => code)).toContain('NOT_AVAILABLE');
    const english = await lending.sharing.ask(
      matchContract.list,
      { needId: need.id },
      lending.borrowerOfficer,
      { locale: 'en' },
    );
    expect(english.items[0]?.reasons[0]).toMatchObject({
      code: 'FUNCTION_FITS',
      text: 'The function fits: information',
    });
    expect(first?.reasons[0]?.text).toBe('资源功能相符：信息');
    const view = await lending.sharing.ask(needContract.get, { needId: need.id }, lending.member);
    expect(view.matchesComputedAt).not.toBeNull();
  });

  it('keep their ids when an offer changes, and a new offer joins them', async () => {
    const offer = await hall(lending, { function: 'service' });
    const need = await post({ wants: [{ function: 'service' }] });
    const before = await matched(need.id, offer.id);
    await grantFor(lending, offer.id);
    const after = await eventually(async () => {
      const match = await matched(need.id, offer.id);
      expect(match.score).toBe(before.score + 20); // automatic 10 + free of charge 10
      return match;
    });
    expect(after.id).toBe(before.id);
    const later = await hall(lending, { function: 'service' });
    await expect(matched(need.id, later.id)).resolves.toMatchObject({ state: 'suggested' });
    const edit = { resourceId: later.id, active: false };
    await lending.sharing.ask(resourceContract.edit, edit, lending.ownerOfficer, { ifMatch: 1 });
    await eventually(async () => expect((await matchesOf(need.id)).map(({ id }) => id)).toEqual([before.id]));
  });

  it('are the twenty best at most, and never what the seeker has itself', async () => {
    const made = [];
    for (let count = 0; count < 23; count += 1) {
      made.push(
        await hall(lending, { title: `经理 ${count}`, function: 'management', capacity: 60 + count }),
      );
    }
    const own = await lending.sharing.ask(
      resourceContract.create,
      {
        owner: { kind: 'union', id: lending.borrower.id },
        title: '自有',
        function: 'management',
        businesses: ['culture'],
      },
      lending.borrowerOfficer,
    );
    const need = await post({ wants: [{ function: 'management', business: 'culture' }] });
    // Under load the first run may come before all of them are indexed.
    const matches = await eventually(async () => {
      const found = await matchesOf(need.id);
      expect(found).toHaveLength(20);
      return found;
    });
    expect(matches.map(({ offer }) => offer.id)).not.toContain(own.id);
    expect(matches[0]?.offer.id).toBe(made[0]?.id); // 60 for 60 fits best
    const first = await lending.sharing.ask(
      matchContract.list,
      { needId: need.id, limit: 8 },
      lending.borrowerOfficer,
    );
    const cursor = first.nextCursor ?? '';
    const next = await lending.sharing.ask(
      matchContract.list,
      { needId: need.id, limit: 12, cursor },
      lending.borrowerOfficer,
    );
    expect([...first.items, ...next.items]).toEqual(matches);
  });
});

describe('a match', () => {
  it('is proposed by the owner, accepted by the seeker, and answered once', async () => {
    const offer = await hall(lending);
    const need = await post();
    const { id: matchId } = await matched(need.id, offer.id);
    const { sharing, ownerOfficer, borrowerOfficer } = lending;
    await expect(sharing.ask(matchContract.accept, { matchId }, borrowerOfficer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await sharing.ask(matchContract.propose, { matchId }, ownerOfficer);
    await sharing.ask(matchContract.accept, { matchId }, borrowerOfficer);
    await expect(sharing.ask(matchContract.decline, { matchId }, ownerOfficer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await grantFor(lending, offer.id);
    await expect(borrow(lending, offer.id, { needId: need.id })).resolves.toMatchObject({ needId: need.id });
    const foreign = {
      needId: need.id,
      borrowerUnionId: lending.other.id,
      startsAt: at(2, '10:00'),
      endsAt: at(2, '11:00'),
    };
    await expect(borrow(lending, offer.id, foreign, lending.otherOfficer)).rejects.toMatchObject({
      code: 'NEED_NOT_BORROWERS',
    });
  });

  it('of a need that is closed is not proposed any more', async () => {
    const offer = await hall(lending);
    const need = await post();
    const { id: matchId } = await matched(need.id, offer.id);
    await lending.sharing.ask(
      needContract.edit,
      { needId: need.id, state: 'closed' },
      lending.borrowerOfficer,
      { ifMatch: 1 },
    );
    await expect(
      lending.sharing.ask(matchContract.propose, { matchId }, lending.ownerOfficer),
    ).rejects.toMatchObject({
      code: 'NEED_CLOSED',
    });
  });

  it.each([
    ['propose', 'NOT_FOUND', 'NOT_PERMITTED', null],
    ['accept', 'NOT_FOUND', null, 'NOT_PERMITTED'],
    ['decline', 'NOT_FOUND', null, null],
  ] as const)('%s: strangers %s, the seeker %s, the owner %s', async (name, stranger, seeker, owner) => {
    const { sharing, member, otherOfficer, borrowerOfficer, ownerOfficer } = lending;
    const outcomes: [Actor | null, string | null][] = [
      [null, 'NOT_SIGNED_IN'],
      [member, stranger],
      [otherOfficer, stranger],
      [borrowerOfficer, seeker],
      [ownerOfficer, owner],
    ];
    const offer = await hall(lending);
    for (const [actor, code] of outcomes) {
      const need = await post();
      const { id: matchId } = await matched(need.id, offer.id);
      if (name === 'accept') await sharing.ask(matchContract.propose, { matchId }, ownerOfficer);
      const asked = sharing.ask(matchContract[name], { matchId }, actor);
      if (code === null) await expect(asked).resolves.toMatchObject({ id: matchId });
      else await expect(asked).rejects.toMatchObject({ code });
    }
  });

  it('is read by the seeker, and by the owner of what is offered', async () => {
    const offer = await hall(lending);
    const need = await post();
    await matched(need.id, offer.id);
    expect(
      (await matchesOf(need.id, lending.ownerOfficer)).map(({ offer: offered }) => offered.id),
    ).toContain(offer.id);
    expect(await matchesOf(need.id, lending.otherOfficer)).toEqual([]);
    expect(await matchesOf(need.id, lending.member)).toEqual([]);
    await expect(lending.sharing.ask(matchContract.list, { needId: need.id }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('what waits for the seeker', () => {
  const waiting = async (actor: Actor | null, ownUnions = false): Promise<MatchView[]> => {
    const request = { waitingForMe: true, ownUnions, limit: 200 } as const;
    return (await lending.sharing.ask(matchContract.listAwaiting, request, actor)).items;
  };

  it('are the offers that were proposed to the seeker’s needs, the latest first, each until it is answered', async () => {
    const { sharing, owner, ownerOfficer, borrowerOfficer } = lending;
    const offer = await hall(lending);
    const proposed: MatchView[] = [];
    for (let n = 0; n < 2; n += 1) {
      const need = await post({ title: `需求 ${n}` });
      const { id: matchId, proposedAt } = await matched(need.id, offer.id);
      expect(proposedAt).toBeNull();
      proposed.unshift(await sharing.ask(matchContract.propose, { matchId }, ownerOfficer));
      sharing.clock.advance(1_000);
    }
    const ids = proposed.map(({ id }) => id);
    const seen = async (): Promise<MatchView[]> =>
      (await waiting(borrowerOfficer)).filter(({ id }) => ids.includes(id));
    const [latest, first] = await seen();
    expect([latest?.id, first?.id]).toEqual(ids);
    const above = actorWith({ roles: [['officer', lending.borrower.id, '1.']] });
    const offered = async (...asked: Parameters<typeof waiting>): Promise<number> =>
      (await waiting(...asked)).filter(({ id }) => ids.includes(id)).length;
    expect([await offered(above), await offered(above, true), await offered(borrowerOfficer, true)]).toEqual([
      2, 0, 2,
    ]);
    expect(latest).toMatchObject({
      needTitle: '需求 1',
      offer: { kind: 'resource', id: offer.id, title: offer.title },
      ownerUnionName: owner.name,
    });
    expect(latest?.proposedAt).toBe(proposed[0]?.proposedAt);
    await sharing.ask(matchContract.decline, { matchId: ids[0] ?? '' }, borrowerOfficer);
    expect((await seen()).map(({ id }) => id)).toEqual(ids.slice(1));
    for (const stranger of [ownerOfficer, lending.otherOfficer, lending.member])
      expect((await waiting(stranger)).filter(({ id }) => ids.includes(id))).toEqual([]);
    await expect(waiting(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('who may do what with a need', () => {
  it.each(['post', 'edit'] as const)('%s: the officers of the seeker', async (name) => {
    const need = await post();
    const { sharing, borrower, member, otherOfficer, borrowerOfficer } = lending;
    const requests = {
      post: {
        party: { kind: 'union', id: borrower.id },
        title: '讲师',
        wants: [{ function: 'people' }],
        windows: need.windows,
        headcount: 5,
      },
      edit: { needId: need.id, headcount: 70 },
    };
    const ask = (actor: Actor | null) =>
      sharing.ask(needContract[name] as typeof needContract.edit, requests[name] as never, actor, {
        ifMatch: 1,
      });
    await expect(ask(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(ask(member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(ask(otherOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(ask(borrowerOfficer)).resolves.toBeDefined();
  });

  it('is read by everyone who is signed in', async () => {
    const need = await post({ budget: { amount: '50000', currency: 'CNY' } });
    const { sharing, member } = lending;
    await expect(sharing.ask(needContract.get, { needId: need.id }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    await expect(sharing.ask(needContract.list, {}, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const seen = await sharing.ask(needContract.get, { needId: need.id }, member);
    expect(seen.budget).toEqual({ amount: '50000', currency: 'CNY' });
    const { items } = await sharing.ask(needContract.list, { function: 'facility', limit: 1 }, member);
    expect(items[0]).toMatchObject({
      id: need.id,
      unionName: lending.borrower.name,
      createdAt: need.createdAt,
    });
  });

  it('says what sort of thing it is, of the function that it names', async () => {
    const refused = post({ wants: [{ function: 'facility' }, { kind: 'venue', function: 'people' }] });
    await expect(refused).rejects.toMatchObject({
      code: 'WANT_KIND_FUNCTION',
      errors: [{ pointer: '/wants/1/kind' }],
    });
    const made = await post({ wants: [{ kind: 'venue', function: 'facility', skill: '投影' }] });
    expect(made.wants).toMatchObject([{ kind: 'venue', function: 'facility', skill: '投影' }]);
  });

  it('does not look back: a window that is over is refused', async () => {
    const windows = [{ from: '2026-11-19T10:00:00+08:00', to: '2026-11-19T12:00:00+08:00' }];
    await expect(post({ windows })).rejects.toMatchObject({ code: 'WINDOW_PAST' });
  });
});

describe('the life of a need', () => {
  const edit = (needId: string, version: number, changes: object): Promise<NeedView> =>
    lending.sharing.ask(needContract.edit, { needId, ...changes }, lending.borrowerOfficer, {
      ifMatch: version,
    });

  it('asks for a time, fixed or flexible, that lies ahead', async () => {
    await expect(post({ windows: [] })).rejects.toMatchObject({ code: 'NEED_WITHOUT_TIME' });
    const days = {
      fromDay: '2026-12-05',
      toDay: '2026-12-20',
      fromTime: '09:00',
      toTime: '18:00',
      minutes: 120,
    };
    const weekends = { ...days, weekdays: ['saturday', 'sunday'] as const };
    const need = await post({ windows: [], flexible: [{ ...weekends, weekdays: [...weekends.weekdays] }] });
    expect(need).toMatchObject({ flexible: [weekends], expiresAt: '2026-12-20T10:00:00.000Z', offers: 0 });
    const past = { ...days, fromDay: '2026-10-01', toDay: '2026-10-05' };
    await expect(post({ windows: [], flexible: [past] })).rejects.toMatchObject({ code: 'WINDOW_PAST' });
  });

  it('is closed and opened again; what has expired is opened with another time', async () => {
    const need = await post({ windows: [{ from: at(1, '10:00'), to: at(1, '12:00') }] });
    await expect(edit(need.id, 1, { state: 'closed' })).resolves.toMatchObject({
      state: 'closed',
      version: 2,
    });
    await expect(edit(need.id, 2, { state: 'open' })).resolves.toMatchObject({ state: 'open', version: 3 });
    const now = lending.sharing.clock.now();
    lending.sharing.clock.set('2026-12-01T12:00:00+08:00');
    try {
      await eventually(async () => {
        const seen = await lending.sharing.ask(needContract.get, { needId: need.id }, lending.member);
        expect(seen).toMatchObject({ state: 'expired', version: 4 });
      });
      await expect(edit(need.id, 4, { state: 'open' })).rejects.toMatchObject({ code: 'WINDOW_PAST' });
      const windows = [{ from: at(3, '10:00'), to: at(3, '12:00') }];
      await expect(edit(need.id, 4, { state: 'open', windows })).resolves.toMatchObject({ state: 'open' });
    } finally {
      lending.sharing.clock.set(now.toISOString());
    }
  });

  it('is found by its words, its function, business and district, and by whoever could answer it', async () => {
    const offer = await hall(lending, { title: '羽毛球场' });
    const need = await post({
      title: '周末羽毛球友谊赛',
      district: '江汉区',
      wants: [{ function: 'facility', business: 'culture', skill: '羽毛球馆' }],
    });
    await matched(need.id, offer.id);
    const found = async (filter: object, actor = lending.ownerOfficer): Promise<boolean> =>
      (await lending.sharing.ask(needContract.list, { limit: 200, ...filter }, actor)).items.some(
        ({ id }) => id === need.id,
      );
    expect(await found({ q: '羽毛球', function: 'facility', business: 'culture', district: '江汉区' })).toBe(
      true,
    );
    expect(await found({ q: '球友', forMe: true })).toBe(true);
    expect(await found({ q: '羽球' })).toBe(false);
    expect(await found({ business: 'education' })).toBe(false);
    expect(await found({ forMe: true }, lending.otherOfficer)).toBe(false);
  });

  it('is among those of its party in whatever state, and among those of no other', async () => {
    const need = await post();
    const found = async (filter: object): Promise<boolean> =>
      (
        await lending.sharing.ask(needContract.list, { limit: 200, ...filter }, lending.ownerOfficer)
      ).items.some(({ id }) => id === need.id);
    const party = `union:${lending.borrower.id}`;
    await lending.sharing.dataSource.query(`UPDATE need SET state = 'closed' WHERE id = $1`, [need.id]);
    expect([await found({ party }), await found({ party, state: 'open' }), await found({})]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await found({ party: `club:${lending.borrower.id}` })).toBe(false);
  });

  it('comes first on the board of whoever answers it best, page by page, though it is older', async () => {
    const { id } = await hall(lending, { title: '陶艺教室', function: 'management', capacity: 60 });
    await grantFor(lending, id);
    const wants = [{ function: 'management' as const, business: 'culture' as const }];
    const fits = await post({ title: '陶艺课六十人', wants, headcount: 60 });
    const tooFew = await post({ title: '陶艺课三人', wants, headcount: 3 });
    await matched(fits.id, id);
    await matched(tooFew.id, id);
    const board = (cursor?: string) =>
      lending.sharing.ask(
        needContract.list,
        {
          forMe: true,
          function: 'management',
          q: '陶艺课',
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        },
        lending.ownerOfficer,
      );
    const first = await board();
    const second = await board(first.nextCursor ?? '');
    expect([...first.items, ...second.items].map((need) => need.id)).toEqual([fits.id, tooFew.id]);
    expect(second.nextCursor).toBeNull();
    const [best, worse] = [first.items[0]?.bestScore ?? 0, second.items[0]?.bestScore ?? 0];
    expect(best).toBeGreaterThan(worse);
    expect(first.items[0]?.bestScore).toBe((await matched(fits.id, id)).score);
  });
});

describe('accepting', () => {
  it('answers with the first time that is free, also the second time; the need is answered by its last want', async () => {
    const offer = await hall(lending, { title: '报告厅' });
    await grantFor(lending, offer.id);
    await borrow(lending, offer.id, { startsAt: at(20, '09:00'), endsAt: at(20, '10:00') });
    const { sharing, ownerOfficer, borrowerOfficer } = lending;
    const need = await post({
      windows: [],
      flexible: [
        { fromDay: '2026-12-20', toDay: '2026-12-20', fromTime: '09:00', toTime: '18:00', minutes: 60 },
      ],
    });
    const { id: matchId } = await matched(need.id, offer.id);
    await sharing.ask(matchContract.propose, { matchId }, ownerOfficer);
    const accepted = await sharing.ask(matchContract.accept, { matchId }, borrowerOfficer);
    expect(accepted.outcome).toEqual({
      kind: 'loanRequest',
      id: offer.id,
      activityId: null,
      from: '2026-12-20T02:00:00.000Z',
      to: '2026-12-20T03:00:00.000Z',
    });
    const again = await sharing.ask(matchContract.accept, { matchId }, borrowerOfficer);
    expect(again).toEqual(accepted);
    const view = await sharing.ask(needContract.get, { needId: need.id }, borrowerOfficer);
    expect(view).toMatchObject({ state: 'answered', offers: 1 });
  });

  it('of two owners who propose at the same time takes both, one after the other', async () => {
    const first = await hall(lending, { title: '一号厅' });
    const second = await lending.sharing.ask(
      resourceContract.create,
      {
        owner: { kind: 'union', id: lending.other.id },
        title: '二号厅',
        function: 'facility',
        businesses: ['culture'],
      },
      lending.otherOfficer,
    );
    const need = await post();
    const { sharing, ownerOfficer, otherOfficer, borrowerOfficer } = lending;
    const matches = [await matched(need.id, first.id), await matched(need.id, second.id)];
    await Promise.all([
      sharing.ask(matchContract.propose, { matchId: matches[0]?.id ?? '' }, ownerOfficer),
      sharing.ask(matchContract.propose, { matchId: matches[1]?.id ?? '' }, otherOfficer),
    ]);
    const accepted = await Promise.all(
      matches.map(({ id: matchId }) => sharing.ask(matchContract.accept, { matchId }, borrowerOfficer)),
    );
    expect(accepted.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    const view = await sharing.ask(needContract.get, { needId: need.id }, borrowerOfficer);
    expect(view).toMatchObject({ state: 'answered', offers: 2 });
  });

  it('what was withdrawn or taken meanwhile is refused, and changes nothing', async () => {
    const { sharing, ownerOfficer, borrowerOfficer } = lending;
    const offer = await hall(lending);
    await grantFor(lending, offer.id);
    const need = await post();
    const { id: matchId } = await matched(need.id, offer.id);
    await sharing.ask(matchContract.propose, { matchId }, ownerOfficer);
    await borrow(lending, offer.id);
    await expect(sharing.ask(matchContract.accept, { matchId }, borrowerOfficer)).rejects.toMatchObject({
      code: 'OFFER_GONE',
    });
    const edit = { resourceId: offer.id, active: false };
    await sharing.ask(resourceContract.edit, edit, ownerOfficer, { ifMatch: 1 });
    await expect(sharing.ask(matchContract.accept, { matchId }, borrowerOfficer)).rejects.toMatchObject({
      code: 'OFFER_GONE',
    });
    const view = await sharing.ask(needContract.get, { needId: need.id }, borrowerOfficer);
    expect(view.state).toBe('open');
  });
});
