import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { affairsEvents, type MatterCourse } from '@gongxiang/contracts/affairs/affairs-events';
import {
  matterContract,
  type MatterDesk,
  type MatterReceipt,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { awaitEvents } from '@gongxiang/contracts/notification/awaits';
import { type Actor, dayMs, newId, shanghaiDate } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';
import { openMax } from './matter.model.js';
import { newMatterCode } from './matter-number.js';

let affairs: ServiceFixture;
let tree: Tree;
let person: Actor;
let officer: Actor;
let second: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let card: ServiceItemView;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  second = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  card = await plantService(affairs, tree.root.id, rootOfficer);
});
beforeEach(async () => {
  person = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const send = (actor: Actor | null = person, serviceId = card.id) => sendMatter(affairs, serviceId, actor);
const read = (id: string, actor: Actor | null) => readMatter(affairs, id, actor);
const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);
const desk = async (actor: Actor, which: MatterDesk): Promise<string[]> =>
  (await affairs.ask(matterContract.list, { desk: which, limit: 100 }, actor)).items.map(({ id }) => id);

function take(matterId: string, actor: Actor | null = officer, version = 1): Promise<MatterView> {
  return affairs.ask(matterContract.take, { matterId }, actor, { ifMatch: version });
}

async function taken(): Promise<MatterView> {
  const { id } = await send();
  return take(id);
}

function decide({ id, version }: MatterView, actor: Actor | null = officer): Promise<MatterView> {
  const request = { matterId: id, outcome: 'issued', reasons: '已制好，到图书室领取。' };
  return affairs.ask(matterContract.decide, request, actor, { ifMatch: version });
}

const codeOf = (code: string) => ({ code });

describe('what a person brings', () => {
  it('goes to their union, with a receipt, and waits there to be taken by its day', async () => {
    const receipt = await send();
    expect(receipt).toMatchObject({ serviceName: '借书证', unionName: '江城重工工会' });
    expect(receipt.number).toMatch(/^\d{8}-[0-9A-Z]{8}$/);
    expect(receipt.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const [waiting] = await awaits(receipt.id, 'matterReceived');
    expect(waiting).toMatchObject({ title: '借书证', offices: { unionIds: [tree.left.id] } });
    expect(await read(receipt.id, person)).toMatchObject({
      state: 'sent',
      mine: true,
      answers: { pickup: '图书室' },
      contact: { name: '张小三' },
      entries: [{ event: 'sent', byName: null }],
      acts: [{ act: 'reply' }, { act: 'withdraw' }, { act: 'addPaper' }],
    });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
    ['an officer of the union who has not taken it', () => officer, 'NOT_FOUND'],
    ['an officer above', () => rootOfficer, 'NOT_FOUND'],
  ])('is not read by %s', async (_who, actor, code) => {
    const { id } = await send();
    await expect(read(id, actor())).rejects.toMatchObject({ code });
  });

  it('names what is missing or wrong in it, and keeps nothing then', async () => {
    const bad = sendMatter(affairs, card.id, person, { pickup: 7, other: 'x' });
    await expect(bad).rejects.toMatchObject({
      code: 'ANSWERS_INVALID',
      errors: [
        { pointer: '/answers/other', code: 'ANSWER_TO_NO_QUESTION' },
        { pointer: '/answers/pickup', code: 'ANSWER_OF_WRONG_KIND' },
      ],
    });
  });

  it('is sent once per key', async () => {
    const request = { serviceId: card.id, answers: { pickup: '门卫' }, contact: { name: '张小三' } };
    const call = { idempotencyKey: newId() };
    const first = await affairs.send(matterContract.send, request, person, call);
    const again = await affairs.send(matterContract.send, request, person, call);
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('is for whom the service is', async () => {
    const own = await plantService(affairs, tree.right.id, stranger);
    await expect(send(person, own.id)).rejects.toMatchObject({ code: 'MATTER_NOT_FOR_YOU' });
  });

  it('is bounded also when many are sent at once', async () => {
    const eager = await plantPerson(affairs, tree.left);
    const sent = await Promise.allSettled(Array.from({ length: openMax + 5 }, () => send(eager)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(openMax);
    await expect(send(eager)).rejects.toMatchObject({ code: 'MATTER_TOO_MANY_OPEN' });
  });

  it('E123: stands nowhere in the clear', async () => {
    const secret = '独一无二的难处';
    const { id } = await sendMatter(affairs, card.id, person, { pickup: secret });
    const matter = await take(id);
    const request = { matterId: id, text: `问${secret}` };
    const asked = await affairs.ask(matterContract.ask, request, officer, { ifMatch: matter.version });
    const reply = { matterId: id, text: `答${secret}` };
    await affairs.ask(matterContract.reply, reply, person, { ifMatch: asked.version });
    for (const table of ['matter', 'matter_entry', 'audit_record', 'idempotency', 'outbox', 'awaited']) {
      const rows: unknown[] = await affairs.dataSource.query(
        `SELECT 1 FROM ${table} AS t WHERE t::text LIKE '%${secret}%' OR t::text LIKE '%张小三%' OR t::text LIKE '%13800001234%'`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });
});

describe('whoever deals with it', () => {
  it('takes it, and from then on nobody else of the union reads it', async () => {
    const { id } = await send();
    const matter = await take(id);
    expect(matter).toMatchObject({
      state: 'inWork',
      mine: false,
      recordName: '张*',
      handlerId: officer.personId,
    });
    await awaits(id, 'matterInHand');
    const told = (await affairs.recorded(noticeRaisedEvents.affairs)).filter(
      ({ about }) => about['matterId'] === id,
    );
    expect(told).toMatchObject([{ kind: 'matterTaken', personIds: [person.personId], title: '借书证' }]);
    await expect(read(id, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(take(id, second, matter.version)).rejects.toMatchObject({ code: 'MATTER_STATE' });
  });

  it('is one of two who take it at once', async () => {
    const { id } = await send();
    const both = await Promise.allSettled([take(id, officer), take(id, second)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['whoever brought it', () => person, 'NOT_PERMITTED'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
    ['an officer above, before whom it was not brought', () => rootOfficer, 'NOT_PERMITTED'],
  ])('is not %s', async (_who, actor, code) => {
    const { id } = await send();
    await expect(take(id, actor())).rejects.toMatchObject({ code });
    await expect(decide({ ...(await take(id)), version: 2 }, actor())).rejects.toMatchObject({ code });
  });

  it('is not the one who brought it, whatever their office', async () => {
    const { id } = await send(officer);
    await expect(take(id, officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      affairs.ask(matterContract.assign, { matterId: id, personId: officer.personId }, second, {
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'MATTER_HANDLER_UNKNOWN' });
    await take(id, second);
  });

  it('is given it by an officer, who does not read it; whoever had it before reads it no more', async () => {
    const matter = await taken();
    const { items } = await affairs.ask(matterContract.handlers, { matterId: matter.id }, rootOfficer);
    expect(items.map(({ personId }) => personId).sort()).toEqual([officer.personId, second.personId].sort());
    const request = { matterId: matter.id, personId: second.personId };
    const line = await affairs.ask(matterContract.assign, request, rootOfficer, { ifMatch: matter.version });
    expect(line).toMatchObject({ handlerId: second.personId, state: 'inWork' });
    await expect(read(matter.id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await read(matter.id, second)).toMatchObject({ id: matter.id });
    const outside = { ...request, personId: stranger.personId };
    await expect(
      affairs.ask(matterContract.assign, outside, rootOfficer, { ifMatch: line.version }),
    ).rejects.toMatchObject({ code: 'MATTER_HANDLER_UNKNOWN' });
  });

  it('passes it on to the union above, and its day stays', async () => {
    const matter = await taken();
    const request = { matterId: matter.id, unionId: tree.root.id, reason: '属于总工会职责' };
    const line = await affairs.ask(matterContract.forward, request, officer, { ifMatch: matter.version });
    expect(line).toMatchObject({ state: 'sent', unionId: tree.root.id, handlerId: null });
    await expect(read(matter.id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await take(matter.id, rootOfficer, line.version)).toMatchObject({ dueAt: matter.dueAt });
    const aside = await taken();
    const away = { ...request, matterId: aside.id, unionId: tree.right.id };
    await expect(
      affairs.ask(matterContract.forward, away, officer, { ifMatch: aside.version }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('writes notes that the person does not see, and each reading is told to the person', async () => {
    const matter = await taken();
    const request = { matterId: matter.id, text: '内部意见' };
    const noted = await affairs.ask(matterContract.note, request, officer, { ifMatch: matter.version });
    expect(noted.entries.at(-1)).toMatchObject({ event: 'noted', text: '内部意见' });
    expect((await read(matter.id, person)).entries.map(({ event }) => event)).toEqual(['sent', 'taken']);
    const looks: unknown[] = await affairs.dataSource.query(
      'SELECT 1 FROM person_look WHERE person_id = $1 AND viewer_id = $2',
      [person.personId, officer.personId],
    );
    expect(looks).toHaveLength(1);
  });

  it('asks the person, and the time stands still until they answer', async () => {
    const matter = await taken();
    const request = { matterId: matter.id, text: '请写明部门' };
    const asked = await affairs.ask(matterContract.ask, request, officer, { ifMatch: matter.version });
    expect(asked).toMatchObject({ state: 'asked', dueAt: null });
    await awaits(matter.id, 'matterAsked');
    affairs.clock.advance(7 * dayMs);
    const reply = { matterId: matter.id, text: '三车间' };
    const answered = await affairs.ask(matterContract.reply, reply, person, { ifMatch: asked.version });
    expect(answered).toMatchObject({ state: 'inWork', overdue: false });
    expect(Date.parse(answered.dueAt ?? '')).toBeGreaterThan(Date.parse(matter.dueAt ?? ''));
    await awaits(matter.id, 'matterInHand');
  });

  it('lets it rest until a day, on which it goes on by itself', async () => {
    const matter = await taken();
    const until = new Date(affairs.clock.now().getTime() + 3 * dayMs).toISOString().slice(0, 10);
    const past = { matterId: matter.id, until: '2020-01-01', reason: '等开庭' };
    await expect(
      affairs.ask(matterContract.hold, past, officer, { ifMatch: matter.version }),
    ).rejects.toMatchObject({ code: 'MATTER_HOLD_PAST' });
    const held = await affairs.ask(matterContract.hold, { ...past, until }, officer, {
      ifMatch: matter.version,
    });
    expect(held).toMatchObject({ state: 'held', heldUntil: until, dueAt: null });
    affairs.clock.advance(4 * dayMs);
    await eventually(async () => expect(await read(matter.id, officer)).toMatchObject({ state: 'inWork' }));
  });
});

describe('a decision', () => {
  it('is told to the person, who rates it; that closes it', async () => {
    const decided = await decide(await taken());
    expect(decided).toMatchObject({ state: 'decided', outcome: '已办好', reasons: '已制好，到图书室领取。' });
    await awaits(decided.id, 'matterDecided');
    const request = { matterId: decided.id, stars: 5, text: '很快' };
    const rated = await affairs.ask(matterContract.rate, request, person, { ifMatch: decided.version });
    expect(rated).toMatchObject({ state: 'closed', stars: 5 });
    await awaits(decided.id);
    await expect(
      affairs.ask(matterContract.rate, request, officer, { ifMatch: rated.version }),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is one of the outcomes of the service', async () => {
    const { id, version } = await taken();
    const request = { matterId: id, outcome: 'sold', reasons: '无' };
    await expect(
      affairs.ask(matterContract.decide, request, officer, { ifMatch: version }),
    ).rejects.toMatchObject({
      code: 'MATTER_OUTCOME_UNKNOWN',
    });
  });

  it('waits for a second person where the service says so, and the person does not see it before', async () => {
    const grave = await plantService(affairs, tree.root.id, rootOfficer, {
      name: '困难帮扶',
      secondPerson: true,
    });
    const { id } = await send(person, grave.id);
    const proposed = await decide(await take(id));
    expect(proposed).toMatchObject({ state: 'proposed' });
    expect(await read(id, person)).toMatchObject({ state: 'inWork', outcome: null, reasons: null });
    await awaits(id, 'matterProposed');
    const at = { ifMatch: proposed.version };
    await expect(affairs.ask(matterContract.confirm, { matterId: id }, officer, at)).rejects.toMatchObject({
      code: 'MATTER_SECOND_PERSON',
    });
    const back = { matterId: id, reason: '写明依据' };
    const returned = await affairs.ask(matterContract.return, back, second, at);
    expect(returned).toMatchObject({ state: 'inWork' });
    await expect(read(id, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const again = await decide(await read(id, officer));
    const confirmed = await affairs.ask(matterContract.confirm, { matterId: id }, second, {
      ifMatch: again.version,
    });
    expect(confirmed).toMatchObject({ state: 'decided' });
    expect(await read(id, person)).toMatchObject({ state: 'decided', outcome: '已办好' });
  });

  it('is undone once by the person within 30 days, and closes by itself after them', async () => {
    const decided = await decide(await taken());
    const request = { matterId: decided.id, reason: '没有领到' };
    const reopened = await affairs.ask(matterContract.reopen, request, person, { ifMatch: decided.version });
    expect(reopened).toMatchObject({ state: 'inWork', outcome: null, handlerId: officer.personId });
    const again = await decide(await read(decided.id, officer));
    await expect(
      affairs.ask(matterContract.reopen, request, person, { ifMatch: again.version }),
    ).rejects.toMatchObject({ code: 'MATTER_REOPENED_ONCE' });
    affairs.clock.advance(31 * dayMs);
    await eventually(async () => expect(await read(decided.id, person)).toMatchObject({ state: 'closed' }));
  });

  it('is not waited for once the person has taken the matter back', async () => {
    const { id } = await send();
    const withdrawn = await affairs.ask(matterContract.withdraw, { matterId: id }, person, { ifMatch: 1 });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', acts: [] });
    await awaits(id);
    expect(await desk(officer, 'toTake')).not.toContain(id);
  });
});

describe('a decision that holds until a day', () => {
  const dayIn = (days: number): string =>
    shanghaiDate(new Date(affairs.clock.now().getTime() + days * dayMs));
  const label = '集体合同期满';
  let bargaining: ServiceItemView;

  beforeAll(async () => {
    bargaining = await plantService(affairs, tree.root.id, rootOfficer, {
      name: '集体协商',
      secondPerson: true,
      outcomes: [
        { id: 'in-force', label: '集体合同生效', followUp: { months: 1, label } },
        { id: 'failed', label: '未达成一致' },
      ],
    });
  });

  const decideUntil = ({ id, version }: MatterView, outcome: string, holdsUntil: string | null) => {
    const request = { matterId: id, outcome, reasons: '已报送，没有异议。', holdsUntil };
    return affairs.ask(matterContract.decide, request, officer, { ifMatch: version });
  };
  const followUp = (id: string, version: number, actor = officer) => {
    const request = { matterId: id, text: '新一轮要约已送达' };
    return affairs.ask(matterContract.followUp, request, actor, { ifMatch: version });
  };
  const lineOf = async (id: string) => {
    const { items } = await affairs.ask(matterContract.list, { desk: 'followUps', limit: 100 }, officer);
    return items.find((line) => line.id === id);
  };

  it('says the day, and no other decision does', async () => {
    const { id } = await send(person, bargaining.id);
    const matter = await take(id);
    await expect(decideUntil(matter, 'in-force', null)).rejects.toMatchObject({
      errors: [{ pointer: '/holdsUntil', code: 'MATTER_HOLDS_UNTIL_MISSING' }],
    });
    await expect(decideUntil(matter, 'failed', dayIn(60))).rejects.toMatchObject({
      errors: [{ pointer: '/holdsUntil', code: 'MATTER_HOLDS_UNTIL_UNUSED' }],
    });
    expect(await decideUntil(matter, 'failed', null)).toMatchObject({ state: 'proposed', followUp: null });
  });

  it('is due again before it: it waits for the office until somebody says how it goes on', async () => {
    const { id } = await send(person, bargaining.id);
    const holdsUntil = dayIn(65);
    const proposed = await decideUntil(await take(id), 'in-force', holdsUntil);
    expect(await read(id, second)).toMatchObject({ followUp: { label, holdsUntil, due: false } });
    expect(await read(id, person)).toMatchObject({ followUp: null });
    expect(await lineOf(id)).toBeUndefined();
    await affairs.ask(matterContract.confirm, { matterId: id }, second, { ifMatch: proposed.version });
    expect(await read(id, person)).toMatchObject({
      followUp: { holdsUntil, due: false, followedUpAt: null },
    });
    expect(await lineOf(id)).toMatchObject({ followUp: { holdsUntil, due: false }, followable: true });
    await awaits(id, 'matterDecided');
    // A month before the last day is 34 to 37 days from now.
    affairs.clock.advance(38 * dayMs);
    await awaits(id, 'matterFollowUp');
    const line = await lineOf(id);
    expect(line).toMatchObject({ state: 'closed', followUp: { due: true } });
    const version = line?.version ?? 0;
    await expect(followUp(id, version, person)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await followUp(id, version)).toMatchObject({ followUp: { due: false }, followable: false });
    await awaits(id);
    expect(await lineOf(id)).toBeUndefined();
    // Of how it goes on its person reads the day, and not the words.
    const own = await read(id, person);
    expect(own.followUp?.followedUpAt).not.toBeNull();
    expect(own.entries.map(({ event }) => event)).not.toContain('followedUp');
    await expect(followUp(id, version + 1)).rejects.toMatchObject({ code: 'MATTER_FOLLOWED_UP' });
  });

  it('holds no more once its matter is reopened', async () => {
    const { id } = await send(person, bargaining.id);
    const proposed = await decideUntil(await take(id), 'in-force', dayIn(20));
    const decided = await affairs.ask(matterContract.confirm, { matterId: id }, second, {
      ifMatch: proposed.version,
    });
    // Shorter than its notice: the next one is due at once.
    await awaits(id, 'matterDecided', 'matterFollowUp');
    const request = { matterId: id, reason: '条款写错了' };
    await affairs.ask(matterContract.reopen, request, person, { ifMatch: decided.version });
    await awaits(id, 'matterInHand');
    expect(await read(id, person)).toMatchObject({ followUp: null });
  });
});

describe('a matter that nobody takes in time', () => {
  it('is brought before the union above, which may take it or give it to somebody', async () => {
    const { id } = await send();
    affairs.clock.advance(5 * dayMs);
    await awaits(id, 'matterReceived', 'matterEscalated');
    expect(await desk(rootOfficer, 'overdue')).toContain(id);
    expect(await desk(officer, 'overdue')).toContain(id);
    const { items } = await affairs.ask(matterContract.list, { desk: 'overdue', limit: 100 }, rootOfficer);
    expect(items.find((line) => line.id === id)).toMatchObject({ escalations: 1, overdue: true });
    const taken = await take(id, rootOfficer, 2);
    expect(taken).toMatchObject({ handlerId: rootOfficer.personId });
    expect((await read(id, person)).entries.map(({ event }) => event)).toEqual([
      'sent',
      'escalated',
      'taken',
    ]);
  });
});

describe('without a name', () => {
  let service: ServiceItemView;
  const sendAnonymously = (id: string, code: string, serviceId = service.id): Promise<MatterReceipt> =>
    affairs.ask(matterContract.sendAnonymously, { id, code, serviceId, answers: { pickup: '食堂' } }, null);

  beforeAll(async () => {
    service = await plantService(affairs, tree.left.id, officer, { name: '意见箱', anonymous: true });
  });

  it('a matter is sent where the service allows it, once however often it is repeated', async () => {
    const [id, code] = [newId(), newMatterCode()];
    const first = await sendAnonymously(id, code);
    expect(await sendAnonymously(id, code)).toEqual(first);
    await expect(sendAnonymously(id, newMatterCode())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sendAnonymously(newId(), code, card.id)).rejects.toMatchObject({
      code: 'MATTER_NOT_ANONYMOUS',
    });
  });

  it('is followed by number and code alone: asked, answered, rated and reopened', async () => {
    const { id, number, code } = await sendAnonymously(newId(), newMatterCode());
    const key = { number, code };
    const status = () => affairs.ask(matterContract.status, key, null);
    expect(await status()).toMatchObject({ state: 'sent', answers: { pickup: '食堂' } });
    const wrong = { number, ...codeOf(newMatterCode()) };
    await expect(affairs.ask(matterContract.status, wrong, null)).rejects.toMatchObject({
      code: 'MATTER_NOT_FOUND_BY_CODE',
    });
    const matter = await take(id);
    expect(matter).toMatchObject({ anonymous: true, contact: null, recordName: null });
    const request = { matterId: id, text: '哪一天？' };
    const asked = await affairs.ask(matterContract.ask, request, officer, { ifMatch: matter.version });
    expect(asked.state).toBe('asked');
    const reply = { ...key, text: '周三' };
    await affairs.ask(matterContract.replyByCode, reply, null);
    // A repetition that lost its answer says nothing twice.
    const replied = await affairs.ask(matterContract.replyByCode, reply, null);
    expect(replied.entries.map(({ event }) => event)).toEqual(['sent', 'taken', 'asked', 'replied']);
    await decide(await read(id, officer));
    await affairs.ask(matterContract.reopenByCode, { ...key, reason: '还是没有' }, null);
    await decide(await read(id, officer));
    const rated = await affairs.ask(matterContract.rateByCode, { ...key, stars: 4 }, null);
    expect(rated).toMatchObject({ state: 'closed', stars: 4 });
    await expect(affairs.ask(matterContract.rateByCode, { ...key, stars: 1 }, null)).rejects.toMatchObject({
      code: 'MATTER_RATED',
    });
  });

  it('nothing leads to anybody: not in the rows, the trail, the keys or the events', async () => {
    const counts = async () =>
      affairs.dataSource.query(
        'SELECT (SELECT count(*) FROM audit_record) AS trail, (SELECT count(*) FROM idempotency) AS keys',
      );
    const before: unknown = await counts();
    const id = newId();
    await sendAnonymously(id, newMatterCode());
    expect(await counts()).toEqual(before);
    const [row] = (await affairs.dataSource.query(
      'SELECT m.person_id, m.home_union_id, n.actor_id FROM matter m JOIN matter_entry n ON n.matter_id = m.id WHERE m.id = $1',
      [id],
    )) as unknown[];
    expect(row).toEqual({ person_id: null, home_union_id: null, actor_id: null });
    const told = (await affairs.recorded(awaitEvents.affairs)).filter((one) => one.id === id);
    expect(told.flatMap(({ awaits: all }) => all.flatMap(({ personIds }) => personIds))).toEqual([]);
  });
});

describe('written down for somebody', () => {
  it('by an officer of the union: the caller gets number and code, the source is kept', async () => {
    const request = {
      serviceId: card.id,
      answers: { pickup: '门卫' },
      contact: { name: '李四', phone: '027-88880000' },
      unionId: tree.left.id,
      source: 'phone' as const,
    };
    const { id, number, code } = await affairs.ask(matterContract.enter, request, officer);
    expect(await affairs.ask(matterContract.status, { number, code }, null)).toMatchObject({ state: 'sent' });
    expect(await take(id, second)).toMatchObject({
      source: 'phone',
      anonymous: false,
      contact: { name: '李四' },
    });
    for (const [actor, expected] of [
      [null, 'NOT_SIGNED_IN'],
      [person, 'NOT_FOUND'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      await expect(affairs.ask(matterContract.enter, request, actor)).rejects.toMatchObject({
        code: expected,
      });
  });
});

describe('lists and figures', () => {
  it('a desk shows the lines of its union, and those in hand; a person their own', async () => {
    const { id } = await send();
    expect(await desk(officer, 'toTake')).toContain(id);
    expect(await desk(second, 'open')).toContain(id);
    expect(await desk(stranger, 'open')).not.toContain(id);
    expect(await desk(rootOfficer, 'toTake')).not.toContain(id);
    await take(id);
    expect(await desk(officer, 'mine')).toContain(id);
    expect(await desk(second, 'mine')).not.toContain(id);
    expect((await desk(officer, 'all'))[0]).toBe(id);
    const mine = await affairs.ask(matterContract.listMine, { limit: 1 }, person);
    expect(mine.items.map((line) => line.id)).toEqual([id]);
    await expect(affairs.ask(matterContract.list, { desk: 'open' }, person)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('a desk is paged in its order without a gap', async () => {
    const all = await desk(officer, 'open');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await affairs.ask(
        matterContract.list,
        { desk: 'open', limit: 7, ...(cursor === undefined ? {} : { cursor }) },
        officer,
      );
      seen.push(...page.items.map((line) => line.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
  });

  it('figures count what was decided in time, by service, for the union and those below', async () => {
    const year = affairs.clock.now().getUTCFullYear();
    const { items } = await affairs.ask(matterContract.figures, { unionId: tree.root.id, year }, rootOfficer);
    const [row] = (await affairs.dataSource.query(
      `SELECT count(*)::int AS sent, count(decided_at)::int AS decided FROM matter
       WHERE service_id = $1 AND extract(year FROM sent_at AT TIME ZONE 'Asia/Shanghai') = $2`,
      [card.id, year],
    )) as [{ sent: number; decided: number }];
    expect(items.find(({ serviceId }) => serviceId === card.id)).toMatchObject({
      ...row,
      serviceName: '借书证',
    });
    await expect(
      affairs.ask(matterContract.figures, { unionId: tree.root.id, year }, officer),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('figures of a month are those of the services together', async () => {
    const year = affairs.clock.now().getUTCFullYear();
    const figures = await affairs.ask(matterContract.figures, { unionId: tree.root.id, year }, rootOfficer);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    expect(figures.months).toHaveLength(12);
    for (const key of ['sent', 'inTime', 'waiting'] as const)
      expect([key, sum(figures.months.map((one) => one[key]))]).toEqual([
        key,
        sum(figures.items.map((one) => one[key])),
      ]);
  });

  it('anybody sees figures of the network in fives, and nothing of a service with fewer', async () => {
    const rare = await plantService(affairs, tree.root.id, rootOfficer, { name: '少有人办' });
    for (let count = 0; count < 4; count += 1) await send(person, rare.id);
    const year = affairs.clock.now().getUTCFullYear();
    const seen = async () => (await affairs.ask(matterContract.publicFigures, { year }, null)).items;
    expect((await seen()).some(({ serviceId }) => serviceId === rare.id)).toBe(false);
    await send(person, rare.id);
    expect((await seen()).find(({ serviceId }) => serviceId === rare.id)).toMatchObject({
      serviceName: '少有人办',
      unionName: '江城市总工会',
      sent: 5,
      decided: 0,
      lateThousandths: null,
      starTenths: null,
    });
  });
});

describe('how a matter goes', () => {
  const lastOf = async (id: string): Promise<MatterCourse | undefined> =>
    (await affairs.recorded(affairsEvents.matterChanged)).findLast((one) => one.id === id);
  const untilCounted = (id: string, expected: Partial<MatterCourse>) =>
    eventually(async () => expect(await lastOf(id)).toMatchObject(expected));

  it('is published for whoever counts: decided, rated and reopened, and of nobody', async () => {
    const matter = await taken();
    const decided = await decide(matter);
    await untilCounted(matter.id, { unionId: tree.left.id, version: decided.version, isReopened: false });
    expect((await lastOf(matter.id))?.decidedAt).not.toBeNull();
    const rate = { matterId: matter.id, stars: 2, text: '等了很久' };
    const rated = await affairs.ask(matterContract.rate, rate, person, { ifMatch: decided.version });
    await untilCounted(matter.id, { stars: 2, version: rated.version });
    const reopen = { matterId: matter.id, reason: '证件打印错了' };
    await affairs.ask(matterContract.reopen, reopen, person, { ifMatch: rated.version });
    await untilCounted(matter.id, { decidedAt: null, stars: null, ratedAt: null, isReopened: true });
    const rows: { envelope: { actor: string | null } }[] = await affairs.dataSource.query(
      `SELECT envelope FROM outbox WHERE subject = $1 AND envelope->>'subject' = $2`,
      [affairsEvents.matterChanged.subject, matter.id],
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({ envelope }) => envelope.actor))).toEqual(new Set([null]));
    expect(JSON.stringify(rows)).not.toContain(person.personId);
  });

  it('says nothing of its time while it is held', async () => {
    const { id, version } = await taken();
    const until = new Date(affairs.clock.now().getTime() + 5 * dayMs).toISOString().slice(0, 10);
    const hold = { matterId: id, reason: '等厂家', until };
    await affairs.ask(matterContract.hold, hold, officer, { ifMatch: version });
    await untilCounted(id, { decideBy: null, decidedAt: null });
  });
});
