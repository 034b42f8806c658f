import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import {
  ballotContract,
  type CallVote,
  type CastBallot,
  type VoteCandidate,
  voteContract,
  type VoteView,
} from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { type MotionCounted, voteEvents } from '@gongxiang/contracts/evaluation/votes/vote-events';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { blindToken, knownUnion, startEvaluation } from '../../evaluation.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { KeyWatch } from '../../seasons/key-watch/key-watch.service.js';
import { VoteCounting } from './vote-counting.service.js';
import { CandidateRow, VoteRow, VoterRow } from './vote.entity.js';

let evaluation: ServiceFixture;
let sealingDirectory: string;
let places = 1;

beforeAll(async () => {
  sealingDirectory = mkdtempSync(join(tmpdir(), 'gongxiang-votes-'));
  evaluation = await startEvaluation({ replicas: 2, sealingDirectory });
});
afterAll(() => evaluation.stop());

/** A union with an officer and active members. */
interface Assembly {
  readonly union: UnionState;
  readonly officer: Actor;
  readonly personIds: readonly string[];
}

async function assembly(members: number): Promise<Assembly> {
  const union = await knownUnion(evaluation, `1.${(places += 1)}.`);
  const personIds = Array.from({ length: members }, () => newId());
  await addMembers(union, personIds);
  return { union, officer: actorWith({ roles: [['officer', union.id, union.path]] }), personIds };
}

async function addMembers(union: UnionState, personIds: readonly string[]): Promise<void> {
  const term = { version: 1, unionId: union.id, state: 'active' as const, birthDecade: null };
  await evaluation.dataSource.manager.insert(
    MemberRef,
    personIds.map((personId) => ({ personId, ...term })),
  );
}

function requestFor({ union }: Pick<Assembly, 'union'>, change: Partial<CallVote> = {}): CallVote {
  const now = evaluation.clock.now().getTime();
  return {
    unionId: union.id,
    title: '集体合同草案',
    text: '是否通过？',
    kind: 'motion',
    roll: 'all',
    quorum: 'twoThirds',
    majority: 'all',
    showTo: 'roll',
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + hourMs).toISOString(),
    ...change,
  };
}

/** Three members who stand in an election. */
const candidatesAmong = (personIds: readonly string[]): VoteCandidate[] =>
  ['张敏', '李强', '王芳'].map((name, index) => ({ personId: personIds[index] ?? '', name }));

const seen = (voteId: string, reader: Actor): Promise<VoteView> =>
  evaluation.ask(voteContract.get, { voteId }, reader);

function reached(voteId: string, reader: Actor, state: VoteView['state']): Promise<VoteView> {
  return eventually(async () => {
    const vote = await seen(voteId, reader);
    if (vote.state !== state) throw new Error(`the vote is ${vote.state}`);
    return vote;
  });
}

async function opened(one: Assembly, change: Partial<CallVote> = {}): Promise<VoteView> {
  const { id } = await evaluation.ask(voteContract.call, requestFor(one, change), one.officer);
  return reached(id, one.officer, 'open');
}

/** Has a token signed for a person and prepares an untraceable ballot. */
async function preparedBallot(vote: VoteView, personId: string, choices: string[]): Promise<CastBallot> {
  const blinded = await blindToken({ publicKey: vote.publicKey ?? {} });
  const request = { voteId: vote.id, blindedToken: blinded.blindedToken };
  const { blindSignature } = await evaluation.ask(voteContract.takeToken, request, actorWith({ personId }));
  const receipt = randomBytes(32).toString('base64');
  return { voteId: vote.id, ...(await blinded.finalise(blindSignature)), receipt, choices };
}

const cast = (ballot: CastBallot) => evaluation.ask(ballotContract.cast, ballot, null);

async function voted(
  vote: VoteView,
  personIds: readonly string[],
  choicesOf: (index: number) => string[],
): Promise<CastBallot[]> {
  const ballots = await Promise.all(
    personIds.map((personId, index) => preparedBallot(vote, personId, choicesOf(index))),
  );
  await Promise.all(ballots.map(cast));
  return ballots;
}

async function counted(voteId: string, reader: Actor): Promise<VoteView> {
  evaluation.clock.advance(hourMs);
  return reached(voteId, reader, 'closed');
}

async function toldOf(voteId: string): Promise<MotionCounted[]> {
  const told = await evaluation.recorded(voteEvents.motionCounted);
  return told.filter(({ id }) => id === voteId);
}

describe('a secret vote', () => {
  it('is counted from fifty who vote at once, each once, and published to those who could vote', async () => {
    const one = await assembly(60);
    const vote = await opened(one);
    expect(vote).toMatchObject({ entitled: 60, onRoll: false, result: null });
    expect(JSON.stringify(vote)).not.toContain('PRIVATE');
    const someone = actorWith({ personId: one.personIds[0] ?? '' });
    const mine = () => evaluation.ask(voteContract.listMine, {}, someone);
    expect((await mine()).items).toMatchObject([{ id: vote.id, tokenIssued: false }]);
    // Yes, yes, yes, no, abstain …: of 50 thirty say yes, ten no.
    const choices = ['yes', 'yes', 'yes', 'no', 'abstain'];
    const ballots = await voted(vote, one.personIds.slice(0, 50), (index) => [choices[index % 5] ?? '']);
    expect((await mine()).items).toMatchObject([{ tokenIssued: true }]);
    expect(await seen(vote.id, one.officer)).toMatchObject({ state: 'open', result: null });
    // Sent again it is the same ballot; with another receipt it is a second one.
    const [first] = ballots;
    if (first === undefined) throw new Error('there is no ballot');
    await cast(first);
    const second = { ...first, receipt: randomBytes(32).toString('base64'), choices: ['no'] };
    await expect(cast(second)).rejects.toMatchObject({ code: 'TOKEN_USED' });
    const { result } = await counted(vote.id, one.officer);
    expect(result).toEqual({
      entitled: 60,
      voted: 50,
      counts: [
        { key: 'yes', count: 30 },
        { key: 'no', count: 10 },
        { key: 'abstain', count: 10 },
      ],
      quorate: true,
      // 30 of 60 are not more than half of all.
      carried: false,
      elected: [],
    });
    expect((await seen(vote.id, someone)).result).toEqual(result);
    // Whoever decides by it elsewhere is told.
    const counts = { entitled: 60, voted: 50, yes: 30, no: 10 };
    expect(await toldOf(vote.id)).toMatchObject([{ unionId: vote.unionId, title: vote.title, ...counts }]);
    expect((await mine()).items).toEqual([]);
    await expect(cast(first)).rejects.toMatchObject({ code: 'VOTE_NOT_OPEN' });
  });

  it('elects the candidates with the most votes, and a blank ballot is one', async () => {
    const one = await assembly(6);
    const vote = await opened(one, {
      kind: 'election',
      candidates: candidatesAmong(one.personIds),
      seats: 2,
      majority: 'present',
    });
    expect(vote.choices.map(({ key, name }) => [key, name])).toEqual([
      ['c1', '张敏'],
      ['c2', '李强'],
      ['c3', '王芳'],
    ]);
    const choices = [['c1', 'c2'], ['c1', 'c2'], ['c2', 'c1'], ['c1', 'c2'], ['c3'], []];
    await voted(vote, one.personIds, (index) => choices[index] ?? []);
    expect((await counted(vote.id, one.officer)).result).toMatchObject({
      voted: 6,
      counts: [
        { key: 'c1', count: 4 },
        { key: 'c2', count: 4 },
        { key: 'c3', count: 1 },
      ],
      carried: true,
      elected: ['c1', 'c2'],
    });
    expect(await toldOf(vote.id)).toEqual([]);
  });

  it('keeps ballots sealed, alike and without a time', async () => {
    const one = await assembly(6);
    const vote = await opened(one);
    await voted(vote, one.personIds, (index) => [index < 3 ? 'no' : 'abstain']);
    const rows: { sealed: Buffer }[] = await evaluation.dataSource.query(
      'SELECT * FROM sealed_answer WHERE survey_id = $1',
      [vote.id],
    );
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['receipt_hash', 'sealed', 'survey_id', 'token_hash']);
      expect(row.sealed.includes('abstain')).toBe(false);
    }
    const { privateKey } = await evaluation.dataSource.manager.findOneByOrFail(VoteRow, { id: vote.id });
    expect(privateKey).toMatch(/^aes-256-gcm\./);
  });

  it('tells nobody of single votes where fewer than five voted', async () => {
    const one = await assembly(6);
    const vote = await opened(one);
    await voted(vote, one.personIds.slice(0, 4), () => ['yes']);
    expect((await counted(vote.id, one.officer)).result).toMatchObject({
      entitled: 6,
      voted: 4,
      counts: null,
      carried: false,
    });
    expect(await toldOf(vote.id)).toEqual([]);
  });
});

describe('a token', () => {
  it('is one for each person: the same value gets the same signature, another is refused', async () => {
    const one = await assembly(5);
    const vote = await opened(one);
    const blinded = await blindToken({ publicKey: vote.publicKey ?? {} });
    const person = actorWith({ personId: one.personIds[0] ?? '' });
    const take = (blindedToken: string) =>
      evaluation.ask(voteContract.takeToken, { voteId: vote.id, blindedToken }, person);
    const signatures = await Promise.all([take(blinded.blindedToken), take(blinded.blindedToken)]);
    expect(signatures[0]).toEqual(signatures[1]);
    const other = await blindToken({ publicKey: vote.publicKey ?? {} });
    await expect(take(other.blindedToken)).rejects.toMatchObject({ code: 'TOKEN_ALREADY_ISSUED' });
  });

  it('is for those on the roll: an officer is refused, and whoever else asks learns of no vote', async () => {
    const one = await assembly(6);
    const personIds = one.personIds.slice(0, 5);
    const vote = await opened(one, { roll: 'named', personIds });
    const { blindedToken } = await blindToken({ publicKey: vote.publicKey ?? {} });
    const take = (actor: Actor) =>
      evaluation.ask(voteContract.takeToken, { voteId: vote.id, blindedToken }, actor);
    await expect(take(one.officer)).rejects.toMatchObject({ code: 'NOT_ON_ROLL' });
    const member = actorWith({
      personId: one.personIds[5] ?? '',
      unionId: one.union.id,
      unionPath: one.union.path,
    });
    await expect(take(member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(seen(vote.id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await seen(vote.id, actorWith({ personId: personIds[0] ?? '' }))).toMatchObject({ onRoll: true });
  });

  it('of one vote is none of another, and what was not signed is none', async () => {
    const one = await assembly(5);
    const [vote, other] = [await opened(one), await opened(one)];
    const ballot = await preparedBallot(vote, one.personIds[0] ?? '', ['yes']);
    await expect(cast({ ...ballot, voteId: other.id })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const token = randomBytes(32).toString('base64');
    await expect(cast({ ...ballot, token })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(cast({ ...ballot, choices: ['yes', 'no'] })).rejects.toMatchObject({
      code: 'BALLOT_CHOICES',
    });
  });
});

describe('the roll', () => {
  it('is fixed at the opening: who came later is not on it, who left before is not', async () => {
    const one = await assembly(7);
    const opensAt = new Date(evaluation.clock.now().getTime() + hourMs).toISOString();
    const closesAt = new Date(evaluation.clock.now().getTime() + 2 * hourMs).toISOString();
    const times = { opensAt, closesAt };
    const all = await evaluation.ask(voteContract.call, requestFor(one, times), one.officer);
    expect(all).toMatchObject({ state: 'scheduled', entitled: null, publicKey: null });
    const named = await evaluation.ask(
      voteContract.call,
      requestFor(one, { ...times, roll: 'named', personIds: [...one.personIds] }),
      one.officer,
    );
    const [gone = '', come] = [one.personIds[0], newId()];
    await evaluation.dataSource.manager.update(MemberRef, { personId: gone }, { state: 'ended' });
    await addMembers(one.union, [come]);
    evaluation.clock.advance(hourMs);
    await reached(all.id, one.officer, 'open');
    await reached(named.id, one.officer, 'open');
    await addMembers(one.union, [newId()]);
    const rollOf = async (voteId: string): Promise<string[]> =>
      (await evaluation.dataSource.manager.findBy(VoterRow, { voteId }))
        .map(({ personId }) => personId)
        .sort();
    expect(await rollOf(all.id)).toEqual([...one.personIds.slice(1), come].sort());
    expect(await rollOf(named.id)).toEqual(one.personIds.slice(1).sort());
    // Not even the service itself can change it.
    const more = 'INSERT INTO vote_voter (vote_id, person_id) VALUES ($1, $2)';
    await expect(evaluation.dataSource.query(more, [all.id, newId()])).rejects.toThrow('the roll of a vote');
  });

  it('is of five or more, of members, and given where it is named', async () => {
    const one = await assembly(5);
    const call = (change: Partial<CallVote>, actor = one.officer) =>
      evaluation.ask(voteContract.call, requestFor(one, change), actor);
    const [a = '', b = '', c = '', d = ''] = one.personIds;
    const named = (...personIds: string[]) => call({ roll: 'named', personIds });
    await expect(named(a, b, c, d, a)).rejects.toMatchObject({
      code: 'VOTE_ROLL_SMALL',
      errors: [{ pointer: '/personIds' }],
    });
    await expect(named(...one.personIds, newId())).rejects.toMatchObject({
      errors: [{ code: 'VOTE_ROLL_STRANGERS', params: { count: 1 } }],
    });
    await expect(named()).rejects.toMatchObject({ code: 'VOTE_ROLL_GIVEN' });
    await expect(call({ personIds: [a] })).rejects.toMatchObject({ code: 'VOTE_ROLL_GIVEN' });
    const few = await assembly(4);
    await expect(evaluation.ask(voteContract.call, requestFor(few), few.officer)).rejects.toMatchObject({
      code: 'VOTE_ROLL_SMALL',
    });
    const late = new Date(evaluation.clock.now().getTime() + 30_000).toISOString();
    await expect(call({ closesAt: late })).rejects.toMatchObject({ code: 'VOTE_WINDOW' });
    await expect(call({ candidates: candidatesAmong(one.personIds), seats: 1 })).rejects.toMatchObject({
      code: 'VOTE_CANDIDATES',
    });
    await expect(call({}, few.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('has no retained members, who have no vote: they are refused by name, and left out of all', async () => {
    const one = await assembly(6);
    const [retained = '', ...full] = one.personIds;
    await evaluation.dataSource.manager.update(MemberRef, { personId: retained }, { standing: 'retained' });
    const named = requestFor(one, { roll: 'named', personIds: [...one.personIds] });
    await expect(evaluation.ask(voteContract.call, named, one.officer)).rejects.toMatchObject({
      errors: [{ code: 'VOTE_ROLL_STRANGERS', params: { count: 1 } }],
    });
    const all = await evaluation.ask(voteContract.call, requestFor(one), one.officer);
    await reached(all.id, one.officer, 'open');
    const roll = await evaluation.dataSource.manager.findBy(VoterRow, { voteId: all.id });
    expect(roll.map(({ personId }) => personId).sort()).toEqual([...full].sort());
  });

  it('is of full members who stand: a retained one, a stranger, and one who is named twice are refused', async () => {
    const one = await assembly(6);
    const [first = '', retained = ''] = one.personIds;
    await evaluation.dataSource.manager.update(MemberRef, { personId: retained }, { standing: 'retained' });
    const elect = (...personIds: string[]) => {
      const candidates = candidatesAmong(personIds).slice(0, personIds.length);
      const election = { kind: 'election', candidates, seats: 1 } as const;
      return evaluation.ask(voteContract.call, requestFor(one, election), one.officer);
    };
    await expect(elect(first, retained)).rejects.toMatchObject({
      errors: [{ code: 'VOTE_CANDIDATE_RETAINED', pointer: '/candidates/1/personId' }],
    });
    const [other = ''] = (await assembly(1)).personIds;
    await expect(elect(other, first)).rejects.toMatchObject({
      errors: [{ code: 'VOTE_CANDIDATE_STRANGER', pointer: '/candidates/0/personId' }],
    });
    await expect(elect(first, first)).rejects.toMatchObject({ code: 'VOTE_CANDIDATES' });
  });

  it('keeps who stands, and is withdrawn at its opening if one of them can be elected no more', async () => {
    const one = await assembly(7);
    const now = evaluation.clock.now().getTime();
    const election = {
      kind: 'election',
      candidates: candidatesAmong(one.personIds),
      seats: 1,
      opensAt: new Date(now + hourMs).toISOString(),
      closesAt: new Date(now + 2 * hourMs).toISOString(),
    } as const;
    const vote = await evaluation.ask(voteContract.call, requestFor(one, election), one.officer);
    const { manager } = evaluation.dataSource;
    const standing = await manager.find(CandidateRow, {
      where: { voteId: vote.id },
      order: { number: 'ASC' },
    });
    expect(standing.map(({ personId }) => personId)).toEqual(one.personIds.slice(0, 3));
    const [personId = ''] = one.personIds;
    const replaced = manager.update(CandidateRow, { voteId: vote.id, number: 1 }, { personId: newId() });
    await expect(replaced).rejects.toThrow();
    await manager.update(MemberRef, { personId }, { standing: 'retained' });
    evaluation.clock.advance(hourMs);
    expect(await reached(vote.id, one.officer, 'withdrawn')).toMatchObject({ withdrawal: 'candidateGone' });
  });

  it('that has become too small at the opening withdraws the vote', async () => {
    const one = await assembly(5);
    const now = evaluation.clock.now().getTime();
    const times = {
      opensAt: new Date(now + hourMs).toISOString(),
      closesAt: new Date(now + 2 * hourMs).toISOString(),
    };
    const vote = await evaluation.ask(voteContract.call, requestFor(one, times), one.officer);
    await evaluation.dataSource.manager.update(
      MemberRef,
      { personId: one.personIds[0] ?? '' },
      { state: 'ended' },
    );
    evaluation.clock.advance(hourMs);
    expect(await reached(vote.id, one.officer, 'withdrawn')).toMatchObject({ withdrawal: 'rollSmall' });
  });
});

describe('an officer', () => {
  it('withdraws a vote before it opens, whoever has seen it, and never once it is open', async () => {
    const one = await assembly(5);
    const now = evaluation.clock.now().getTime();
    const times = {
      opensAt: new Date(now + hourMs).toISOString(),
      closesAt: new Date(now + 2 * hourMs).toISOString(),
    };
    const { id: voteId } = await evaluation.ask(voteContract.call, requestFor(one, times), one.officer);
    const withdraw = (id: string, ifMatch: number) =>
      evaluation.ask(voteContract.withdraw, { voteId: id }, one.officer, { ifMatch });
    await expect(withdraw(voteId, 9)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await withdraw(voteId, 1)).toMatchObject({ state: 'withdrawn', withdrawal: 'officer' });
    const open = await opened(one);
    expect(open.withdrawable).toBe(false);
    await expect(withdraw(open.id, open.version)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('sees the votes of the unions below; members see a result that is shown to them, and no other', async () => {
    const one = await assembly(5);
    const shown = await opened(one, { showTo: 'members' });
    const kept = await opened(one);
    const above = actorWith({ roles: [['auditor', newId(), '1.']] });
    const other = (await assembly(0)).officer;
    const { id: unionId, path: unionPath } = one.union;
    const colleague = actorWith({ unionId, unionPath });
    const ids = async (actor: Actor): Promise<string[]> =>
      (await evaluation.ask(voteContract.list, { limit: 200 }, actor)).items.map(({ id }) => id);
    expect(await ids(colleague)).toEqual([]);
    await counted(shown.id, one.officer);
    await reached(kept.id, one.officer, 'closed');
    expect(await ids(above)).toEqual(expect.arrayContaining([kept.id, shown.id]));
    expect(await ids(one.officer)).toEqual([kept.id, shown.id]);
    expect(await ids(other)).toEqual([]);
    expect(await ids(colleague)).toEqual([shown.id]);
    expect((await seen(shown.id, colleague)).result).toMatchObject({ voted: 0, counts: null });
    await expect(seen(kept.id, colleague)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(seen(shown.id, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('and all on the roll are notified alike, whoever has voted', async () => {
    const one = await assembly(5);
    const vote = await opened(one);
    await voted(vote, one.personIds.slice(0, 2), () => ['yes']);
    evaluation.clock.advance(hourMs / 2);
    const raised = async (kind: string) =>
      (await evaluation.recorded(noticeRaisedEvents.evaluation)).filter(
        (notice) => notice.kind === kind && notice.about['voteId'] === vote.id,
      );
    const everybody = [...one.personIds].sort();
    const { keysHash } = await evaluation.ask(voteContract.keys, { voteId: vote.id }, null);
    await eventually(async () =>
      expect(await raised('voteReminded')).toMatchObject([{ personIds: everybody, values: { keysHash } }]),
    );
    expect(await raised('voteOpen')).toMatchObject([{ personIds: everybody, values: { keysHash } }]);
    evaluation.clock.advance(hourMs / 2);
    await reached(vote.id, one.officer, 'closed');
    expect(await raised('voteClosed')).toMatchObject([
      { personIds: everybody },
      { personIds: [], offices: { roles: ['officer'], unionIds: [one.union.id] } },
    ]);
  });
});

describe('a vote that has ended', () => {
  const keys = (): KeyDirectory => evaluation.app.get(KeyDirectory);
  const due = (kind: string, voteId: string): Promise<void> =>
    evaluation.app
      .get(Transactions)
      .system(continueTrace(undefined), (tx) => schedule(tx, { kind, key: voteId, at: tx.now }));

  /** With six ballots; nobody counts it, as its key is somewhere else. */
  async function endedWithoutKey() {
    const one = await assembly(6);
    const vote = await opened(one);
    await voted(vote, one.personIds, (index) => [index < 4 ? 'yes' : 'no']);
    const [here, away] = [join(sealingDirectory, `${vote.id}.key`), join(sealingDirectory, 'away')];
    renameSync(here, away);
    evaluation.clock.advance(hourMs);
    await reached(vote.id, one.officer, 'closing');
    return { vote, officer: one.officer, bringBack: () => renameSync(away, here) };
  }

  it('is counted once, by whoever comes next where a process dies, and stays as it is', async () => {
    const { vote, officer, bringBack } = await endedWithoutKey();
    expect((await seen(vote.id, officer)).result).toBeNull();
    bringBack();
    const [first, second] = [0, 1].map((place) => evaluation.replicas[place]?.get(VoteCounting));
    const counting = (service: VoteCounting | undefined): Promise<void> =>
      evaluation.app
        .get(Transactions)
        .system(continueTrace(undefined), async (tx) => service?.countDue(tx, vote.id));
    await Promise.all([counting(first), counting(second)]);
    const { result, version } = await reached(vote.id, officer, 'closed');
    expect(result).toMatchObject({ voted: 6, carried: true });
    await due('vote-count', vote.id);
    await due('vote-close', vote.id);
    await due('vote-open', vote.id);
    await eventually(async () => {
      evaluation.clock.advance(1_000);
      expect(await keys().find(vote.id)).toBe('destroyed');
    });
    expect(await seen(vote.id, officer)).toMatchObject({ result, version });
    const left: unknown[] = await evaluation.dataSource.query(
      'SELECT 1 FROM sealed_answer WHERE survey_id = $1',
      [vote.id],
    );
    expect(left).toEqual([]);
    const change = `UPDATE vote SET result = result || '{"carried": false}' WHERE id = $1`;
    await expect(evaluation.dataSource.query(change, [vote.id])).rejects.toThrow('keeps what it promised');
  });

  it('tells who fetched a token, all at once and in the order of ids', async () => {
    const one = await assembly(6);
    const vote = await opened(one);
    await voted(vote, one.personIds.slice(1), () => ['yes']);
    const trail = (): Promise<{ after: { personIds: string[] } }[]> =>
      evaluation.dataSource.query(
        `SELECT after FROM audit_record WHERE noun = 'vote-token' AND subject_id = $1`,
        [vote.id],
      );
    expect(await trail()).toEqual([]);
    await counted(vote.id, one.officer);
    expect((await trail()).map(({ after }) => after.personIds)).toEqual([one.personIds.slice(1).sort()]);
  });

  it('is void where the database is older than the end of its key', async () => {
    const one = await assembly(5);
    const vote = await opened(one);
    await voted(vote, one.personIds, () => ['yes']);
    await keys().destroy(vote.id);
    await evaluation.app.get(KeyWatch).onApplicationBootstrap();
    expect(await seen(vote.id, one.officer)).toMatchObject({ state: 'void', result: null });
  });
});
