import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  matterContract,
  type MatterDesk,
  type MatterLine,
  type MatterReceipt,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  handlersOfUnionMax,
  serviceHandlerContract,
  type ServiceHandlerView,
} from '@gongxiang/contracts/affairs/matters/service-handler.contract';
import {
  serviceItemContract,
  type ServiceItemView,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { affairsErasure, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, newId } from '@gongxiang/domain';
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
import { definitionOf } from '../service-item/service-item.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let person: Actor;
let officer: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let lawyer: Actor;
let counsellor: Actor;
let advice: ServiceItemView;

const topics = [
  { id: 'divorce', label: '婚姻', words: ['离婚', '抚养'] },
  { id: 'wages', label: '工资', words: ['工资'] },
];
const answers = { pickup: '离婚后抚养费不付' };

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
});
beforeEach(async () => {
  person = await plantPerson(affairs, tree.left);
  lawyer = await plantPerson(affairs, tree.right);
  counsellor = await plantPerson(affairs, tree.left);
  advice = await offer();
});
afterAll(() => affairs.stop());

const offer = (changes: Parameters<typeof plantService>[3] = {}) =>
  plantService(affairs, tree.root.id, rootOfficer, {
    name: '法律咨询',
    handledBy: 'named',
    topics,
    ...changes,
  });

type Named = Pick<Actor, 'personId'>;

async function nameAll(
  people: readonly Named[],
  unionId = tree.left.id,
  { by = officer, serviceId = advice.id }: { by?: Actor | null; serviceId?: string } = {},
): Promise<ServiceHandlerView[]> {
  const personIds = people.map(({ personId }) => personId);
  const request = { serviceId, unionId, personIds, title: '执业律师' };
  return (await affairs.ask(serviceHandlerContract.name, request, by)).items;
}

async function name(
  person: Named,
  ...more: [unionId?: string, of?: { by?: Actor | null; serviceId?: string }]
): Promise<ServiceHandlerView> {
  const [named] = await nameAll([person], ...more);
  if (named === undefined) throw new Error('nobody was named');
  return named;
}

function end({ id, version }: ServiceHandlerView, by: Actor | null = officer): Promise<ServiceHandlerView> {
  const request = { handlerId: id, reason: '聘期届满' };
  return affairs.ask(serviceHandlerContract.end, request, by, { ifMatch: version });
}

const send = (actor = person): Promise<MatterReceipt> => sendMatter(affairs, advice.id, actor, answers);
const take = (matterId: string, actor: Actor, ifMatch = 1): Promise<MatterView> =>
  affairs.ask(matterContract.take, { matterId }, actor, { ifMatch });
const read = (id: string, actor: Actor) => readMatter(affairs, id, actor);
const desk = async (
  actor: Actor,
  which: MatterDesk = 'toTake',
  filter: object = {},
): Promise<readonly MatterLine[]> =>
  (await affairs.ask(matterContract.list, { desk: which, limit: 100, ...filter }, actor)).items;
const lineOf = async (id: string, actor: Actor): Promise<MatterLine | undefined> =>
  (await desk(actor)).find((line) => line.id === id);
const decide = ({ id, version }: MatterView, actor: Actor): Promise<MatterView> => {
  const request = { matterId: id, outcome: 'issued', reasons: '可以申请仲裁。' };
  return affairs.ask(matterContract.decide, request, actor, { ifMatch: version });
};

async function waitsFor(id: string, expected: { personIds?: string[]; unionIds?: string[] }): Promise<void> {
  await eventually(async () => {
    const [waiting] = await untilAwaits(affairs, 'affairs', id, ['matterReceived']);
    expect([...(waiting?.personIds ?? [])].sort()).toEqual([...(expected.personIds ?? [])].sort());
    expect(waiting?.offices?.unionIds ?? []).toEqual(expected.unionIds ?? []);
  });
}

describe('naming somebody for a service', () => {
  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a member', () => person, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
    ['whoever is named already', () => counsellor, 'NOT_FOUND'],
  ])('is not done by %s, and neither is ending it', async (_who, by, code) => {
    const named = await name(counsellor);
    await expect(name(lawyer, tree.left.id, { by: by() })).rejects.toMatchObject({ code });
    await expect(end(named, by())).rejects.toMatchObject({ code });
  });

  it('is told to them, as is its end with the reason', async () => {
    await end(await name(lawyer));
    const told = (await affairs.recorded(noticeRaisedEvents.affairs)).filter(({ personIds }) =>
      personIds.includes(lawyer.personId),
    );
    const about = { why: 'namedForService', title: '法律咨询', about: { serviceId: advice.id } };
    expect(told).toMatchObject([
      { kind: 'serviceHandlerNamed', ...about },
      { kind: 'serviceHandlerEnded', ...about, values: { reason: '聘期届满' } },
    ]);
  });

  it('is done by an officer of the very union or of one above, also for somebody without any office', async () => {
    expect(await name(lawyer)).toMatchObject({
      unionName: '江城重工工会',
      name: '张*',
      title: '执业律师',
      open: 0,
      endedAt: null,
      version: 1,
    });
    await name(counsellor, tree.left.id, { by: rootOfficer });
    const list = (actor: Actor, unionId?: string) =>
      affairs.ask(
        serviceHandlerContract.list,
        { serviceId: advice.id, ...(unionId === undefined ? {} : { unionId }) },
        actor,
      );
    const both = [lawyer.personId, counsellor.personId];
    expect((await list(officer)).items.map(({ personId }) => personId)).toEqual(both);
    expect((await list(rootOfficer, tree.left.id)).items).toHaveLength(2);
    expect((await list(rootOfficer, tree.right.id)).items).toEqual([]);
    expect((await list(stranger)).items).toEqual([]);
    await name(await plantPerson(affairs, tree.right), tree.root.id, { by: rootOfficer });
    const seen = (await list(officer)).items.map(({ unionName, endable }) => [unionName, endable]);
    expect(seen).toEqual([
      ['江城重工工会', true],
      ['江城重工工会', true],
      ['江城市总工会', false],
    ]);
    expect((await list(stranger)).items).toMatchObject([{ unionName: '江城市总工会', endable: false }]);
    await expect(list(stranger, tree.left.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list(person)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is never done to oneself, nor twice, nor where the service is not', async () => {
    await expect(name(officer)).rejects.toMatchObject({ code: 'SERVICE_HANDLER_SELF' });
    await name(lawyer);
    await expect(name(lawyer)).rejects.toMatchObject({ code: 'SERVICE_HANDLER_ALREADY' });
    await expect(name({ personId: newId() })).rejects.toMatchObject({ code: 'SERVICE_HANDLER_UNKNOWN' });
    const theirs = await plantService(affairs, tree.right.id, stranger, { handledBy: 'named' });
    const elsewhere = name(lawyer, tree.left.id, { serviceId: theirs.id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'SERVICE_HANDLER_ELSEWHERE' });
    const draft = await affairs.ask(
      serviceItemContract.create,
      { ...definitionOf(), unionId: tree.root.id },
      rootOfficer,
    );
    await expect(name(lawyer, tree.left.id, { serviceId: draft.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await name(lawyer, tree.left.id, { serviceId: draft.id, by: rootOfficer })).toMatchObject({
      serviceId: draft.id,
    });
  });

  it('is done for several at once, for all of them or for nobody', async () => {
    const others = await Promise.all([1, 2].map(() => plantPerson(affairs, tree.left)));
    await name(counsellor);
    await expect(nameAll([...others, counsellor, lawyer])).rejects.toMatchObject({
      code: 'SERVICE_HANDLER_ALREADY',
      errors: [{ pointer: '/personIds/2' }],
    });
    const [first] = others;
    const named = await nameAll([...others, lawyer, ...(first === undefined ? [] : [first])]);
    expect(named.map(({ personId }) => personId)).toEqual(
      [...others, lawyer].map(({ personId }) => personId),
    );
  });

  it('happens once of many at the same moment, and to so many at one union', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => name(lawyer)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (let index = 1; index < handlersOfUnionMax; index++)
      await name(await plantPerson(affairs, tree.left));
    await expect(name(counsellor)).rejects.toMatchObject({ code: 'SERVICE_HANDLERS_TOO_MANY' });
  });
});

describe('a matter of a service that named people deal with', () => {
  it('is on the desk of whoever is named, who holds no office, and is taken, read and decided by them', async () => {
    await name(lawyer, tree.root.id, { by: rootOfficer });
    const { id } = await send();
    await waitsFor(id, { personIds: [lawyer.personId] });
    expect(await lineOf(id, lawyer)).toMatchObject({
      takeable: true,
      assignable: false,
      topic: { id: 'divorce' },
    });
    const taken = await take(id, lawyer);
    expect(taken).toMatchObject({ state: 'inWork', answers });
    expect((await desk(lawyer, 'mine')).map((line) => line.id)).toEqual([id]);
    expect(await decide(taken, lawyer)).toMatchObject({ state: 'decided' });
  });

  it('shows officers who are not named its line alone, without what it is about, and they give it to somebody', async () => {
    await name(lawyer);
    const { id } = await send();
    const line = { takeable: false, assignable: true, topic: null, topicConfirmed: false };
    expect(await lineOf(id, officer)).toMatchObject(line);
    const byTopic = { serviceId: advice.id, topic: 'divorce' };
    expect(await desk(officer, 'toTake', byTopic)).toEqual([]);
    expect(await desk(lawyer, 'toTake', byTopic)).toHaveLength(1);
    await expect(take(id, officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(read(id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const candidates = await affairs.ask(matterContract.handlers, { matterId: id }, officer);
    expect(candidates.items).toEqual([{ personId: lawyer.personId, name: '张*', open: 0 }]);
    const assign = (personId: string) =>
      affairs.ask(matterContract.assign, { matterId: id, personId }, officer, { ifMatch: 1 });
    await expect(assign(officer.personId)).rejects.toMatchObject({ code: 'MATTER_HANDLER_UNKNOWN' });
    expect(await assign(lawyer.personId)).toMatchObject({
      handlerId: lawyer.personId,
      state: 'inWork',
      topic: null,
    });
    await expect(read(id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await read(id, lawyer)).toMatchObject({ answers });
  });

  it.each<[string, () => Promise<Actor> | Actor]>([
    ['an officer of the very union', () => officer],
    ['an officer above', () => rootOfficer],
    [
      'another person named for it',
      async () => {
        await name(counsellor);
        return counsellor;
      },
    ],
    [
      'somebody named for it at another union',
      async () => {
        const other = await plantPerson(affairs, tree.right);
        await name(other, tree.right.id, { by: stranger });
        return other;
      },
    ],
  ])('is read by its handler alone, not by %s', async (_who, reader) => {
    await name(lawyer);
    const { id } = await send();
    await take(id, lawyer);
    await expect(read(id, await reader())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not taken by somebody named at another union, or for another service', async () => {
    const { id } = await send();
    await name(lawyer, tree.right.id, { by: stranger });
    await name(counsellor, tree.left.id, { serviceId: (await offer()).id });
    for (const actor of [lawyer, counsellor]) {
      expect(await lineOf(id, actor)).toBeUndefined();
      await expect(take(id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is confirmed by another person named for it, and by no officer', async () => {
    advice = await offer({ secondPerson: true });
    await name(lawyer);
    await name(counsellor);
    const { id } = await send();
    const proposed = await decide(await take(id, lawyer), lawyer);
    const [waiting] = await untilAwaits(affairs, 'affairs', id, ['matterProposed']);
    expect(waiting).toMatchObject({ personIds: [counsellor.personId], offices: null });
    await expect(read(id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const confirm = (actor: Actor) =>
      affairs.ask(matterContract.confirm, { matterId: id }, actor, { ifMatch: proposed.version });
    await expect(confirm(officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(confirm(lawyer)).rejects.toMatchObject({ code: 'MATTER_SECOND_PERSON' });
    expect(await confirm(counsellor)).toMatchObject({ state: 'decided' });
  });

  it('keeps to named people when a later edition does not, and what was sent before stays with officers', async () => {
    await name(lawyer);
    const { id } = await send();
    const change = { ...definitionOf({ name: '法律咨询' }), serviceId: advice.id };
    const changed = await affairs.ask(serviceItemContract.change, change, rootOfficer, {
      ifMatch: advice.version,
    });
    expect(changed).toMatchObject({ handledBy: 'officers' });
    await expect(take(id, officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const later = await send();
    expect(await take(later.id, officer)).toMatchObject({ state: 'inWork' });
  });

  it('leaves what it is about out of the trail of what is done', async () => {
    await name(lawyer);
    const { id } = await send();
    const { version } = await take(id, lawyer);
    const request = { matterId: id, topic: 'divorce' };
    await affairs.ask(matterContract.classify, request, lawyer, { ifMatch: version });
    const rows: unknown[] = await affairs.dataSource.query(
      `SELECT 1 FROM audit_record AS t WHERE t::text LIKE '%divorce%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('what waits follows who is named', () => {
  it('from the office, so that somebody is named, to whoever is, and back', async () => {
    const { id } = await send();
    await waitsFor(id, { unionIds: [tree.left.id] });
    const first = await name(lawyer);
    await waitsFor(id, { personIds: [lawyer.personId] });
    const second = await name(counsellor, tree.root.id, { by: rootOfficer });
    await waitsFor(id, { personIds: [lawyer.personId, counsellor.personId] });
    await end(first);
    await waitsFor(id, { personIds: [counsellor.personId] });
    await end(second, rootOfficer);
    await waitsFor(id, { unionIds: [tree.left.id] });
    await expect(end({ ...second, version: 2 }, rootOfficer)).rejects.toMatchObject({
      code: 'SERVICE_HANDLER_ENDED',
    });
  });

  it('never asks whoever brought it', async () => {
    await name(lawyer);
    await name(person);
    const { id } = await send();
    await waitsFor(id, { personIds: [lawyer.personId] });
    await expect(take(id, person)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('gives back what somebody has in hand who is not named any more, also what they have proposed or asked', async () => {
    advice = await offer({ secondPerson: true });
    const naming = await name(lawyer);
    const inHand = await take((await send()).id, lawyer);
    const proposed = await decide(await take((await send()).id, lawyer), lawyer);
    const toAsk = await take((await send()).id, lawyer);
    const request = { matterId: toAsk.id, text: '请补充合同' };
    const asked = await affairs.ask(matterContract.ask, request, lawyer, { ifMatch: toAsk.version });
    const [line] = (await affairs.ask(serviceHandlerContract.list, { serviceId: advice.id }, officer)).items;
    expect(line).toMatchObject({ open: 3 });
    await end(naming);
    for (const { id } of [inHand, proposed, asked]) {
      await expect(read(id, lawyer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await eventually(async () => {
        const matter = await read(id, person);
        expect(matter).toMatchObject({ state: 'sent', handlerId: null, outcome: null });
        expect(matter.entries.at(-1)).toMatchObject({ event: 'givenBack' });
      });
      await waitsFor(id, { unionIds: [tree.left.id] });
    }
  });

  it('leaves with somebody what they may have by being named elsewhere', async () => {
    const naming = await name(lawyer);
    await name(lawyer, tree.root.id, { by: rootOfficer });
    const { id } = await take((await send()).id, lawyer);
    await end(naming);
    const follow: unknown[] = [1];
    await eventually(async () => {
      follow.splice(0, 1, ...(await affairs.dataSource.query<unknown[]>(dueSql, [advice.id])));
      expect(follow).toEqual([]);
    });
    expect(await read(id, lawyer)).toMatchObject({ state: 'inWork' });
  });

  it('lets what is reopened wait to be taken where its handler is not named any more', async () => {
    const naming = await name(lawyer);
    const decided = await decide(await take((await send()).id, lawyer), lawyer);
    await end(naming);
    await expect(read(decided.id, lawyer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const request = { matterId: decided.id, reason: '没有说清' };
    const reopened = await affairs.ask(matterContract.reopen, request, person, { ifMatch: decided.version });
    expect(reopened).toMatchObject({ state: 'sent', handlerId: null });
  });

  it('E123: gives back what somebody has in hand who is erased, and forgets that they were named', async () => {
    await name(lawyer);
    const { id } = await take((await send()).id, lawyer);
    const erasureId = newId();
    await affairs.emit(personErasureEvents.erased, { erasureId, personId: lawyer.personId });
    await eventually(async () =>
      expect(await affairs.recorded(affairsErasure.applied)).toContainEqual(
        expect.objectContaining({ erasureId }),
      ),
    );
    await waitsFor(id, { unionIds: [tree.left.id] });
    const { items } = await affairs.ask(serviceHandlerContract.list, { serviceId: advice.id }, officer);
    expect(items).toEqual([]);
  });
});

const dueSql = `SELECT 1 FROM due WHERE kind = 'matter-handlers-changed' AND key LIKE $1 || '%'`;
