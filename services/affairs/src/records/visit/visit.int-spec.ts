import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  type EnterVisit,
  visitContract,
  type VisitView,
} from '@gongxiang/contracts/affairs/records/visit.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, daysAfter, newId, shanghaiDate } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  sendMatter,
  type Tree,
} from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let rootOfficer: Actor;
let stranger: Actor;
let visitor: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  visitor = await plantPerson(affairs, tree.left);
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const today = () => shanghaiDate(affairs.clock.now());
const said = (changes: Partial<EnterVisit> = {}): EnterVisit => ({
  personId: member.personId,
  reason: 'sickness',
  visitedOn: today(),
  visitorIds: [visitor.personId],
  brought: '米油各一份',
  found: '术后恢复良好',
  promised: '联系社区助餐',
  followUpOn: daysAfter(today(), 14),
  ...changes,
});
const enter = (changes: Partial<EnterVisit> = {}, actor: Actor | null = officer) =>
  affairs.ask(visitContract.enter, said(changes), actor);
const get = (visitId: string, actor: Actor | null) => affairs.ask(visitContract.get, { visitId }, actor);
const followUp = ({ id: visitId, version: ifMatch }: VisitView, actor: Actor) =>
  affairs.ask(visitContract.followUp, { visitId, outcome: '已办好' }, actor, { ifMatch });
const change = (
  { id: visitId, version: ifMatch }: VisitView,
  changes: Partial<EnterVisit>,
  actor = officer,
) => {
  const { personId: _personId, ...content } = said(changes);
  return affairs.ask(visitContract.change, { visitId, ...content }, actor, { ifMatch });
};
const withdraw = ({ id: visitId, version: ifMatch }: VisitView, actor: Actor) =>
  affairs.ask(visitContract.withdraw, { visitId, reason: '登记错了人' }, actor, { ifMatch });
const mine = async (side: 'visited' | 'visitor', actor: Actor) =>
  (await affairs.ask(visitContract.listMine, { side }, actor)).items.map(({ id }) => id);
const listed = async (actor: Actor, filter: object = {}) =>
  (await affairs.ask(visitContract.list, filter, actor)).items.map(({ id }) => id);
const refused = (code: string, pointer?: string) =>
  expect.objectContaining({
    code,
    ...(pointer === undefined ? {} : { errors: [expect.objectContaining({ pointer })] }),
  });
const rowOf = async (id: string): Promise<string> => {
  const [row]: { text: string }[] = await affairs.dataSource.query(
    'SELECT to_jsonb(v)::text AS text FROM visit v WHERE id = $1',
    [id],
  );
  return row?.text ?? '';
};

describe('a visit', () => {
  it('is read by who was visited, who went and officers of the very union, and by nobody else', async () => {
    const { id } = await enter();
    for (const actor of [officer, visitor])
      expect(await get(id, actor)).toMatchObject({
        reason: 'sickness',
        found: '术后恢复良好',
        visitors: [{ personId: visitor.personId, name: '张*' }],
        own: false,
      });
    expect(await get(id, member)).toMatchObject({
      own: true,
      personId: null,
      visitors: [{ personId: null, name: '张*' }],
      promised: '联系社区助餐',
      acts: [],
    });
    for (const actor of [neighbour, stranger, rootOfficer])
      await expect(get(id, actor)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(get(id, null)).rejects.toEqual(refused('NOT_SIGNED_IN'));
    expect(await listed(officer)).toContain(id);
    expect(await listed(rootOfficer)).not.toContain(id);
    await expect(listed(member)).rejects.toEqual(refused('NOT_PERMITTED'));
    expect(await mine('visited', member)).toContain(id);
    expect(await mine('visitor', visitor)).toContain(id);
    expect(await mine('visited', visitor)).toEqual([]);
  });

  it('says nothing of why and of what was said to whoever reads the database, the trail and what is sent', async () => {
    const { id } = await enter();
    const trail: unknown[] = await affairs.dataSource.query('SELECT to_jsonb(a)::text FROM audit_record a');
    const sent = await affairs.recorded(noticeRaisedEvents.affairs);
    const everything = `${await rowOf(id)}${JSON.stringify(trail)}${JSON.stringify(sent)}`;
    for (const word of ['sickness', '米油', '术后', '社区助餐']) expect(everything).not.toContain(word);
    expect(sent).toContainEqual(
      expect.objectContaining({ kind: 'visitEntered', personIds: [member.personId], about: { visitId: id } }),
    );
  });

  it('leaves in the trail of looks that an officer has read it', async () => {
    const { id } = await enter({ personId: neighbour.personId });
    await get(id, officer);
    await eventually(async () => {
      const looks: unknown[] = await affairs.dataSource.query(
        'SELECT 1 FROM person_look WHERE person_id = $1 AND viewer_id = $2',
        [neighbour.personId, officer.personId],
      );
      expect(looks).not.toEqual([]);
    });
  });

  it('waits for what was promised, until who went or an officer has seen to it', async () => {
    const visit = await enter();
    await untilAwaits(affairs, 'affairs', visit.id, ['visitFollowUp']);
    await expect(followUp(visit, member)).rejects.toEqual(refused('NOT_PERMITTED'));
    const done = await followUp(visit, visitor);
    expect(done).toMatchObject({ state: 'done', outcome: '已办好', followedUpAt: expect.any(String) });
    await untilAwaits(affairs, 'affairs', visit.id, []);
    await expect(followUp(done, officer)).rejects.toEqual(refused('VISIT_STATE'));
    expect(await change(done, { found: '已经出院' })).toMatchObject({ state: 'done', outcome: '已办好' });
  });

  it('is corrected by officers of its union, and not by who went nor by who was visited', async () => {
    const visit = await enter();
    for (const actor of [visitor, member])
      await expect(change(visit, {}, actor)).rejects.toEqual(refused('NOT_PERMITTED'));
    await expect(change({ ...visit, version: 9 }, {})).rejects.toEqual(refused('VERSION_STALE'));
    const changed = await change(visit, { promised: null, followUpOn: null, reason: 'birth' });
    expect(changed).toMatchObject({ state: 'done', reason: 'birth', promised: null });
    await untilAwaits(affairs, 'affairs', visit.id, []);
  });

  it('that was entered by mistake keeps nothing but the reason', async () => {
    const visit = await enter();
    await expect(withdraw(visit, visitor)).rejects.toEqual(refused('NOT_PERMITTED'));
    const gone = await withdraw(visit, officer);
    expect(gone).toMatchObject({
      state: 'withdrawn',
      reason: null,
      brought: null,
      found: null,
      promised: null,
      withdrawnFor: '登记错了人',
      acts: [],
    });
    await untilAwaits(affairs, 'affairs', visit.id, []);
    await expect(change(gone, {})).rejects.toEqual(refused('VISIT_STATE'));
  });

  it('is entered by officers of the union and above, of members, and by nobody of themselves', async () => {
    for (const actor of [stranger, neighbour]) await expect(enter({}, actor)).rejects.toBeTruthy();
    await expect(enter({}, null)).rejects.toEqual(refused('NOT_SIGNED_IN'));
    await expect(enter({ personId: officer.personId })).rejects.toEqual(refused('VISIT_OWN', '/personId'));
    await expect(enter({ visitorIds: [newId()] })).rejects.toEqual(
      refused('VISIT_VISITOR_UNKNOWN', '/visitorIds'),
    );
    await expect(enter({ followUpOn: null })).rejects.toEqual(refused('VISIT_INVALID', '/followUpOn'));
    const { id } = await enter({}, rootOfficer);
    // It is then the federation that has visited.
    expect(await get(id, rootOfficer)).toMatchObject({ unionName: '江城市总工会' });
    await expect(get(id, officer)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('for a festival or the retirement is not for whoever does not want it', async () => {
    await affairs.dataSource.query(
      'INSERT INTO occasion_choice (person_id, given, at) VALUES ($1, false, now())',
      [neighbour.personId],
    );
    const about = { personId: neighbour.personId };
    await expect(enter({ ...about, reason: 'festival' })).rejects.toEqual(
      refused('VISIT_NOT_WANTED', '/reason'),
    );
    expect(await enter({ ...about, reason: 'bereavement' })).toMatchObject({ reason: 'bereavement' });
  });

  it('brings money through a matter of the person that the officer has in hand', async () => {
    const amount = { amount: '50000', currency: 'CNY' } as const;
    await expect(enter({ amount })).rejects.toEqual(refused('VISIT_INVALID', '/matterNumber'));
    const service = await plantService(affairs, tree.left.id, officer);
    const { number } = await sendMatter(affairs, service.id, member);
    const money = { amount, matterNumber: number };
    await expect(enter(money)).rejects.toEqual(refused('VISIT_MATTER_UNKNOWN', '/matterNumber'));
    const [{ id: matterId, version }] = await affairs.dataSource.query(
      'SELECT id, version FROM matter WHERE number = $1',
      [number],
    );
    await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: version });
    await expect(enter({ ...money, personId: neighbour.personId })).rejects.toEqual(
      refused('VISIT_MATTER_UNKNOWN'),
    );
    const visit = await enter(money);
    expect(visit).toMatchObject({ amount, matterNumber: number, paid: { amount: '0' } });
    await affairs.dataSource.query(
      `INSERT INTO matter_payment (id, matter_id, union_id, amount_fen, state, told, asked_by, asked_at, paid_on, changed_at, instalment)
       VALUES ($1, $2, $3, 50000, 'paid', 1, $4, now(), now(), now(), 1)`,
      [newId(), matterId, tree.left.id, officer.personId],
    );
    expect(await get(visit.id, member)).toMatchObject({ paid: { amount: '50000' } });
    expect(await rowOf(visit.id)).not.toContain('50000');
  });

  it('E123: goes with the person who was visited, and waits no more', async () => {
    const person = await plantPerson(affairs, tree.left);
    const { id } = await enter({ personId: person.personId });
    await untilAwaits(affairs, 'affairs', id, ['visitFollowUp']);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: person.personId });
    await eventually(async () => expect(await rowOf(id)).toBe(''));
    await untilAwaits(affairs, 'affairs', id, []);
  });
});
