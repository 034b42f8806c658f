import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  matterContract,
  type MatterLine,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { affairsErasure, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';
import { newMatterCode } from '../matter/matter-number.js';

let affairs: ServiceFixture;
let tree: Tree;
let person: Actor;
let officer: Actor;
let second: Actor;
let service: ServiceItemView;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  second = await plantPerson(affairs, tree.left, 'officer');
  person = await plantPerson(affairs, tree.left);
  service = await plantAppeals();
});
afterAll(() => affairs.stop());

function plantAppeals(): Promise<ServiceItemView> {
  return plantService(affairs, tree.left.id, officer, {
    name: '诉求',
    anonymous: true,
    questions: [{ id: 'text', kind: 'longText', title: '您的诉求', required: true }],
    topics: [
      { id: 'wages', label: '工资', words: ['工资', '拖欠'] },
      { id: 'living', label: '食堂宿舍', words: ['食堂', '宿舍'] },
    ],
  });
}

async function taken(text: string, { by = person, of = service } = {}): Promise<MatterView> {
  const { id } = await sendMatter(affairs, of.id, by, { text });
  return affairs.ask(matterContract.take, { matterId: id }, officer, { ifMatch: 1 });
}

const classify = (
  { id, version }: Pick<MatterView, 'id' | 'version'>,
  topic: string,
  actor: Actor | null = officer,
) => affairs.ask(matterContract.classify, { matterId: id, topic }, actor, { ifMatch: version });

async function classified(
  text: string,
  topic: string,
  { by = person, of = service } = {},
): Promise<MatterView> {
  const matter = await classify(await taken(text, { by, of }), topic);
  // Nobody has more than twenty that are open.
  const decision = { matterId: matter.id, outcome: 'issued', reasons: '已办' };
  return affairs.ask(matterContract.decide, decision, officer, { ifMatch: matter.version });
}

interface Learnt {
  readonly topic: string;
  readonly word: string;
  readonly matters: number;
}

const learnt = (serviceId: string): Promise<Learnt[]> =>
  affairs.dataSource.query(
    'SELECT topic, word, matters FROM topic_word WHERE service_id = $1 ORDER BY topic, word',
    [serviceId],
  );

describe('the topic of a matter', () => {
  it('is proposed with its reason to whoever has it in hand, and not to its person', async () => {
    const matter = await taken('食堂夜里没有饭');
    expect(matter).toMatchObject({
      topic: null,
      proposedTopic: { id: 'living', label: '食堂宿舍', words: ['食堂'] },
      topics: [{ id: 'wages' }, { id: 'living' }],
    });
    expect(matter.acts).toContainEqual({ act: 'classify' });
    expect(await readMatter(affairs, matter.id, person)).toMatchObject({
      topic: null,
      proposedTopic: null,
      topics: [],
    });
  });

  it('is not proposed where two fit, or none', async () => {
    for (const text of ['食堂涨价，工资没涨', '想反映一个问题'])
      expect(await taken(text)).toMatchObject({ proposedTopic: null });
  });

  it('is confirmed or changed by whoever has it in hand, and stands in the history', async () => {
    const matter = await taken('拖欠我们的钱');
    const changed = await classify(matter, 'living');
    expect(changed).toMatchObject({ topic: { id: 'living' }, proposedTopic: { id: 'wages' } });
    expect(changed.entries.at(-1)).toMatchObject({ event: 'classified', text: '食堂宿舍' });
    const back = await classify(changed, 'wages');
    expect(back).toMatchObject({ topic: { id: 'wages' } });
    const seen = await readMatter(affairs, matter.id, person);
    expect(seen.entries.map(({ event }) => event)).toEqual(['sent', 'taken']);
    await expect(classify(back, 'weather')).rejects.toMatchObject({ code: 'MATTER_TOPIC_UNKNOWN' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['its person', () => person, 'NOT_PERMITTED'],
    ['another officer of the union', () => second, 'NOT_PERMITTED'],
  ])('is not said by %s', async (_who, actor, code) => {
    await expect(classify(await taken('工资'), 'wages', actor())).rejects.toMatchObject({ code });
  });

  it('stands on the desk, which it narrows', async () => {
    const own = await plantAppeals();
    const matter = await taken('宿舍太挤', { of: own });
    const lines = async (topic: string): Promise<MatterLine[]> =>
      (await affairs.ask(matterContract.list, { desk: 'all', serviceId: own.id, topic }, officer)).items;
    expect(await lines('living')).toMatchObject([{ topic: { label: '食堂宿舍' }, topicConfirmed: false }]);
    await classify(matter, 'wages');
    expect(await lines('living')).toEqual([]);
    expect(await lines('wages')).toMatchObject([{ topic: { id: 'wages' }, topicConfirmed: true }]);
  });
});

describe('what matters of a year were about', () => {
  it('is counted in fives once it is confirmed, and not at all where it is four', async () => {
    const own = await plantAppeals();
    for (let count = 0; count < 7; count += 1) await classified('工资晚发', 'wages', { of: own });
    for (let count = 0; count < 4; count += 1) await classified('宿舍漏水', 'living', { of: own });
    const year = affairs.clock.now().getUTCFullYear();
    const { topics } = await affairs.ask(matterContract.figures, { unionId: tree.left.id, year }, officer);
    expect(topics.filter(({ serviceId }) => serviceId === own.id)).toEqual([
      { serviceId: own.id, serviceName: '诉求', topic: 'wages', label: '工资', sent: 5 },
    ]);
  });
});

describe('what is learnt', () => {
  it('is a word once it was in five matters, with or without a name', async () => {
    const own = await plantAppeals();
    for (let count = 0; count < 4; count += 1) await classified('滤芯', 'living', { of: own });
    expect(await taken('滤芯', { of: own })).toMatchObject({ proposedTopic: null });
    const nameless = { id: newId(), code: newMatterCode(), serviceId: own.id, answers: { text: '滤芯' } };
    await affairs.ask(matterContract.sendAnonymously, nameless, null);
    const matter = await affairs.ask(matterContract.take, { matterId: nameless.id }, officer, { ifMatch: 1 });
    await classify(matter, 'living');
    expect(await taken('滤芯', { of: own })).toMatchObject({
      proposedTopic: { id: 'living', words: ['滤芯'] },
    });
  });

  it('stands nowhere in the clear', async () => {
    const own = await plantAppeals();
    await classified('独一无二', 'wages', { of: own });
    const words = await learnt(own.id);
    expect(words).toHaveLength(3);
    expect(words.every(({ word }) => /^[\w-]{43}$/.test(word))).toBe(true);
  });

  it('is taken back when the topic is changed', async () => {
    const own = await plantAppeals();
    const matter = await classify(await taken('独一无二', { of: own }), 'wages');
    await classify(matter, 'living');
    expect((await learnt(own.id)).map(({ topic, matters }) => [topic, matters])).toEqual([
      ['living', 1],
      ['living', 1],
      ['living', 1],
    ]);
  });

  it('E123: is what it would be without the matters of somebody who is erased', async () => {
    const own = await plantAppeals();
    await classified('滤芯太脏', 'living', { of: own });
    const before = await learnt(own.id);
    const gone = await plantPerson(affairs, tree.left);
    const matter = await classified('滤芯没有换', 'living', { by: gone, of: own });
    const rating = { matterId: matter.id, stars: 5 };
    await affairs.ask(matterContract.rate, rating, gone, { ifMatch: matter.version });
    expect(await learnt(own.id)).not.toEqual(before);
    const erasureId = newId();
    await affairs.emit(personErasureEvents.erased, { erasureId, personId: gone.personId });
    await eventually(async () =>
      expect(await affairs.recorded(affairsErasure.applied)).toContainEqual(
        expect.objectContaining({ erasureId }),
      ),
    );
    expect(await learnt(own.id)).toEqual(before);
  });
});
