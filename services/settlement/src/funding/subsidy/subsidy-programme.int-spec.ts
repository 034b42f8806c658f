import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { subsidyApplicationContract } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  subsidyNoticeContract,
  subsidyProgrammeContract,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { subsidyContract } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { award, openProgramme, programmeOf, submitted, subsidyIdOf } from './subsidy.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const programmeAsk = (
  verb: 'open' | 'stop' | 'approve' | 'reopen' | 'get',
  programme: { readonly id: string },
  actor = holder(verb === 'approve' ? 'approver' : 'officer', root),
) => settlement.ask(subsidyProgrammeContract[verb], { programmeId: programme.id }, actor);

const decide = (
  applicationId: string,
  more: object = { outcome: 'award', grade: 'A' },
  actor = holder('officer', root),
) =>
  settlement.ask(
    subsidyApplicationContract.decide,
    { applicationId, reason: '方案完整', ...more } as never,
    actor,
  );

describe('a programme', () => {
  it('is the giver’s own while it is a draft, and everybody’s below it afterwards', async () => {
    const request = programmeOf(root);
    const officer = holder('officer', root);
    const draft = await settlement.ask(subsidyProgrammeContract.create, request, officer);
    const member = actorWith({ unionId: a.id, unionPath: a.path });
    await expect(programmeAsk('get', draft, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(programmeAsk('open', draft, holder('officer', a))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { unionId: _unionId, ...terms } = request;
    const change = { ...terms, programmeId: draft.id, title: '社区共建补助（二期）' };
    const changed = await settlement.ask(subsidyProgrammeContract.change, change, officer, {
      ifMatch: draft.version,
    });
    await programmeAsk('open', draft);
    expect(await programmeAsk('get', draft, member)).toMatchObject({
      title: changed.title,
      state: 'open',
      takesApplications: true,
      left: toWire(1_000_000n),
    });
    expect(
      (await settlement.ask(subsidyProgrammeContract.list, { state: 'open' }, member)).items,
    ).toMatchObject([{ id: draft.id }]);
    const found = async (q: string) =>
      (await settlement.ask(subsidyProgrammeContract.list, { q }, member)).items.map(({ id }) => id);
    expect(await found(changed.title.slice(1))).toContain(draft.id);
    expect(await found(changed.unionName)).toContain(draft.id);
    expect(await found('没有这一个')).toEqual([]);
    await expect(programmeAsk('open', draft, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      settlement.ask(subsidyProgrammeContract.change, change, officer, { ifMatch: changed.version + 1 }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    // A stranger beside the tree sees nothing of it.
    const stranger = actorWith({ unionId: newId(), unionPath: '2.1.' });
    await expect(programmeAsk('get', draft, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stops by itself when its window is over, and takes nothing from that moment on', async () => {
    const closesAt = new Date(settlement.clock.now().getTime() + 86_400_000);
    const call = await openProgramme(settlement, root, { closesAt: closesAt.toISOString() });
    await expect(programmeAsk('stop', call)).rejects.toMatchObject({ code: 'SUBSIDY_STANDING_ONLY' });
    const late = await settlement.ask(
      subsidyApplicationContract.create,
      {
        programmeId: call.id,
        unionId: b.id,
        title: '健步走',
        plan: '约80人。',
        useUntil: '2027-06-30',
        requested: toWire(1n),
        planned: toWire(1n),
        files: [],
      },
      holder('officer', b),
    );
    settlement.clock.advance(86_400_000);
    await expect(submitted(settlement, call, { by: a })).rejects.toMatchObject({ code: 'SUBSIDY_NOT_OPEN' });
    await eventually(async () =>
      expect(await programmeAsk('get', call)).toMatchObject({ state: 'deciding' }),
    );
    // What was not handed in is no application.
    const request = { applicationId: late.id };
    expect(await settlement.ask(subsidyApplicationContract.get, request, holder('officer', b))).toMatchObject(
      { state: 'lapsed' },
    );
  });

  it('is for unions below, of the sizes that it names, and for an activity once', async () => {
    const programme = await openProgramme(settlement, root, { sizeClasses: ['micro'] });
    await expect(submitted(settlement, programme, { by: a })).rejects.toMatchObject({
      code: 'SUBSIDY_SIZE_NOT_MEANT',
    });
    const all = await openProgramme(settlement, root);
    await expect(submitted(settlement, all, { by: root })).rejects.toMatchObject({
      code: 'SUBSIDY_NOT_BELOW',
    });
    await expect(submitted(settlement, all, { by: a, requested: 11n, planned: 10n })).rejects.toMatchObject({
      code: 'SUBSIDY_ABOVE_PLANNED',
    });
    expect(await submitted(settlement, all, { by: a })).toMatchObject({ isFirst: true, sizeClass: 'small' });
  });
});

describe('awards', () => {
  it('E83: are approved by nobody who decided or handed in any of them, once all are decided', async () => {
    const programme = await openProgramme(settlement, root);
    const one = await submitted(settlement, programme, { by: a });
    const two = await submitted(settlement, programme, { by: b });
    await expect(decide(one.id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await programmeAsk('stop', programme);
    const both = actorWith({
      roles: [
        ['officer', root.id, root.path],
        ['approver', root.id, root.path],
      ],
    });
    await decide(one.id, { outcome: 'award', grade: 'B' }, both);
    await expect(programmeAsk('approve', programme)).rejects.toMatchObject({ code: 'SUBSIDY_UNDECIDED' });
    await decide(two.id, { outcome: 'refuse' });
    await expect(programmeAsk('approve', programme, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await programmeAsk('approve', programme)).toMatchObject({
      state: 'closed',
      awarded: toWire(100_000n),
      left: toWire(900_000n),
    });
    expect(
      (await settlement.ask(subsidyApplicationContract.list, { programmeId: programme.id }, both)).items.map(
        ({ state, award: amount }) => [state, amount?.amount],
      ),
    ).toEqual([
      ['refused', undefined],
      ['granted', '100000'],
    ]);
    const found = { programmeId: programme.id, q: a.name.toLowerCase() };
    expect((await settlement.ask(subsidyApplicationContract.list, found, both)).items).toMatchObject([
      { unionName: a.name, state: 'granted' },
    ]);
    // Another round has what is left, and what is declined is free again.
    const subsidyId = await subsidyIdOf(settlement, one, a);
    const decline = { subsidyId, reason: '活动已取消' };
    expect(await settlement.ask(subsidyContract.decline, decline, holder('officer', a))).toMatchObject({
      state: 'declined',
    });
    expect(await programmeAsk('reopen', programme)).toMatchObject({
      state: 'open',
      round: 2,
      left: toWire(1_000_000n),
    });
  });

  it('E83: are not decided by whoever drew up the application, though another handed it in', async () => {
    const programme = await openProgramme(settlement, root);
    const both = actorWith({
      unionId: a.id,
      unionPath: a.path,
      roles: [
        ['officer', a.id, a.path],
        ['officer', root.id, root.path],
      ],
    });
    const { id } = await submitted(settlement, programme, { by: a });
    await settlement.dataSource.query('UPDATE subsidy_application SET created_by = $2 WHERE id = $1', [
      id,
      both.personId,
    ]);
    await programmeAsk('stop', programme);
    await expect(decide(id, { outcome: 'refuse' }, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });

  it('never come to more than the budget, however many are decided at once', async () => {
    // Three times 2,000.00 would fit; five are asked for.
    const programme = await openProgramme(settlement, root, { budget: toWire(600_000n) });
    const wishes = [];
    for (let index = 0; index < 5; index += 1)
      wishes.push(await submitted(settlement, programme, { by: index % 2 === 0 ? a : b }));
    await programmeAsk('stop', programme);
    const results = await Promise.allSettled(wishes.map((wish) => award(settlement, wish, root)));
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(['SUBSIDY_OVER_BUDGET', 'SUBSIDY_OVER_BUDGET']);
    expect(await programmeAsk('get', programme)).toMatchObject({
      awarded: toWire(600_000n),
      left: toWire(0n),
    });
    // Who withdraws makes room.
    const [granted] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const receiver = granted?.unionId === a.id ? a : b;
    const withdraw = { applicationId: granted?.id ?? '' };
    await settlement.ask(subsidyApplicationContract.withdraw, withdraw, holder('officer', receiver));
    expect(await programmeAsk('get', programme)).toMatchObject({ left: toWire(200_000n) });
  });

  it('that are cancelled free the budget, and end what was asked for', async () => {
    const programme = await openProgramme(settlement, root);
    const wish = await submitted(settlement, programme, { by: a });
    await programmeAsk('stop', programme);
    await award(settlement, wish, root);
    const request = { programmeId: programme.id, reason: '预算调整' };
    expect(
      await settlement.ask(subsidyProgrammeContract.cancel, request, holder('officer', root)),
    ).toMatchObject({ state: 'cancelled', awarded: toWire(0n), cancelReason: '预算调整' });
    expect(
      await settlement.ask(subsidyApplicationContract.get, { applicationId: wish.id }, holder('officer', a)),
    ).toMatchObject({ state: 'lapsed', award: null });
  });
});

describe('the public notice', () => {
  const noticed = async () => {
    const programme = await openProgramme(settlement, root, { noticeDays: 5 });
    const wish = await submitted(settlement, programme, { by: a });
    await programmeAsk('stop', programme);
    await award(settlement, wish, root);
    expect(await programmeAsk('approve', programme)).toMatchObject({ state: 'notice' });
    return { programme, wish, request: { programmeId: programme.id } };
  };
  const member = () => actorWith({ unionId: b.id, unionPath: b.path });
  const days = (count: number) => settlement.clock.advance(count * 86_400_000);

  it('shows what is to be given to everybody below, and gives it when its days are over', async () => {
    const { programme, wish, request } = await noticed();
    const notice = await settlement.ask(subsidyNoticeContract.get, request, member());
    expect(notice).toMatchObject({
      total: toWire(200_000n),
      lines: [{ applicationId: wish.id, unionName: '工会A', grade: 'A', amount: toWire(200_000n) }],
    });
    // Nobody's name, and no file, stands in it.
    expect(Object.keys(notice.lines[0] ?? {}).sort()).toEqual([
      'amount',
      'applicationId',
      'grade',
      'title',
      'unionName',
    ]);
    days(4);
    expect(await programmeAsk('get', programme)).toMatchObject({ state: 'notice' });
    days(1);
    await eventually(async () =>
      expect(await programmeAsk('get', programme)).toMatchObject({ state: 'closed' }),
    );
    expect(await subsidyIdOf(settlement, wish, a)).toEqual(expect.any(String));
  });

  it('is held back by an objection, which only the giver reads, until it is answered', async () => {
    const { programme, wish, request } = await noticed();
    const objector = member();
    const words = { ...request, applicationId: wish.id, reason: '去年已获同类补助。' };
    const objection = await settlement.ask(subsidyNoticeContract.object, words, objector);
    await expect(settlement.ask(subsidyNoticeContract.object, words, objector)).rejects.toMatchObject({
      code: 'SUBSIDY_OBJECTED',
    });
    const listed = async (actor: ReturnType<typeof member>) =>
      (await settlement.ask(subsidyNoticeContract.listObjections, request, actor)).items.map(({ id }) => id);
    expect(await listed(objector)).toEqual([objection.id]);
    expect(await listed(member())).toEqual([]);
    expect(await listed(holder('officer', root))).toEqual([objection.id]);
    days(6);
    await expect(settlement.ask(subsidyNoticeContract.object, words, member())).rejects.toMatchObject({
      code: 'SUBSIDY_NOTICE_OVER',
    });
    expect(await programmeAsk('get', programme)).toMatchObject({ state: 'notice' });
    const answer = { ...request, objectionId: objection.id, answer: '已核实。', upheld: false };
    await expect(settlement.ask(subsidyNoticeContract.answer, answer, objector)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await settlement.ask(subsidyNoticeContract.answer, answer, holder('officer', root));
    expect(await programmeAsk('get', programme)).toMatchObject({ state: 'closed' });
    await expect(
      settlement.ask(subsidyNoticeContract.answer, answer, holder('officer', root)),
    ).rejects.toMatchObject({ code: 'SUBSIDY_OBJECTION_ANSWERED' });
  });

  it('begins anew after an objection that was right', async () => {
    const { programme, wish, request } = await noticed();
    const words = { ...request, applicationId: wish.id, reason: '去年已获同类补助。' };
    const { id: objectionId } = await settlement.ask(subsidyNoticeContract.object, words, member());
    const answer = { ...request, objectionId, answer: '属实，改为B档。', upheld: true };
    await settlement.ask(subsidyNoticeContract.answer, answer, holder('officer', root));
    expect(await programmeAsk('get', programme)).toMatchObject({ state: 'deciding', noticeEndsAt: null });
    await award(settlement, wish, root, 'B');
    await programmeAsk('approve', programme);
    const notice = await settlement.ask(subsidyNoticeContract.get, request, member());
    expect(notice).toMatchObject({ total: toWire(100_000n), openObjections: 0 });
  });
});
