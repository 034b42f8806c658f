import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workContract } from '@gongxiang/contracts/affairs/works/work.contract';
import { worksCallContract } from '@gongxiang/contracts/affairs/works/works-call.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../matters/matters.fixture.js';
import { admittedWork, openWorksCall, sendWork, worksCallOf } from './works.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let authors: readonly [Actor, Actor];
let jurors: readonly [Actor, Actor];

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  authors = [await plantPerson(affairs, tree.left), await plantPerson(affairs, tree.left)];
  jurors = [await plantPerson(affairs, tree.left), await plantPerson(affairs, tree.left)];
});
afterAll(() => affairs.stop());

const open = (changes: object = {}) =>
  openWorksCall(affairs, { unionId: tree.left.id, officer, jurors }, changes);
const get = (worksCallId: string, actor: Actor) => affairs.ask(worksCallContract.get, { worksCallId }, actor);
const vote = (worksCallId: string, actor: Actor, workIds: string[]) =>
  affairs.ask(worksCallContract.vote, { worksCallId, workIds }, actor);
const result = (worksCallId: string, actor: Actor) =>
  affairs.ask(worksCallContract.result, { worksCallId }, actor);
const until = (worksCallId: string, state: string) =>
  eventually(async () => expect((await get(worksCallId, officer)).state).toBe(state));
const member = (): Actor => actorWith({ unionId: tree.left.id, unionPath: tree.left.path });

async function judging(changes: object = {}) {
  const call = await open(changes);
  const works = [];
  for (const [index, author] of authors.entries())
    works.push(
      await admittedWork(
        affairs,
        call.id,
        { author, officer },
        { title: `作品${index}`, showName: index === 0 },
      ),
    );
  affairs.clock.advance(12 * dayMs);
  await until(call.id, 'judging');
  return { callId: call.id, works, ids: works.map(({ id }) => id) };
}

describe('a call for works', () => {
  it('is written by an officer and shown once published, with a jury that they have named', async () => {
    const definition = { ...worksCallOf(affairs.clock.now()), unionId: tree.left.id };
    await expect(affairs.ask(worksCallContract.create, definition, authors[0])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { id: worksCallId } = await affairs.ask(worksCallContract.create, definition, officer);
    for (const actor of [authors[0], stranger])
      await expect(get(worksCallId, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const publish = (ifMatch: number) =>
      affairs.ask(worksCallContract.publish, { worksCallId }, officer, { ifMatch });
    await expect(publish(1)).rejects.toMatchObject({ code: 'WORKS_JURORS_MISSING' });
    const name = (personIds: string[], ifMatch: number) =>
      affairs.ask(worksCallContract.nameJurors, { worksCallId, personIds }, officer, { ifMatch });
    await expect(name([officer.personId], 1)).rejects.toMatchObject({ code: 'WORKS_JUROR_UNFIT' });
    await name([jurors[0].personId], 1);
    expect(await publish(2)).toMatchObject({ state: 'open', jurorCount: 1 });
    expect(await get(worksCallId, authors[0])).toMatchObject({ jurors: [], acts: [{ act: 'send' }] });
    await sendWork(affairs, worksCallId, authors[0]);
    await expect(name([authors[0].personId], 3)).rejects.toMatchObject({ code: 'WORKS_JUROR_UNFIT' });
    await expect(sendWork(affairs, worksCallId, jurors[0])).rejects.toMatchObject({
      code: 'WORKS_JUROR_SENDS',
    });
  });

  it('is cancelled with a reason that its authors hear of', async () => {
    const { id: worksCallId, version } = await open();
    await sendWork(affairs, worksCallId, authors[0]);
    const request = { worksCallId, reason: '合并举办' };
    await affairs.ask(worksCallContract.cancel, request, officer, { ifMatch: version });
    expect(await get(worksCallId, authors[0])).toMatchObject({
      state: 'cancelled',
      cancelReason: '合并举办',
    });
    await eventually(async () =>
      expect(await affairs.recorded(noticeRaisedEvents.affairs)).toContainEqual(
        expect.objectContaining({ kind: 'worksCallCancelled', personIds: [authors[0].personId] }),
      ),
    );
  });
});

describe('a work', () => {
  it('waits for an officer, is refused with a reason, and as many come as the call takes', async () => {
    const { id } = await open({ worksPerPerson: 1 });
    const work = await sendWork(affairs, id, authors[0]);
    await untilAwaits(affairs, 'affairs', id, ['workToAdmit']);
    expect((await get(id, officer)).toAdmitCount).toBe(1);
    expect((await get(id, authors[0])).toAdmitCount).toBeNull();
    await expect(sendWork(affairs, id, authors[0])).rejects.toMatchObject({ code: 'WORKS_MAX' });
    await expect(affairs.ask(workContract.get, { workId: work.id }, authors[1])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const request = { workId: work.id, reason: '与主题无关' };
    await expect(affairs.ask(workContract.refuse, request, authors[0], { ifMatch: 1 })).rejects.toMatchObject(
      {
        code: 'NOT_PERMITTED',
      },
    );
    await affairs.ask(workContract.refuse, request, officer, { ifMatch: 1 });
    expect((await get(id, officer)).toAdmitCount).toBe(0);
    const seen = await affairs.ask(workContract.get, { workId: work.id }, authors[0]);
    expect(seen).toMatchObject({ state: 'refused', reason: '与主题无关' });
    const { items } = await affairs.ask(workContract.listMine, {}, authors[0]);
    expect(items.find((one) => one.id === work.id)).toMatchObject({ reason: '与主题无关' });
    const rows: { text: string }[] = await affairs.dataSource.query(
      'SELECT to_jsonb(w)::text AS text FROM work w WHERE id = $1',
      [work.id],
    );
    for (const said of ['凌晨四点', '与主题无关', '张小三']) expect(rows[0]?.text).not.toContain(said);
  });
});

describe('the end of a call', () => {
  it('comes of a jury that is blind and votes that are sealed until it is over', async () => {
    const { callId, ids } = await judging();
    const [first = '', second = ''] = ids;
    await untilAwaits(affairs, 'affairs', callId, ['worksToJudge']);
    const blind = await affairs.ask(workContract.get, { workId: first }, jurors[0]);
    expect(blind).toMatchObject({ authorName: null, unionName: null, points: [], acts: [{ act: 'score' }] });
    const give = (workId: string, actor: Actor, [left, right]: readonly [number, number]) =>
      affairs.ask(
        workContract.score,
        {
          workId,
          points: [
            { criterion: 0, points: left },
            { criterion: 1, points: right },
          ],
        },
        actor,
      );
    await expect(give(first, authors[1], [1, 1])).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await give(first, jurors[0], [80, 90]);
    await give(second, jurors[0], [70, 70]);
    await give(first, jurors[1], [90, 80]);
    expect((await affairs.ask(workContract.get, { workId: first }, jurors[1])).points).toHaveLength(2);
    await expect(vote(callId, authors[0], [first])).rejects.toMatchObject({ code: 'WORKS_VOTE_UNFIT' });
    await expect(vote(callId, stranger, [first])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(vote(callId, member(), [first, first])).rejects.toMatchObject({ code: 'WORKS_VOTE_UNFIT' });
    await vote(callId, authors[0], [second]);
    await vote(callId, authors[1], [first]);
    await vote(callId, member(), [second]);
    for (const actor of [officer, authors[0], jurors[0]])
      await expect(result(callId, actor)).rejects.toMatchObject({ code: 'WORKS_CALL_STATE' });
    affairs.clock.advance(8 * dayMs);
    await until(callId, 'closing');
    await untilAwaits(affairs, 'affairs', callId, ['worksToJudge', 'worksToClose']);
    await expect(vote(callId, member(), [first])).rejects.toMatchObject({ code: 'WORKS_VOTE_CLOSED' });
    await expect(result(callId, jurors[0])).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    // First: jury (0.6 × 85 + 0.4 × 85 = 85), votes 1 of 2: 0.7 × 85 + 0.3 × 50 = 74.5. Second: 0.7 × 70 + 30 = 79.
    expect(await result(callId, officer)).toMatchObject({
      voters: 3,
      works: [
        { workId: second, juryScore: 7_000, votes: 2, score: 7_900, place: 1, award: '一等奖' },
        { workId: first, juryScore: 8_500, votes: 1, score: 7_450, place: 2, award: null },
      ],
    });
    const { version } = await get(callId, officer);
    await affairs.ask(worksCallContract.close, { worksCallId: callId }, officer, { ifMatch: version });
    const gallery = await affairs.ask(workContract.list, { worksCallId: callId }, authors[0]);
    expect(gallery.items.map(({ place, authorName }) => [place, authorName])).toEqual([
      [1, null],
      [2, '张小三'],
    ]);
    await untilAwaits(affairs, 'affairs', callId, []);
  });
});

describe('votes', () => {
  it('of one person, fifty at once, are one act; of fifty people at once fifty', async () => {
    const { callId, ids } = await judging({ criteria: [], voteShare: 10_000 });
    const one = member();
    await Promise.all(
      Array.from({ length: 50 }, (_each, index) => vote(callId, one, [ids[index % 2] ?? ''])),
    );
    await Promise.all(Array.from({ length: 50 }, () => vote(callId, member(), [ids[0] ?? ''])));
    affairs.clock.advance(8 * dayMs);
    await until(callId, 'closing');
    const { voters, works } = await result(callId, officer);
    expect(voters).toBe(51);
    expect(works.reduce((sum, { votes }) => sum + votes, 0)).toBe(51);
  }, 60_000);

  it('sum up to what each voter has chosen last, in whatever order the acts come', async () => {
    const acts = fc.array(fc.record({ voter: fc.nat(3), choice: fc.nat(3) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(acts, async (cast) => {
        const { callId, ids } = await judging({ criteria: [], voteShare: 10_000 });
        const voters = Array.from({ length: 4 }, member);
        const last = new Map<number, string[]>();
        for (const { voter, choice } of cast) {
          const chosen = ids.filter((_id, index) => (choice & (1 << index)) !== 0);
          await vote(callId, voters[voter] ?? member(), chosen);
          last.set(voter, chosen);
        }
        affairs.clock.advance(8 * dayMs);
        await until(callId, 'closing');
        const counted = await result(callId, officer);
        const choices = [...last.values()];
        expect(counted.voters).toBe(choices.filter((chosen) => chosen.length > 0).length);
        expect(counted.works.reduce((sum, { votes }) => sum + votes, 0)).toBe(choices.flat().length);
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

describe('a gallery for anybody', () => {
  const nobody = null;
  const ask = {
    call: (worksCallId: string) => affairs.ask(worksCallContract.getPublic, { worksCallId }, nobody),
    result: (worksCallId: string) => affairs.ask(worksCallContract.resultPublic, { worksCallId }, nobody),
    work: (workId: string) => affairs.ask(workContract.getPublic, { workId }, nobody),
    list: () => affairs.ask(worksCallContract.listPublic, {}, nobody),
  };
  const notFound = { code: 'NOT_FOUND' };

  it('shows the call at once and the works once it is awarded, with the names to which authors consent', async () => {
    const { callId, ids } = await judging({ audience: 'public', criteria: [], voteShare: 10_000 });
    const call = await ask.call(callId);
    expect(call).toMatchObject({
      jurors: [],
      toAdmitCount: null,
      chosenIds: [],
      acts: [{ act: 'seeWorks' }],
    });
    await expect(ask.result(callId)).rejects.toMatchObject({ code: 'WORKS_CALL_STATE' });
    await expect(ask.work(ids[0] ?? '')).rejects.toMatchObject(notFound);
    affairs.clock.advance(8 * dayMs);
    await until(callId, 'closing');
    const { version } = await get(callId, officer);
    await affairs.ask(worksCallContract.close, { worksCallId: callId }, officer, { ifMatch: version });
    expect((await ask.result(callId)).works.map(({ workId }) => workId).sort()).toEqual([...ids].sort());
    const works = await Promise.all(ids.map(ask.work));
    expect(works.map(({ authorName, unionName, acts }) => [authorName, unionName, acts])).toEqual([
      ['张小三', null, []],
      [null, null, []],
    ]);
    expect((await ask.list()).items.map(({ id }) => id)).toContain(callId);
  });

  it('has nothing of a call for members, of a draft, and of one that is called off', async () => {
    const { callId, ids } = await judging();
    const draft = await affairs.ask(
      worksCallContract.create,
      { ...worksCallOf(affairs.clock.now(), { audience: 'public' }), unionId: tree.left.id },
      officer,
    );
    const off = await open({ audience: 'public' });
    await affairs.ask(worksCallContract.cancel, { worksCallId: off.id, reason: '改期' }, officer, {
      ifMatch: off.version,
    });
    for (const id of [callId, draft.id, off.id]) {
      await expect(ask.call(id)).rejects.toMatchObject(notFound);
      await expect(ask.result(id)).rejects.toMatchObject(notFound);
      expect((await ask.list()).items.map((one) => one.id)).not.toContain(id);
    }
    await expect(ask.work(ids[0] ?? '')).rejects.toMatchObject(notFound);
    for (const contract of [workContract.filePublic, workContract.previewPublic])
      await expect(
        affairs.ask(contract, { workId: ids[0] ?? '', fileId: ids[1] ?? '' }, nobody),
      ).rejects.toMatchObject(notFound);
  });
});
