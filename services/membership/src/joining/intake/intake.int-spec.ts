import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  intakeAnswersMax,
  intakeContract,
  type IntakeView,
  type SendIntakeRequest,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { openMax } from './intake.model.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let writer: Actor;
let officer: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let next = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  const callers = callersOf(trees);
  // Their actions refer to them as people on record.
  officer = { ...callers.officer, personId: await plantPerson(membership) };
  stranger = { ...callers.stranger, personId: await plantPerson(membership) };
  const { root } = trees;
  const personId = await plantPerson(membership);
  rootOfficer = actorWith({
    personId,
    unionId: root.id,
    unionPath: root.path,
    roles: [['officer', root.id, root.path]],
  });
});

beforeEach(async () => {
  writer = await memberOf(trees.left);
});

afterAll(() => membership.stop());

async function memberOf({ id, path }: UnionRow): Promise<Actor> {
  next += 1;
  const request = { unionId: id, name: '张小三', residentNumber: residentNumber(next) };
  const made = await membership.ask(memberContract.create, request, rootOfficer);
  return actorWith({ personId: made.personId, unionId: id, unionPath: path });
}

function send(part: Partial<SendIntakeRequest> = {}, actor: Actor | null = writer): Promise<IntakeView> {
  const request = { kind: 'complaint', text: '大巴没有安全带', ...part } as SendIntakeRequest;
  return membership.ask(intakeContract.send, request, actor);
}

function answer(entry: IntakeView, actor: Actor | null, text = '已经换车') {
  const request = { intakeId: entry.id, text };
  return membership.ask(intakeContract.answer, request, actor, { ifMatch: entry.version });
}

function route(entry: IntakeView, unionId: string, actor: Actor | null) {
  return membership.ask(intakeContract.route, { intakeId: entry.id, unionId }, actor, {
    ifMatch: entry.version,
  });
}

function close(entry: IntakeView, actor: Actor | null, reason?: string) {
  const request = { intakeId: entry.id, ...(reason === undefined ? {} : { reason }) };
  return membership.ask(intakeContract.close, request, actor, { ifMatch: entry.version });
}

function askAgain(entry: IntakeView, actor: Actor | null, text = '还是没有安全带') {
  const request = { intakeId: entry.id, text };
  return membership.ask(intakeContract.askAgain, request, actor, { ifMatch: entry.version });
}

async function eventsOf({ id }: IntakeView) {
  const raised = await membership.recorded(noticeRaisedEvents.membership);
  return raised.filter(({ about }) => about['intakeId'] === id);
}

const awaits = ({ id }: IntakeView, ...kinds: readonly string[]) =>
  untilAwaits(membership, 'membership', id, kinds);

const get = (intakeId: string, actor: Actor | null): Promise<IntakeView> =>
  membership.ask(intakeContract.get, { intakeId }, actor);

describe('what a person sends', () => {
  it('goes to his union, with a deadline, and is seen by its officers and those above', async () => {
    const subject = { noun: 'activity', id: newId() };
    const sent = await send({ page: '/activities', subject });
    expect(sent).toMatchObject({
      version: 1,
      kind: 'complaint',
      state: 'open',
      text: '大巴没有安全带',
      page: '/activities',
      subject,
      unionId: trees.left.id,
      unionName: trees.left.name,
      personUnionName: trees.left.name,
      answer: null,
      answers: [],
      overdue: false,
      personName: '张小三',
    });
    expect(Date.parse(sent.dueAt) - Date.parse(sent.createdAt)).toBe(7 * dayMs);
    for (const reader of [writer, officer, rootOfficer])
      expect(await get(sent.id, reader)).toMatchObject({ id: sent.id, personName: '张小三' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['another member of the union', () => callersOf(trees).member, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
  ])('is not there for %s', async (_who, actor, code) => {
    const sent = await send();
    await expect(get(sent.id, actor())).rejects.toMatchObject({ code });
    await expect(answer(sent, actor())).rejects.toMatchObject({ code });
    await expect(close(sent, actor(), '重复')).rejects.toMatchObject({ code });
    await expect(route(sent, trees.root.id, actor())).rejects.toMatchObject({ code });
  });

  it('goes to the federation where he has no union any more', async () => {
    const former = actorWith({ personId: writer.personId });
    expect((await send({}, former)).unionId).toBe(trees.root.id);
  });

  it('E123: stands nowhere in the clear, neither the text nor the answer nor the reason', async () => {
    const secret = '独一无二的投诉内容';
    const sent = await send({ text: secret });
    const asked = await askAgain(await answer(sent, officer, `答复${secret}`), writer, `还是${secret}`);
    await close(asked, writer, `原因${secret}`);
    const tables = [
      'intake_entry',
      'intake_answer',
      'intake_follow_up',
      'audit_record',
      'idempotency',
      'outbox',
    ];
    for (const table of tables) {
      const rows: unknown[] = await membership.dataSource.query(
        `SELECT 1 FROM ${table} AS t WHERE t::text LIKE '%${secret}%' OR t::text LIKE '%张小三%'`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('is sent once per key, and a repetition shows the first answer', async () => {
    const request: SendIntakeRequest = { kind: 'question', text: '报名何时截止？' };
    const call = { idempotencyKey: newId() };
    const first = await membership.send(intakeContract.send, request, writer, call);
    const again = await membership.send(intakeContract.send, request, writer, call);
    // A name is stored masked.
    expect(again).toEqual({ ...first, replayed: true, body: { ...first.body, personName: '张**' } });
    await expect(
      membership.ask(intakeContract.send, { ...request, text: '别的' }, writer, call),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it(`is bounded: ${openMax} wait for an answer at most, also when more are sent at once`, async () => {
    const sent = await Promise.allSettled(Array.from({ length: openMax + 5 }, () => send()));
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(openMax);
    await expect(send()).rejects.toMatchObject({ code: 'INTAKE_TOO_MANY_OPEN' });
    const mine = await membership.ask(intakeContract.listMine, { limit: 1 }, writer);
    await close(await get(mine.items[0]?.id ?? '', writer), writer);
    await send();
  });
});

describe('an answer', () => {
  it('is given by an officer who saw the present version, may be given again, and the writer is told', async () => {
    const sent = await send();
    const hints: string[] = [];
    const subscription = membership.nats.subscribe(`push.${writer.personId}`, {
      callback: (_error, message) => void hints.push(message.string()),
    });
    await membership.nats.flush();
    const first = await answer(sent, officer);
    await expect(answer(sent, officer)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const second = await answer(first, rootOfficer, '车队也已更换');
    expect(second).toMatchObject({ state: 'answered', version: 3, answer: { text: '车队也已更换' } });
    expect(second.answers.map((one) => [one.text, one.answeredBy, one.unionName])).toEqual([
      ['已经换车', officer.personId, trees.left.name],
      ['车队也已更换', rootOfficer.personId, trees.left.name],
    ]);
    const hint = (version: number): string => JSON.stringify({ resource: 'intake', id: sent.id, version });
    await eventually(() => expect(hints).toEqual([hint(2), hint(3)]));
    subscription.unsubscribe();
  });

  it('is refused to the writer, who sees the entry, and after the close', async () => {
    const sent = await send();
    await expect(answer(sent, writer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const closed = await close(sent, writer);
    await expect(answer(closed, officer)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('without the version is refused', async () => {
    const request = { intakeId: (await send()).id, text: '好' };
    await expect(membership.ask(intakeContract.answer, request, officer)).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
  });

  it(`can be given ${intakeAnswersMax} times`, async () => {
    let entry = await send();
    for (let time = 1; time <= intakeAnswersMax; time += 1)
      entry = await answer(entry, officer, `第${time}次`);
    expect(entry.answers.map((one) => one.text).at(-1)).toBe(`第${intakeAnswersMax}次`);
    await expect(answer(entry, officer)).rejects.toMatchObject({ code: 'INTAKE_ANSWERS_TOO_MANY' });
  });
});

describe('the deadline', () => {
  it('passes, and passing the entry on does not move it; an answer ends it', async () => {
    const sent = await send();
    const begin = membership.clock.now();
    membership.clock.advance(7 * dayMs);
    const late = await get(sent.id, writer);
    expect(late.overdue).toBe(true);
    const passedOn = await route(late, trees.root.id, officer);
    expect(passedOn).toMatchObject({ overdue: true, dueAt: sent.dueAt, unionId: trees.root.id });
    expect((await answer(passedOn, rootOfficer)).overdue).toBe(false);
    membership.clock.set(begin);
  });
});

describe('passing on', () => {
  it('leads up the tree, and from there wherever the officer answers', async () => {
    const up = await route(await send(), trees.root.id, officer);
    expect(up).toMatchObject({ unionId: trees.root.id, state: 'open', version: 2 });
    await expect(get(up.id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const down = await route(up, trees.right.id, rootOfficer);
    expect(down).toMatchObject({ unionId: trees.right.id, personUnionName: trees.left.name });
    const here = await membership.send(
      intakeContract.route,
      { intakeId: down.id, unionId: trees.right.id },
      rootOfficer,
      { ifMatch: down.version },
    );
    expect(here).toMatchObject({ existing: true, body: { version: down.version } });
  });

  it('shows the name to no officer but those of the own union and above', async () => {
    const up = await route(await send(), trees.root.id, officer);
    const there = await route(up, trees.right.id, rootOfficer);
    expect((await get(there.id, stranger)).personName).toBe('张**');
    expect((await answer(there, stranger)).personName).toBe('张**');
    expect((await get(there.id, rootOfficer)).personName).toBe('张小三');
    expect((await get(there.id, writer)).personName).toBe('张小三');
  });

  it.each<[string, () => string, string]>([
    ['a union that is not there', () => newId(), 'NOT_FOUND'],
    ['a union beside, for which the officer does not answer', () => trees.right.id, 'NOT_PERMITTED'],
  ])('to %s is refused', async (_where, unionId, code) => {
    await expect(route(await send(), unionId(), officer)).rejects.toMatchObject({ code });
  });

  it('is not for the writer', async () => {
    await expect(route(await send(), trees.root.id, writer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});

describe('closing', () => {
  it('before an answer its author only withdraws it, and nobody is told', async () => {
    const withdrawn = await close(await send(), writer);
    expect(withdrawn).toMatchObject({ state: 'closed', ending: 'withdrawn', closesAt: null });
    expect(await eventsOf(withdrawn)).toEqual([]);
  });

  it('is for its author, and for no officer, be it before an answer or after', async () => {
    const sent = await send();
    await expect(close(sent, officer, '重复反映')).rejects.toMatchObject({ code: 'INTAKE_AUTHOR_DECIDES' });
    const answered = await answer(sent, officer);
    await expect(close(answered, officer)).rejects.toMatchObject({ code: 'INTAKE_AUTHOR_DECIDES' });
    expect(await close(answered, writer)).toMatchObject({ state: 'closed', ending: 'resolved' });
  });

  it('happens by itself a fortnight after the last answer without a word, and its author hears of it', async () => {
    const begin = membership.clock.now();
    const first = await answer(await send(), officer);
    expect(Date.parse(first.closesAt ?? '') - begin.getTime()).toBe(14 * dayMs);
    membership.clock.advance(10 * dayMs);
    const second = await answer(await get(first.id, writer), officer, '车队也已更换');
    membership.clock.advance(10 * dayMs);
    expect(await get(first.id, writer)).toMatchObject({ state: 'answered', closesAt: second.closesAt });
    membership.clock.advance(4 * dayMs);
    await eventually(async () =>
      expect(await get(first.id, writer)).toMatchObject({
        state: 'closed',
        ending: 'lapsed',
        closesAt: null,
      }),
    );
    expect((await eventsOf(first)).map(({ kind }) => kind)).toEqual(['intakeClosed']);
    await awaits(first);
    membership.clock.set(begin);
  });
});

describe('asking again', () => {
  it('opens it anew with another deadline, on the desk of its officer, and may be answered again', async () => {
    const begin = membership.clock.now();
    const sent = await send();
    const answered = await answer(sent, officer);
    membership.clock.advance(3 * dayMs);
    const asked = await askAgain(answered, writer);
    expect(asked).toMatchObject({
      state: 'open',
      closesAt: null,
      dueAt: new Date(begin.getTime() + (3 + 7) * dayMs).toISOString(),
      followUps: [{ text: '还是没有安全带', askedAt: membership.clock.now().toISOString() }],
    });
    const open = { state: 'open', limit: 200 } as const;
    const openEntries = await membership.ask(intakeContract.list, open, officer);
    expect(openEntries.items.map(({ id }) => id)).toContain(sent.id);
    const again = await answer(asked, officer, '已经换第二辆');
    expect(again.answers.map(({ text }) => text)).toEqual(['已经换车', '已经换第二辆']);
    // The scheduled closing after the first answer does not close the reopened entry.
    membership.clock.advance(11 * dayMs);
    expect(await get(sent.id, writer)).toMatchObject({ state: 'answered' });
    membership.clock.set(begin);
  });

  it('is for its author alone, after an answer, with the version that he saw', async () => {
    const sent = await send();
    await expect(askAgain(sent, writer)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const answered = await answer(sent, officer);
    await expect(askAgain(sent, writer)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await expect(askAgain(answered, officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(askAgain(answered, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const closed = await close(answered, writer);
    await expect(askAgain(closed, writer)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('whom an entry waits for', () => {
  it('is an officer of the union that has it, anew where it is routed or asked again', async () => {
    const sent = await send();
    const office = { roles: ['officer'], isNearest: true, exceptIds: [writer.personId] };
    const [first] = await awaits(sent, 'intakeReceived');
    expect(first).toMatchObject({
      why: 'answersMembers',
      title: null,
      personIds: [],
      offices: { ...office, unionIds: [trees.left.id] },
      about: { intakeId: sent.id },
      values: { intake: 'complaint', at: sent.dueAt },
      dueAt: sent.dueAt,
    });
    const routed = await route(sent, trees.root.id, officer);
    const second = await eventually(async () => {
      const [awaited] = await awaits(sent, 'intakeReceived');
      if (awaited?.slot === first?.slot) throw new Error('the union above is not asked yet');
      return awaited;
    });
    expect(second).toMatchObject({ offices: { ...office, unionIds: [trees.root.id] } });
    const answered = await answer(routed, rootOfficer);
    await awaits(sent, 'intakeAnswered');
    await askAgain(answered, writer);
    await awaits(sent, 'intakeReceived');
  });

  it('is its author after an answer, and no word of what was written is told', async () => {
    const answered = await answer(await send({ text: '食堂夜班没有热饭' }), officer, '下周开始供应');
    expect(await awaits(answered, 'intakeAnswered')).toEqual([
      {
        kind: 'intakeAnswered',
        why: 'wroteIntake',
        slot: String(Date.parse(answered.closesAt ?? '')),
        personIds: [writer.personId],
        offices: null,
        about: { intakeId: answered.id },
        title: null,
        values: { partyName: trees.left.name, at: answered.closesAt },
        timeZone: 'Asia/Shanghai',
        dueAt: answered.closesAt,
      },
    ]);
    await close(answered, writer);
    await awaits(answered);
    expect(await eventsOf(answered)).toEqual([]);
  });
});

describe('the lists', () => {
  it('show an officer what his unions have to answer: open by deadline, else newest first', async () => {
    const mine = await memberOf(trees.right);
    const sent: string[] = [];
    for (const kind of ['complaint', 'question', 'suggestion'] as const) {
      sent.push((await send({ kind }, mine)).id);
      membership.clock.advance(1_000);
    }
    const ids = async (part: object): Promise<string[]> => {
      const page = await membership.ask(intakeContract.list, { limit: 200, ...part }, stranger);
      return page.items.map((item) => item.id).filter((id) => sent.includes(id));
    };
    expect(await ids({ state: 'open' })).toEqual(sent);
    expect(await ids({})).toEqual([...sent].reverse());
    expect(await ids({ kind: 'question' })).toEqual([sent[1]]);
    await answer(await get(sent[0] ?? '', stranger), stranger);
    expect(await ids({ state: 'open' })).toEqual(sent.slice(1));
    const answered = await membership.ask(intakeContract.list, { state: 'answered', limit: 1 }, stranger);
    expect(answered.items[0]).toMatchObject({ id: sent[0], answer: { text: '已经换车' } });
  });

  it('that wait for an officer are those of his own union, and of none below it', async () => {
    const own = await send({}, { ...writer, unionId: null, unionPath: null });
    const below = await send();
    const waiting = { waitingForMe: true, limit: 200 } as const;
    const ids = async (actor: Actor): Promise<string[]> =>
      (await membership.ask(intakeContract.list, waiting, actor)).items.map(({ id }) => id);
    expect(await ids(rootOfficer)).toContain(own.id);
    expect(await ids(rootOfficer)).not.toContain(below.id);
    expect(await ids(officer)).toContain(below.id);
    await answer(below, officer);
    expect(await ids(officer)).not.toContain(below.id);
  });

  it('show what was asked again after what is due before it', async () => {
    const mine = await memberOf(trees.right);
    const first = await answer(await send({}, mine), stranger);
    membership.clock.advance(1_000);
    const second = await send({}, mine);
    membership.clock.advance(1_000);
    const asked = await askAgain(first, mine);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const request = { state: 'open', limit: 1, ...(cursor === null ? {} : { cursor }) } as const;
      const page: { items: { id: string }[]; nextCursor: string | null } = await membership.ask(
        intakeContract.list,
        request,
        stranger,
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.filter((id) => id === second.id || id === asked.id)).toEqual([second.id, asked.id]);
  });

  it('page without loss in both directions', async () => {
    const sent: string[] = [];
    for (let n = 0; n < 5; n += 1) sent.push((await send()).id);
    for (const [state, expected] of [
      [{ state: 'open' as const }, sent],
      [{}, [...sent].reverse()],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const request = { ...state, limit: 2, ...(cursor === null ? {} : { cursor }) };
        const page: { items: { id: string }[]; nextCursor: string | null } = await membership.ask(
          intakeContract.list,
          request,
          officer,
        );
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.filter((id) => sent.includes(id))).toEqual(expected);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('show a person his own alone, newest first', async () => {
    const first = await send();
    const second = await send({ kind: 'suggestion' });
    await close(first, writer);
    const all = await membership.ask(intakeContract.listMine, {}, writer);
    expect(all.items.map((item) => item.id)).toEqual([second.id, first.id]);
    const open = await membership.ask(intakeContract.listMine, { state: 'open' }, writer);
    expect(open.items.map((item) => item.id)).toEqual([second.id]);
  });

  it('of an officer are for officers', async () => {
    await expect(membership.ask(intakeContract.list, {}, writer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});
