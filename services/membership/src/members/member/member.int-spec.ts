import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiKeyContract } from '@gongxiang/contracts/membership/access/api-key.contract';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import {
  activationContract,
  type ActivateRequest,
} from '@gongxiang/contracts/membership/members/activation.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { type Actor, newId, syntheticResidentNumber } from '@gongxiang/domain';
import { EventRuntime } from '@gongxiang/messaging/service';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  appoint,
  callersOf,
  plantPerson,
  plantPassword,
  plantRole,
  plantSession,
  plantUnions,
  printCode,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let operator: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.stranger = { ...callers.stranger, personId: await plantPerson(membership) };
  const personId = await plantPerson(membership);
  operator = actorWith({ personId, roles: [['operator', trees.root.id, trees.root.path]] });
  await plantRole(membership, { personId, unionId: trees.root.id, role: 'operator' });
});

afterAll(() => membership.stop());

function entry(part: object = {}) {
  next += 1;
  return {
    unionId: trees.left.id,
    name: '张小三',
    residentNumber: residentNumber(next),
    phone: `1390000${1000 + next}`,
    ...part,
  };
}

function add(request = entry(), actor: Actor | null = callers.officer) {
  return membership.ask(memberContract.create, request, actor);
}

describe('a member', () => {
  it('is added once, and shown masked', async () => {
    const request = entry();
    const first = await membership.send(memberContract.create, request, callers.officer);
    const again = await membership.send(memberContract.create, request, callers.officer);
    expect(first.body).toMatchObject({
      name: '张小三',
      state: 'imported',
      validFrom: '2026-11-20',
      phone: '139****1001',
    });
    expect(first.body.residentNumber).toMatch(/^4201\*{12}../);
    expect(again).toEqual({ ...first, existing: true });
  });

  it('E123: is found by the whole name, number or phone, and stands nowhere in the clear', async () => {
    const request = entry({ name: '独孤求败' });
    const made = await add(request);
    for (const q of ['独孤求败', request.residentNumber.toLowerCase(), `+86 ${request.phone}`]) {
      const found = await membership.ask(memberContract.list, { q }, callers.officer);
      expect(found.items.map((member) => member.id)).toEqual([made.id]);
    }
    for (const table of ['person', 'audit_record', 'outbox', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toMatch(
        new RegExp(`独孤求败|${request.residentNumber}|${request.phone}`),
      );
    }
  });

  it('is found in a pasted list by name, number or phone, within what the caller may list, and told apart from others', async () => {
    const [one, twin, other, far] = [
      await add(entry({ name: '欧阳名单甲' })),
      await add(entry({ name: '欧阳名单乙' })),
      await add(entry({ name: '欧阳名单乙' })),
      await add(entry({ name: '欧阳名单丁', unionId: trees.right.id }), callers.stranger),
    ];
    const phone = `1390000${1000 + next + 1}`;
    const byPhone = await add(entry({ name: '欧阳名单丙' }));
    const lines = ['欧阳名单甲', '欧阳名单乙', phone, '无此人', far.name];
    const match = (actor: Actor | null, part: object = {}) =>
      membership.ask(memberContract.match, { lines, ...part }, actor);
    const { matches } = await match(callers.officer);
    expect(matches.map(({ line, members }) => [line, members.map(({ id }) => id)])).toEqual([
      ['欧阳名单甲', [one.id]],
      ['欧阳名单乙', [twin.id, other.id].sort()],
      [phone, [byPhone.id]],
      ['无此人', []],
      [far.name, []],
    ]);
    await membership.ask(memberContract.end, { memberId: one.id, reason: 'left' }, callers.officer);
    expect((await match(callers.officer, { union: trees.left.id })).matches[0]?.members).toEqual([]);
    await expect(match(callers.officer, { union: trees.right.id })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(match(callers.member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(match(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('is told to others with sex and birth date, which the trail and the answers do not hold', async () => {
    const residentNumber = syntheticResidentNumber({ area: '420106', birthDate: '1987-06-05', sequence: 7 });
    const made = await add(entry({ residentNumber }));
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      ({ personId }) => personId === made.personId,
    );
    expect(states).toMatchObject([{ sex: 'male', birthDate: '1987-06-05' }]);
    const trail: unknown[] = await membership.dataSource.query('SELECT t::text FROM audit_record t');
    const storedAnswers: unknown[] = await membership.dataSource.query('SELECT t::text FROM idempotency t');
    for (const text of [made, trail, storedAnswers].map((one) => JSON.stringify(one)))
      expect(text).not.toMatch(/1987-06-05|birthDate/);
  });

  it('is told to others with a mark of whoever admitted them, which says of two members whether it was the same, and not who', async () => {
    const other = { ...callers.officer, personId: await plantPerson(membership) } as Actor;
    const people = [await add(), await add(), await add(entry(), other)];
    await membership.app.get(EventRuntime).republish('member');
    const states = await membership.recorded(membershipEvents.memberChanged);
    const marks = people.map(({ personId }) =>
      states.filter((news) => news.personId === personId).map(({ admitter }) => admitter ?? ''),
    );
    // On admission, and on republication.
    for (const [mark = '', again] of marks)
      expect([mark, again]).toEqual([expect.stringMatching(/^\S{43}$/), mark]);
    const [first, second, third] = marks.map(([mark]) => mark);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    const trail: unknown[] = await membership.dataSource.query('SELECT before, after FROM audit_record');
    for (const text of [people, trail].map((one) => JSON.stringify(one)))
      expect(text).not.toMatch(/admitter|admittedBy/);
  });

  it('E95: is not taken for another with the same number', async () => {
    const request = entry();
    await add(request);
    await expect(add({ ...request, name: '李四' })).rejects.toMatchObject({ code: 'MEMBER_NAME_DIFFERS' });
  });

  it('is entered again by the right name once the wrong one has ended, unless the name was shown to be theirs', async () => {
    const request = entry();
    const wrong = await add({ ...request, name: '李四' });
    await membership.ask(memberContract.end, { memberId: wrong.id }, callers.officer);
    const right = await add({ ...request, name: '李\u3000肆' });
    expect(right).toMatchObject({ personId: wrong.personId, name: '李肆' });
    const trail: unknown[] = await membership.dataSource.query(
      `SELECT t::text FROM audit_record t WHERE subject_id = $1`,
      [wrong.personId],
    );
    expect(JSON.stringify(trail)).toContain('renamed');
    expect(JSON.stringify(trail)).not.toMatch(/李四|李肆/);
  });

  it('E124: gives another union one answer, whether the name was right or not', async () => {
    const request = { ...entry(), unionId: trees.left.id };
    await add(request);
    const asked = { ...request, unionId: trees.right.id };
    const answers = await Promise.all(
      [asked, { ...asked, name: '李四' }].map((one) =>
        add(one, callers.stranger).catch((error: { code: string; errors: object }) => error),
      ),
    );
    expect(answers).toMatchObject([
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', errors: [{ pointer: '/residentNumber' }] },
      { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', errors: [{ pointer: '/residentNumber' }] },
    ]);
  });

  it('E124: lets an officer ask after thirty numbers a day that are not of their union, and says so in the trail', async () => {
    const request = entry();
    await add(request);
    const personId = await plantPerson(membership);
    const officer = { ...callers.stranger, personId };
    const ask = () =>
      add({ ...request, unionId: trees.right.id }, officer).then(
        () => 'taken in',
        (error: { code: string }) => error.code,
      );
    const codes = await Promise.all(Array.from({ length: 40 }, ask));
    expect(codes.filter((code) => code === 'MEMBER_ELSEWHERE_OR_DIFFERS')).toHaveLength(30);
    expect(codes.filter((code) => code === 'MEMBER_REFUSALS_TOO_MANY')).toHaveLength(10);
    await expect(add({ ...entry(), unionId: trees.right.id }, officer)).rejects.toMatchObject({
      code: 'MEMBER_REFUSALS_TOO_MANY',
      // From nine in the morning in China until midnight.
      retryAfterSeconds: 15 * 3_600,
    });
    const trail: unknown[] = await membership.dataSource.query(
      `SELECT after FROM audit_record WHERE noun = 'person' AND subject_id = $1`,
      [personId],
    );
    expect(trail).toEqual([{ after: { numbersRefused: 30, day: '2026-11-20' } }]);
  });

  it('E104: belongs to one union at a time, and may come back', async () => {
    const request = entry();
    const made = await add(request);
    const elsewhere = { ...request, unionId: trees.right.id };
    await expect(add(elsewhere, callers.stranger)).rejects.toMatchObject({
      code: 'MEMBER_ELSEWHERE_OR_DIFFERS',
    });
    await membership.ask(memberContract.end, { memberId: made.id }, callers.officer);
    await expect(
      membership.ask(memberContract.end, { memberId: made.id }, callers.officer),
    ).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const moved = await add(elsewhere, callers.stranger);
    expect(moved.personId).toBe(made.personId);
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      ({ personId }) => personId === made.personId,
    );
    expect(states.map(({ version, state }) => [version, state])).toEqual([
      [1, 'imported'],
      [2, 'ended'],
      [3, 'imported'],
    ]);
  });

  it('is not ended by whoever has not seen what changed meanwhile', async () => {
    const { id: memberId, version: seen } = await add();
    const said = { memberId, employmentKind: 'dispatched' as const };
    await membership.ask(memberContract.change, said, callers.officer, { ifMatch: seen });
    const end = (ifMatch: number | null) =>
      membership.ask(memberContract.end, { memberId }, callers.officer, { ifMatch });
    await expect(end(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(end(seen)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await end(seen + 1)).toMatchObject({ state: 'ended' });
  });

  it('says why it ends; an expulsion rests on a decision, and stands before the unions above', async () => {
    const { id: memberId, personId } = await add();
    const end = (part: { reason?: 'expelled' | 'left'; decision?: string }) =>
      membership.ask(memberContract.end, { memberId, ...part }, callers.officer);
    await expect(end({ reason: 'expelled' })).rejects.toMatchObject({
      code: 'END_DECISION_REQUIRED',
      errors: [{ pointer: '/decision' }],
    });
    expect(await end({ reason: 'expelled', decision: '工发〔2026〕12 号' })).toMatchObject({
      state: 'ended',
      endedReason: 'expelled',
      endDecision: '工发〔2026〕12 号',
    });
    const above = actorWith({ roles: [['officer', trees.root.id, trees.root.path]] });
    const open = await membership.ask(memberContract.list, { open: true, limit: 200 }, above);
    expect(open.items.filter(({ state }) => state === 'ended')).toEqual([]);
    const filed = await membership.ask(memberContract.list, { endedReason: 'expelled' }, above);
    expect(filed.items).toMatchObject([{ id: memberId, endDecision: '工发〔2026〕12 号' }]);
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    const masked = await membership.ask(memberContract.get, { memberId }, auditor);
    expect(masked).toMatchObject({ endedReason: null, endDecision: null });
    const trail: unknown[] = await membership.dataSource.query(
      `SELECT after ->> 'endedReason' AS reason FROM audit_record WHERE noun = 'member' AND subject_id = $1 ORDER BY 1`,
      [memberId],
    );
    expect(trail).toEqual([{ reason: 'expelled' }, { reason: null }]);
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      (one) => one.personId === personId,
    );
    expect(states).toMatchObject([{ standing: 'full' }, { standing: 'full', state: 'ended' }]);
    expect(JSON.stringify(states)).not.toContain('expelled');
  });

  it('is not ended on a day that is still to come', async () => {
    const { id: memberId } = await add();
    const request = { memberId, validTo: '2099-01-01' };
    await expect(membership.ask(memberContract.end, request, callers.officer)).rejects.toMatchObject({
      code: 'END_IN_FUTURE',
      errors: [{ pointer: '/validTo' }],
    });
  });

  it('takes along every role at the union and below it, and whatever the person is signed in by', async () => {
    const made = await add();
    const { personId } = made;
    const grant = (unionId: string, role: 'officer' | 'finance') =>
      appoint(membership, operator, { unionId, personId, role });
    await grant(trees.left.id, 'finance');
    await grant(trees.right.id, 'finance');
    const himself = actorWith({ personId });
    const ownPassword = await plantPassword(membership, personId);
    const key = await membership.ask(
      apiKeyContract.create,
      {
        name: 'HR',
        scopes: ['read'],
        expiresAt: '2027-06-30T00:00:00+08:00',
        password: ownPassword,
      },
      himself,
    );
    const sessionId = await plantSession(membership, personId);
    const apiKeyHash = createHash('sha256')
      .update(key.key ?? '')
      .digest('hex');
    const resolve = (who: { personId: string; sessionId: string } | { apiKeyHash: string }) =>
      membership.ask(sessionContract.resolve, who, null);
    expect((await resolve({ personId, sessionId })).actor?.roles).toHaveLength(2);
    await membership.ask(memberContract.end, { memberId: made.id }, callers.officer);
    expect((await resolve({ personId, sessionId })).actor).toBeNull();
    expect((await resolve({ apiKeyHash })).actor).toBeNull();
    const held = async (union: UnionRow) =>
      (await membership.ask(roleContract.list, { unionId: union.id }, operator)).items.map(
        (grant) => grant.personId,
      );
    expect(await held(trees.left)).not.toContain(personId);
    expect(await held(trees.right)).toContain(personId);
    const states = (await membership.recorded(membershipEvents.roleChanged)).filter(
      (one) => one.personId === personId && one.unionId === trees.left.id,
    );
    expect(states.at(-1)).toMatchObject({ revokedAt: expect.any(String) });
  });

  it('of the only officer of a union waits for a successor', async () => {
    const union = await membership.ask(
      unionContract.create,
      { parentId: trees.left.id, name: '只有一名干部' },
      callers.officer,
    );
    const made = await add(entry({ unionId: union.id }));
    const end = () => membership.ask(memberContract.end, { memberId: made.id }, callers.officer);
    const officer = (personId: string) =>
      appoint(membership, operator, { unionId: union.id, personId, role: 'officer' });
    await officer(made.personId);
    await expect(end()).rejects.toMatchObject({ code: 'ROLE_NEEDS_SUCCESSOR' });
    await officer(await plantPerson(membership));
    expect(await end()).toMatchObject({ state: 'ended' });
  });

  it('cannot leave before joining', async () => {
    const { id: memberId } = await add();
    const request = { memberId, validTo: '2020-01-01' };
    await expect(membership.ask(memberContract.end, request, callers.officer)).rejects.toMatchObject({
      code: 'PERIOD_ENDS_BEFORE_START',
    });
  });
});

describe('who sees a member', () => {
  it('E117, E121: the officer with the name, auditors masked, others not at all', async () => {
    const made = await add();
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    const himself = actorWith({ personId: made.personId });
    const get = (actor: Actor | null) => membership.ask(memberContract.get, { memberId: made.id }, actor);
    expect((await get(callers.officer)).name).toBe('张小三');
    expect((await get(himself)).name).toBe('张小三');
    expect((await get(auditor)).name).toBe('张**');
    await expect(get(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(get(callers.member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(await membership.ask(memberContract.list, {}, auditor))).not.toContain('张小三');
    await expect(membership.ask(memberContract.list, {}, callers.member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(
      membership.ask(memberContract.list, { union: trees.left.id }, callers.stranger),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const listed = await membership.ask(memberContract.list, {}, callers.stranger);
    expect(listed.items.every((member) => member.unionId === trees.right.id)).toBe(true);
  });

  it('is told that they may not end a membership, where they see it', async () => {
    const made = await add();
    const end = (actor: Actor) => membership.ask(memberContract.end, { memberId: made.id }, actor);
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    await expect(end(auditor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(end(actorWith({ personId: made.personId }))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(end(callers.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('pages through the subtree, union by union', async () => {
    const root = actorWith({ roles: [['officer', trees.root.id, '1.']] });
    const all = await membership.ask(memberContract.list, { limit: 200 }, root);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await membership.ask(
        memberContract.list,
        { limit: 2, ...(cursor ? { cursor } : {}) },
        root,
      );
      paged.push(...page.items.map((member) => member.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.items.map((member) => member.id));
  });

  it.each([
    ['nobody', 'NOT_SIGNED_IN'],
    ['member', 'NOT_PERMITTED'],
    ['stranger', 'NOT_PERMITTED'],
  ] as const)('%s adds none', async (who, code) => {
    await expect(add(entry(), { nobody: null, ...callers }[who])).rejects.toMatchObject({ code });
  });
});

describe('the kind of employment', () => {
  const change = (
    made: { id: string },
    employmentKind: 'dispatched' | null,
    ifMatch: number | null,
    actor: Actor,
  ) => membership.ask(memberContract.change, { memberId: made.id, employmentKind }, actor, { ifMatch });

  it('is said by an officer, told to sharing, and stands neither in the trail nor in a kept answer', async () => {
    const made = await add(entry({ employmentKind: 'newForm' }));
    expect(made).toMatchObject({ employmentKind: 'newForm', version: 1 });
    const changed = await change(made, 'dispatched', 1, callers.officer);
    expect(changed).toMatchObject({ employmentKind: 'dispatched', version: 2 });
    const gone = await change(made, null, 2, callers.officer);
    expect(gone).toMatchObject({ employmentKind: null, version: 3 });
    const states = (await membership.recorded(membershipEvents.memberChanged)).filter(
      ({ personId }) => personId === made.personId,
    );
    expect(states.map(({ version, employmentKind }) => [version, employmentKind])).toEqual([
      [1, 'newForm'],
      [2, 'dispatched'],
      [3, null],
    ]);
    for (const table of ['audit_record', 'idempotency']) {
      const rows: unknown[] = await membership.dataSource.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toMatch(/newForm|dispatched/);
    }
  });

  it('is seen by the member and their officers alone', async () => {
    const made = await add(entry({ employmentKind: 'retired' }));
    const get = (actor: Actor) => membership.ask(memberContract.get, { memberId: made.id }, actor);
    const auditor = actorWith({ roles: [['auditor', trees.root.id, '1.']] });
    const himself = actorWith({ personId: made.personId });
    expect(await get(himself)).toMatchObject({ employmentKind: 'retired' });
    expect(await get(callers.officer)).toMatchObject({ employmentKind: 'retired' });
    expect(await get(auditor)).toMatchObject({ employmentKind: null });
  });

  it('is not changed by others, on an old version, or after the end', async () => {
    const made = await add();
    await expect(change(made, 'dispatched', null, callers.officer)).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    await expect(change(made, 'dispatched', 7, callers.officer)).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    await expect(change(made, 'dispatched', 1, callers.stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const himself = actorWith({ personId: made.personId });
    await expect(change(made, 'dispatched', 1, himself)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await membership.ask(memberContract.end, { memberId: made.id }, callers.officer);
    await expect(change(made, 'dispatched', 2, callers.officer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('activation', () => {
  const password = 'my first password';

  const codeFor = async (memberId: string): Promise<string> =>
    (await printCode(membership, memberId, callers.officer)).code ?? '';

  it('signs in whoever has a code beside number and name, with the phone of the roster from then on', async () => {
    const request = entry({ name: '阿依古丽·买买提', employmentKind: 'newForm' });
    const made = await add(request);
    const code = await codeFor(made.id);
    const residentNumber = request.residentNumber.toLowerCase();
    const claim = { residentNumber, name: '阿依古丽•买买提', code, password };
    const view = await membership.ask(activationContract.create, claim, null);
    expect(Object.keys(view).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
    await membership.ask(sessionContract.create, { account: request.phone, password }, null);
    const himself = actorWith({ personId: made.personId });
    expect(await membership.ask(meContract.get, {}, himself)).toMatchObject({
      name: '阿依古丽·买买提',
      unionName: '青山区总工会',
      employmentKind: 'newForm',
    });
    await expect(membership.ask(activationContract.create, claim, null)).rejects.toMatchObject({
      code: 'ALREADY_ACTIVATED',
    });
  });

  it('takes a login where the phone is in use, and asks for one where there is none', async () => {
    const [first, second] = [entry({ phone: '13911112222' }), entry({ phone: '13911112222' })];
    const third = entry({ phone: null });
    const claims: ActivateRequest[] = [];
    for (const request of [first, second, third]) {
      const { id } = await add(request);
      const { residentNumber, name } = request;
      claims.push({ residentNumber, name, password, code: await codeFor(id) });
    }
    const activate = (index: number, account?: string) =>
      membership.ask(activationContract.create, { ...claims[index], account } as ActivateRequest, null, {
        from: newId(),
      });
    await activate(0);
    await expect(activate(1)).rejects.toMatchObject({ code: 'ACCOUNT_TAKEN' });
    await activate(1, 'Second.One');
    await membership.ask(sessionContract.create, { account: 'second.one', password }, null);
    await expect(activate(2)).rejects.toMatchObject({ code: 'ACCOUNT_REQUIRED' });
    await expect(activate(2, 'second.one')).rejects.toMatchObject({ code: 'ACCOUNT_TAKEN' });
  });

  it('does not say whether a login is taken to anybody without a code', async () => {
    const request = entry({ phone: null });
    await add(request);
    const { residentNumber, name } = request;
    const claim = { residentNumber, name, password, code: 'AAAA-AAAA', account: 'second.one' };
    await expect(membership.ask(activationContract.create, claim, null)).rejects.toMatchObject({
      code: 'CODE_WRONG',
    });
  });

  it('E124: slows whoever tries numbers for a name', async () => {
    const request = entry({ name: '慕容复' });
    const { id } = await add(request);
    const code = await codeFor(id);
    const guess = (n: number) =>
      membership.ask(
        activationContract.create,
        { residentNumber: residentNumber(n), name: '慕容复', code, password },
        null,
        {
          from: '10.9.9.9',
        },
      );
    // As an address, so that others of that name are not slowed down.
    for (let n = 500; n < 521; n += 1) await expect(guess(n)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(guess(521)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('E124: slows whoever tries names for a number', async () => {
    const request = entry({ name: '段誉' });
    const { id } = await add(request);
    const code = await codeFor(id);
    const guess = (name: string) =>
      membership.ask(
        activationContract.create,
        { residentNumber: request.residentNumber, name, code, password },
        null,
        { from: '10.9.9.8' },
      );
    for (const name of ['张伟', '王伟', '王芳', '李伟', '王秀英'])
      await expect(guess(name)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(guess('段誉')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});
