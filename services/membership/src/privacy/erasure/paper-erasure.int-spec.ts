import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { memberMergeContract } from '@gongxiang/contracts/membership/members/member-merge.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { erasureContract, erasureDelayDays } from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  type FilePaperErasure,
  paperErasureContract as contract,
  paperErasureDays,
  type PaperErasureView,
} from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { type ErasureObstacle, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { type Actor, dayMs, newId, shanghaiDate } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { refusalOf } from '../../access/second-factor/second-factor.fixture.js';
import {
  plantPassword,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: Awaited<ReturnType<typeof plantUnions>>;
let officer: Actor;
let second: Actor;
let elsewhere: Actor;
let next = 300;

beforeAll(async () => {
  membership = await startMembership({ config: { publicUrl: 'https://union.example' } });
  trees = await plantUnions(membership);
  officer = await officerAt(trees.left);
  second = await officerAt(trees.left);
  elsewhere = await officerAt(trees.right);
});
afterAll(() => membership.stop());

async function officerAt({ id: unionId, path }: UnionRow): Promise<Actor> {
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId, role: 'officer' });
  return actorWith({ personId, unionId, unionPath: path, roles: [['officer', unionId, path]] });
}

interface Somebody {
  readonly memberId: string;
  readonly personId: string;
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

async function member(name = '钱进'): Promise<Somebody> {
  next += 1;
  const [number, phone] = [residentNumber(next), `1370002${1000 + next}`];
  const request = { unionId: trees.left.id, name, residentNumber: number, phone };
  const { id: memberId, personId } = await membership.ask(memberContract.create, request, officer);
  return { memberId, personId, name, number, phone };
}

const leave = ({ memberId }: Somebody, reason: 'left' | 'deceased' = 'left') =>
  membership.ask(memberContract.end, { memberId, reason }, officer);

async function former(name?: string): Promise<Somebody> {
  const one = await member(name);
  await leave(one);
  return one;
}

const file = (
  { memberId }: Pick<Somebody, 'memberId'>,
  actor = officer,
  part: Partial<FilePaperErasure> = {},
): Promise<PaperErasureView> =>
  membership.ask(
    contract.file,
    { memberId, paperKind: 'person', paperDate: shanghaiDate(membership.clock.now()), ...part },
    actor,
  );

const answers = (...obstacles: ErasureObstacle[]) =>
  mergeServices.map((service) => ({
    service,
    answered: true,
    obstacles: service === 'sharing' ? obstacles.map((obstacle) => ({ obstacle, count: 2 })) : [],
  }));

const confirm = ({ id }: { id: string }, actor = second, services = answers()): Promise<PaperErasureView> =>
  membership.ask(contract.confirm, { erasureId: id, services }, actor);

const shown = ({ id }: { id: string }, actor = officer): Promise<PaperErasureView> =>
  membership.ask(contract.get, { erasureId: id }, actor);

function until(one: { id: string }, state: PaperErasureView['state']): Promise<PaperErasureView> {
  return eventually(async () => {
    const seen = await shown(one);
    expect(seen.state).toBe(state);
    return seen;
  });
}

/** Moves the clock on, and back to where it was after the act. */
async function later(days: number, act: () => Promise<void>): Promise<void> {
  const begin = membership.clock.now();
  membership.clock.advance(days * dayMs);
  await act();
  membership.clock.set(begin);
}

async function selfOf({ personId }: Somebody): Promise<Actor> {
  await plantPassword(membership, personId);
  const sessionId = await plantSession(membership, personId);
  return { ...actorWith({ personId, unionId: trees.left.id, unionPath: trees.left.path }), sessionId };
}

async function wordsIn(word: string): Promise<string[]> {
  const rows: { note: string | null; refusal: string | null }[] = await membership.dataSource.query(
    'SELECT note, refusal FROM person_erasure WHERE note LIKE $1 OR refusal LIKE $1',
    [`%${word}%`],
  );
  return rows.map(({ note }) => note ?? '');
}

const textsTold = async () =>
  (await membership.recorded(membershipEvents.textRaised)).filter(({ kind }) => kind === 'erasureOnPaper')
    .length;

describe('erasure asked for on paper', () => {
  it('is filed by an officer, confirmed by another one, and done after seven days', async () => {
    const one = await former();
    const note = { paperKind: 'heirs', note: '原件在档案室' } as const;
    const filed = await file(one, officer, note);
    expect(filed).toMatchObject({
      state: 'filed',
      memberId: one.memberId,
      personName: '钱*',
      note: '原件在档案室',
      decidedBy: null,
      acts: ['withdraw'],
    });
    const [awaited] = await untilAwaits(membership, 'membership', filed.id, ['erasureFiled']);
    expect(awaited).toMatchObject({
      offices: { unionIds: [trees.left.id], exceptIds: [officer.personId, one.personId] },
    });
    expect(await wordsIn('档案')).toEqual([]);
    expect(await refusalOf(confirm(filed, officer))).toBe('SAME_PERSON');
    const told = await textsTold();
    expect((await shown(filed, second)).acts).toEqual(['confirm', 'refuse', 'withdraw']);
    const waiting = await confirm(filed);
    expect(waiting).toMatchObject({ state: 'waiting', obstacles: [], acts: ['withdraw'] });
    expect(await textsTold()).toBe(told + 1);
    const [person] = await untilAwaits(membership, 'membership', filed.id, ['erasureOnPaper']);
    expect(person).toMatchObject({ personIds: [one.personId] });
    await later(erasureDelayDays, async () => {
      expect(await until(filed, 'erasing')).toMatchObject({
        personName: '已注销',
        note: null,
        acts: [],
      });
      await untilAwaits(membership, 'membership', filed.id, []);
    });
    const erased = await membership.recorded(personErasureEvents.erased);
    expect(erased.filter(({ erasureId }) => erasureId === filed.id)).toHaveLength(1);
    const { items } = await membership.ask(erasureContract.list, {}, officer);
    // Officers know whose it was, so the record does not say what was kept of them.
    expect(items.find(({ id }) => id === filed.id)).toMatchObject({ state: 'erasing', progress: [] });
    expect(await refusalOf(file(one))).toBe('PERSON_ERASED');
  });

  it('is one of officers of the union: 404 to those of another, 403 to whoever holds no such office', async () => {
    const one = await former();
    const plain = actorWith({ personId: newId(), unionId: trees.left.id, unionPath: trees.left.path });
    expect(await refusalOf(file(one, elsewhere))).toBe('NOT_FOUND');
    expect(await refusalOf(file(one, plain))).toBe('NOT_PERMITTED');
    const filed = await file(one);
    for (const act of ['get', 'withdraw'] as const) {
      const asked = (actor: Actor) => membership.ask(contract[act], { erasureId: filed.id }, actor);
      expect(await refusalOf(asked(elsewhere))).toBe('NOT_FOUND');
      expect(await refusalOf(asked(plain))).toBe('NOT_PERMITTED');
    }
    expect(await refusalOf(confirm(filed, elsewhere))).toBe('NOT_FOUND');
    expect(await refusalOf(confirm(filed, plain))).toBe('NOT_PERMITTED');
    expect((await membership.ask(contract.list, {}, elsewhere)).items).toEqual([]);
    expect(await refusalOf(membership.ask(contract.list, {}, plain))).toBe('NOT_PERMITTED');
    const { items } = await membership.ask(contract.list, { state: 'filed' }, second);
    expect(items.map(({ id }) => id)).toContain(filed.id);
    expect(await refusalOf(shown({ id: newId() }))).toBe('NOT_FOUND');
  });

  it('is not dated ahead, is filed once at a time, and never about oneself', async () => {
    const one = await former();
    const paperDate = shanghaiDate(new Date(membership.clock.now().getTime() + dayMs));
    await expect(file(one, officer, { paperDate })).rejects.toMatchObject({
      code: 'ERASURE_PAPER_AHEAD',
      errors: [{ pointer: '/paperDate' }],
    });
    const both = await Promise.all([
      file(one).catch((error: unknown) => error),
      file(one, second).catch((error: unknown) => error),
    ]);
    expect(both).toContainEqual(expect.objectContaining({ state: 'filed' }));
    expect(both).toContainEqual(expect.objectContaining({ code: 'ERASURE_UNDER_WAY' }));
    const { memberId, personId } = await former();
    const own = { ...officer, personId };
    expect(await refusalOf(file({ memberId }, own))).toBe('SAME_PERSON');
  });

  it('happens once however often it is sent', async () => {
    const one = await former();
    const request = {
      memberId: one.memberId,
      paperKind: 'authority',
      paperDate: shanghaiDate(membership.clock.now()),
      note: '法院来函',
    } as const;
    const call = { idempotencyKey: newId() };
    const first = await membership.ask(contract.file, request, officer, call);
    const again = await membership.ask(contract.file, request, officer, call);
    expect(again).toMatchObject({ id: first.id, note: null });
    const told = await textsTold();
    const key = { idempotencyKey: newId() };
    const body = { erasureId: first.id, services: answers() };
    const confirmed = await membership.ask(contract.confirm, body, second, key);
    const repeated = await membership.ask(
      contract.confirm,
      { ...body, services: answers('loan') },
      second,
      key,
    );
    expect(repeated).toMatchObject({ state: 'waiting', effectiveAt: confirmed.effectiveAt });
    expect(await textsTold()).toBe(told + 1);
    expect(await refusalOf(confirm(first))).toBe('ILLEGAL_TRANSITION');
  });

  it('stays filed while something is in the way, says what in general, and is confirmed once that has ended', async () => {
    const one = await former();
    const filed = await file(one);
    const silent = answers().map((part) => ({ ...part, answered: part.service !== 'settlement' }));
    expect(await refusalOf(confirm(filed, second, silent))).toBe('ERASURE_SERVICE_SILENT');
    const held = await confirm(filed, second, answers('lent', 'loan'));
    expect(held).toMatchObject({ state: 'filed', obstacles: ['lent', 'loan'], decidedBy: null });
    expect(await confirm(filed)).toMatchObject({ state: 'waiting', obstacles: [] });
  });

  it('is refused by another officer with a reason, which is sealed, and is filed anew', async () => {
    const one = await former();
    const filed = await file(one);
    const refuse = (actor: Actor) =>
      membership.ask(contract.refuse, { erasureId: filed.id, reason: '没有证明' }, actor);
    expect(await refusalOf(refuse(officer))).toBe('SAME_PERSON');
    expect(await refuse(second)).toMatchObject({ state: 'refused', refusal: '没有证明', acts: [] });
    expect(await wordsIn('证明')).toEqual([]);
    await untilAwaits(membership, 'membership', filed.id, []);
    expect(await file(one)).toMatchObject({ state: 'filed' });
  });

  it('is taken back by an officer, or by its person, and everything stays', async () => {
    const [one, other] = [await former('钱进甲'), await former('钱进乙')];
    const [first, next] = [await file(one), await file(other)];
    await confirm(first);
    await confirm(next);
    const withdrawn = await membership.ask(contract.withdraw, { erasureId: first.id }, officer);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', acts: [] });
    const self = await selfOf(other);
    const { erasure } = await membership.ask(erasureContract.getOwn, {}, self);
    expect(erasure).toMatchObject({ id: next.id, paperKind: 'person', state: 'waiting' });
    expect(await membership.ask(erasureContract.withdraw, {}, self)).toMatchObject({ state: 'withdrawn' });
    await untilAwaits(membership, 'membership', next.id, []);
    await later(erasureDelayDays, async () => {
      for (const { memberId, name } of [one, other])
        expect((await membership.ask(memberContract.get, { memberId }, officer)).name).toBe(name);
    });
    const { count } = personDataContract('membership');
    const { items } = await membership.ask(count, {}, self);
    expect(items.find(({ kind }) => kind === 'erasures')).toMatchObject({ count: 1 });
  });

  it('lapses with the reason if its person is a member by then, and tells them', async () => {
    const one = await former();
    const filed = await file(one);
    await confirm(filed);
    const { name, number, phone } = one;
    const again = { unionId: trees.left.id, name, residentNumber: number, phone };
    await membership.ask(memberContract.create, again, officer);
    await later(erasureDelayDays, async () => {
      expect(await until(filed, 'lapsed')).toMatchObject({ obstacles: ['member'], personName: '钱*' });
    });
    const told = await membership.recorded(membershipEvents.textRaised);
    expect(told.map(({ kind }) => kind)).toContain('erasureLapsed');
  });

  it('lapses if nobody has confirmed it within a month', async () => {
    const filed = await file(await former());
    await later(erasureDelayDays + 1, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await shown(filed)).state).toBe('filed');
    });
    await later(paperErasureDays, async () => {
      expect(await until(filed, 'lapsed')).toMatchObject({ obstacles: [], decidedBy: null });
    });
  });

  it('goes on when a member leaves in between, and is one of the newest union alone', async () => {
    const one = await member();
    const filed = await file(one);
    const inTheWay = answers().map((part) =>
      part.service === 'membership'
        ? { ...part, obstacles: [{ obstacle: 'member' as const, count: 1 }] }
        : part,
    );
    expect(await confirm(filed, second, inTheWay)).toMatchObject({ state: 'filed', obstacles: ['member'] });
    await leave(one, 'deceased');
    expect(await confirm(filed)).toMatchObject({ state: 'waiting' });
    const moved = await former();
    const { name, number, phone } = moved;
    const request = { unionId: trees.right.id, name, residentNumber: number, phone };
    await membership.ask(memberContract.create, request, elsewhere);
    await expect(file(moved)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('lapses if the record has become part of another one in between', async () => {
    const [one, other] = [await former(), await member()];
    const filed = await file(one);
    await confirm(filed);
    const preview = mergeServices.map((service) => ({ service, answered: true, counts: [], warnings: [] }));
    const pair = { survivorId: other.personId, mergedId: one.personId };
    const kept = { name: 'survivor', residentNumber: 'survivor', phone: 'survivor' } as const;
    const merge = await membership.ask(
      memberMergeContract.propose,
      { ...pair, ...kept, reason: '同一人', preview },
      officer,
    );
    await membership.ask(memberMergeContract.approve, { mergeId: merge.id, preview }, second);
    await later(erasureDelayDays, async () => {
      expect(await until(filed, 'lapsed')).toMatchObject({ obstacles: ['merge'] });
    });
  });
});
