import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { matterContract, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import { matterStepContract } from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import {
  type ServiceDefinition,
  serviceItemContract,
} from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { voteEvents } from '@gongxiang/contracts/evaluation/votes/vote-events';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, daysAfter, newId, shanghaiDate } from '@gongxiang/domain';
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

let affairs: ServiceFixture;
let tree: Tree;
let person: Actor;
let officer: Actor;
let second: Actor;
let other: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  second = await plantPerson(affairs, tree.left, 'officer');
  other = await plantPerson(affairs, tree.left, 'officer');
});
beforeEach(async () => {
  person = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

async function taken(
  changes: Partial<ServiceDefinition>,
  answers?: Record<string, unknown>,
): Promise<MatterView> {
  const service = await plantService(affairs, tree.left.id, officer, changes);
  const { id } = await sendMatter(affairs, service.id, person, answers);
  return affairs.ask(matterContract.take, { matterId: id }, officer, { ifMatch: 1 });
}

async function write(
  matterId: string,
  stepId: string,
  words: StepWords,
  actor = officer,
): Promise<MatterView> {
  const { version } = await readMatter(affairs, matterId, actor);
  return affairs.ask(matterStepContract.write, { matterId, stepId, ...words }, actor, { ifMatch: version });
}

async function decide(matterId: string, outcome: string): Promise<MatterView> {
  const { version } = await readMatter(affairs, matterId, officer);
  const request = { matterId, outcome, reasons: '见各步记录。' };
  return affairs.ask(matterContract.decide, request, officer, { ifMatch: version });
}

async function colleague({ id, version }: MatterView, actor = second): Promise<MatterView> {
  const request = { matterId: id, personId: actor.personId };
  return affairs.ask(matterStepContract.addColleague, request, officer, { ifMatch: version });
}

const steps = [
  { id: 'mediation', kind: 'statements', label: '调解笔录', people: 2 },
  { id: 'aid', kind: 'record', label: '法律援助交接' },
] as const;
const outcomes = [
  { id: 'agreed', label: '达成协议', needs: ['mediation'] },
  { id: 'handed-over', label: '已转法律援助', needs: ['aid'] },
];
const yes = { agrees: true, text: '双方同意分两次付清' };

describe('two mediators', () => {
  it('both sign before an agreement stands; whoever was not asked reads nothing', async () => {
    const matter = await taken({ steps: [...steps], outcomes });
    await expect(readMatter(affairs, matter.id, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await colleague(matter);
    const told = await affairs.recorded(noticeRaisedEvents.affairs);
    expect(
      told.filter(({ kind, about }) => kind === 'matterColleagueAdded' && about['matterId'] === matter.id),
    ).toMatchObject([{ personIds: [second.personId], why: 'handlesMatter' }]);
    await expect(readMatter(affairs, matter.id, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await write(matter.id, 'mediation', yes);
    await expect(decide(matter.id, 'agreed')).rejects.toMatchObject({
      code: 'MATTER_STEP_NEEDED',
      params: { label: '调解笔录' },
    });
    const { steps: both } = await write(matter.id, 'mediation', yes, second);
    expect(both[0]).toMatchObject({ progress: 'passed', marks: [{ words: yes }, { words: yes }] });
    expect(await decide(matter.id, 'agreed')).toMatchObject({ state: 'decided', outcome: '达成协议' });
  });

  it('are no longer let in once they are let go, and what they wrote stays', async () => {
    const { id } = await colleague(await taken({ steps: [...steps], outcomes }));
    const { version } = await write(id, 'mediation', yes, second);
    const request = { matterId: id, personId: second.personId };
    const left = await affairs.ask(matterStepContract.removeColleague, request, officer, {
      ifMatch: version,
    });
    expect(left).toMatchObject({ colleagues: [], steps: [{ marks: [{ words: yes }] }, {}] });
    await expect(readMatter(affairs, id, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('do not decide, assign or pass on: that is for whoever has it in hand', async () => {
    const { id } = await colleague(await taken({ steps: [...steps], outcomes }));
    const { version, acts } = await readMatter(affairs, id, second);
    expect(acts).toEqual([{ act: 'assign' }, { act: 'writeStep' }]);
    const request = { matterId: id, outcome: 'agreed', reasons: '同意' };
    await expect(
      affairs.ask(matterContract.decide, request, second, { ifMatch: version }),
    ).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

describe('a step', () => {
  it('shows its person how far it is, and nothing of what is written in it', async () => {
    const matter = await taken({ steps: [...steps], outcomes });
    await write(matter.id, 'mediation', yes);
    const { steps: seen, colleagues } = await readMatter(affairs, matter.id, person);
    expect(seen).toMatchObject([
      { label: '调解笔录', progress: 'running', marks: [], lacking: null, writable: false },
      { progress: 'ahead' },
    ]);
    expect(colleagues).toEqual([]);
  });

  it('is not begun before the one ahead of it is over', async () => {
    const matter = await taken({ steps: [...steps], outcomes });
    await expect(write(matter.id, 'aid', { text: '已交接' })).rejects.toMatchObject({
      code: 'MATTER_STEP_AHEAD',
      params: { label: '调解笔录' },
    });
    await expect(write(matter.id, 'other', { text: '已交接' })).rejects.toMatchObject({
      code: 'MATTER_STEP_UNKNOWN',
    });
  });

  it('is taken back with a reason, until a later one was begun', async () => {
    const matter = await taken({ steps: [{ ...steps[0], people: 1 }, steps[1]], outcomes });
    const { steps: first, version } = await write(matter.id, 'mediation', yes);
    const [mark] = first[0]?.marks ?? [];
    const request = { matterId: matter.id, markId: mark?.id ?? '', reason: '登记有误' };
    const back = await affairs.ask(matterStepContract.takeBack, request, officer, { ifMatch: version });
    expect(back.steps[0]).toMatchObject({ progress: 'open', marks: [] });
    expect(back.entries.at(-1)).toMatchObject({ event: 'stepTakenBack', text: '登记有误' });
    const { steps: again } = await write(matter.id, 'mediation', yes);
    await write(matter.id, 'aid', { text: '已交接' });
    const { version: later } = await readMatter(affairs, matter.id, officer);
    const late = { ...request, markId: again[0]?.marks[0]?.id ?? '' };
    await expect(
      affairs.ask(matterStepContract.takeBack, late, officer, { ifMatch: later }),
    ).rejects.toMatchObject({ code: 'MATTER_STEP_LATER' });
  });

  it('E123: lies nowhere in the clear, whatever is written in it', async () => {
    const matter = await taken({ steps: [...steps], outcomes });
    await write(matter.id, 'mediation', { agrees: true, text: '独一无二的调解经过' });
    const tables: { name: string }[] = await affairs.dataSource.query(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found: unknown[] = await affairs.dataSource.query(
        `SELECT 1 FROM ${name} t WHERE t::text LIKE '%独一无二的调解经过%'`,
      );
      expect([name, found]).toEqual([name, []]);
    }
  });
});

describe('the signatures of a family', () => {
  it('are as many as the person said there are adults', async () => {
    const adults = { id: 'adults', kind: 'number', title: '成年人', required: true } as const;
    const signatures = {
      id: 'authority',
      kind: 'signatures',
      label: '签字授权',
      question: 'adults',
    } as const;
    const outcome = { id: 'lifted', label: '已脱困', needs: ['authority'] };
    const changes = { questions: [adults], steps: [signatures], outcomes: [outcome] };
    const { id } = await taken(changes, { adults: 3 });
    const { steps: two } = await write(id, 'authority', { signed: ['张三', '李四'] });
    expect(two[0]).toMatchObject({ progress: 'running', lacking: 1 });
    await expect(decide(id, 'lifted')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    await write(id, 'authority', { signed: ['张三', '李四', '张小三'] });
    expect(await decide(id, 'lifted')).toMatchObject({ state: 'decided' });
  });
});

describe('papers that another body decides on', () => {
  const changes: Partial<ServiceDefinition> = {
    steps: [
      { id: 'check', kind: 'record', label: '初审' },
      { id: 'ruling', kind: 'outsideDecision', label: '互助会裁定', body: '互助会办事处' },
    ],
    outcomes: [
      { id: 'paid', label: '已赔付', needs: ['ruling'] },
      { id: 'refused', label: '未获赔付', needsFailed: ['ruling'] },
      { id: 'incomplete', label: '材料不全' },
    ],
  };
  const today = () => shanghaiDate(affairs.clock.now());
  const receipt = (): StepWords => ({ on: daysAfter(today(), -3), number: '互保受 0311' });
  const ruling = (): StepWords => ({ on: today(), number: '互保裁 88', agrees: true, text: '符合条款' });

  it('are forwarded and granted, which its person sees, and it ends as the body has decided', async () => {
    const { id } = await taken(changes);
    await write(id, 'check', { text: '材料齐全' });
    await write(id, 'ruling', receipt());
    const waiting = { body: '互助会办事处', receipt: '互保受 0311', granted: null, amount: null };
    expect((await readMatter(affairs, id, person)).steps[1]).toMatchObject({
      progress: 'running',
      outside: waiting,
      marks: [],
    });
    for (const outcome of ['paid', 'refused', 'incomplete'])
      await expect(decide(id, outcome)).rejects.toMatchObject({
        code: 'MATTER_STEP_NEEDED',
        params: { label: '互助会裁定' },
      });
    const amount = { amount: '120000', currency: 'CNY' } as const;
    await write(id, 'ruling', { ...ruling(), amount });
    const { steps: seen } = await readMatter(affairs, id, person);
    expect(seen[1]).toMatchObject({
      progress: 'passed',
      outside: { decidedOn: today(), granted: true, reference: '互保裁 88', amount },
      marks: [],
    });
    for (const outcome of ['refused', 'incomplete'])
      await expect(decide(id, outcome)).rejects.toMatchObject({ code: 'MATTER_OUTCOME_CONTRARY' });
    expect(await decide(id, 'paid')).toMatchObject({ state: 'decided', outcome: '已赔付' });
  });

  it('are refused, and then nothing is closed as paid', async () => {
    const { id } = await taken(changes);
    await write(id, 'check', { text: '材料齐全' });
    await write(id, 'ruling', receipt());
    await write(id, 'ruling', { ...ruling(), agrees: false });
    await expect(decide(id, 'paid')).rejects.toMatchObject({
      code: 'MATTER_OUTCOME_CONTRARY',
      params: { label: '互助会裁定' },
      errors: [expect.objectContaining({ pointer: '/outcome' })],
    });
    expect(await decide(id, 'refused')).toMatchObject({ state: 'decided', outcome: '未获赔付' });
  });

  it('are refused with the field that is wrong', async () => {
    const { id } = await taken(changes);
    await write(id, 'check', { text: '材料齐全' });
    const refused = (words: StepWords, code: string, pointer: string) =>
      expect(write(id, 'ruling', words)).rejects.toMatchObject({
        errors: [expect.objectContaining({ code, pointer })],
      });
    await refused(ruling(), 'MATTER_NOT_FORWARDED', '/agrees');
    await refused({ ...receipt(), number: null }, 'MATTER_STEP_VALUE', '/number');
    await refused({ ...receipt(), on: daysAfter(today(), 1) }, 'MATTER_OUTSIDE_DAY', '/on');
    await write(id, 'ruling', receipt());
    await refused({ ...ruling(), on: daysAfter(today(), -4) }, 'MATTER_OUTSIDE_DAY', '/on');
    const amount = { amount: '120000', currency: 'CNY' } as const;
    await refused({ ...ruling(), agrees: false, amount }, 'MATTER_OUTSIDE_AMOUNT', '/amount');
  });

  it('are corrected by taking back: first the decision, then that they were forwarded', async () => {
    const { id } = await taken(changes);
    await write(id, 'check', { text: '材料齐全' });
    await write(id, 'ruling', receipt());
    const { steps: both } = await write(id, 'ruling', ruling());
    await expect(write(id, 'ruling', ruling())).rejects.toMatchObject({ code: 'MATTER_OUTSIDE_DECIDED' });
    const [first, second] = both[1]?.marks ?? [];
    const takeBack = async (markId = '') => {
      const { version } = await readMatter(affairs, id, officer);
      const request = { matterId: id, markId, reason: '登记有误' };
      return affairs.ask(matterStepContract.takeBack, request, officer, { ifMatch: version });
    };
    await expect(takeBack(first?.id)).rejects.toMatchObject({ code: 'MATTER_STEP_LATER' });
    expect((await takeBack(second?.id)).steps[1]).toMatchObject({ progress: 'running' });
    expect((await takeBack(first?.id)).steps[1]).toMatchObject({ progress: 'open', marks: [] });
    expect(await decide(id, 'incomplete')).toMatchObject({ state: 'decided' });
  });
});

describe('a public notice', () => {
  const notice = { id: 'notice', kind: 'publicNotice', label: '公示', days: 5 } as const;
  const outcome = { id: 'recommended', label: '推荐上报', needs: ['notice'] };

  it('is read by anybody until it is over, and nothing is decided before', async () => {
    const { id } = await taken({ name: '先进推荐', steps: [notice], outcomes: [outcome] });
    const today = shanghaiDate(affairs.clock.now());
    const text = `拟推荐 ${newId()}`;
    await write(id, 'notice', { text, on: today });
    const { items } = await affairs.ask(matterStepContract.publicNotices, { limit: 100 }, null);
    expect(items).toContainEqual(
      expect.objectContaining({
        serviceName: '先进推荐',
        label: '公示',
        unionName: '江城重工工会',
        text,
        from: today,
      }),
    );
    await expect(decide(id, 'recommended')).rejects.toMatchObject({ code: 'MATTER_STEP_NEEDED' });
    affairs.clock.advance(20 * dayMs);
    const { steps: over } = await readMatter(affairs, id, officer);
    expect(over[0]).toMatchObject({ progress: 'passed' });
    // By then it is late, which is written down meanwhile.
    await eventually(async () => expect(await decide(id, 'recommended')).toMatchObject({ state: 'decided' }));
  });

  it('is not read before it begins', async () => {
    const { id } = await taken({ steps: [notice], outcomes: [outcome] });
    const text = `拟推荐 ${newId()}`;
    await write(id, 'notice', { text, on: daysAfter(shanghaiDate(affairs.clock.now()), 3) });
    const { items } = await affairs.ask(matterStepContract.publicNotices, { limit: 100 }, null);
    expect(items.map((item) => item.text)).not.toContain(text);
  });
});

describe('a limitation', () => {
  it('is shown to whoever brought it and to whoever deals with it', async () => {
    const since = { id: 'since', kind: 'date', title: '哪一天知道', required: true } as const;
    const limitation = { question: 'since', months: 12, label: '申请劳动仲裁的时效' };
    const { id } = await taken({ questions: [since], limitation }, { since: '2026-03-15' });
    for (const actor of [person, officer])
      expect(await readMatter(affairs, id, actor)).toMatchObject({
        limitation: { label: '申请劳动仲裁的时效', lastDay: '2027-03-15' },
      });
  });
});

describe('an allowance', () => {
  const occasion = {
    id: 'occasion',
    kind: 'choice',
    title: '什么事',
    required: true,
    options: [
      { id: 'wedding', label: '结婚' },
      { id: 'birth', label: '生育' },
    ],
  } as const;
  const changes = {
    questions: [{ ...occasion, options: [...occasion.options] }],
    allowance: { question: 'occasion', per: 'year', uses: ['given'] } as const,
    outcomes: [
      { id: 'given', label: '已慰问' },
      { id: 'refused', label: '不属于慰问事项' },
    ],
  };

  it('is one for each occasion and year; a refusal does not use it up', async () => {
    const service = await plantService(affairs, tree.left.id, officer, {
      ...changes,
      allowance: { ...changes.allowance, uses: ['given'] },
    });
    const ask = (id: string) => sendMatter(affairs, service.id, person, { occasion: id });
    const first = await ask('wedding');
    await expect(ask('wedding')).rejects.toMatchObject({
      code: 'MATTER_ALLOWANCE_USED',
      params: { number: first.number },
    });
    await ask('birth');
    await affairs.ask(matterContract.take, { matterId: first.id }, officer, { ifMatch: 1 });
    await decide(first.id, 'refused');
    await expect(ask('wedding')).resolves.toBeDefined();
  });

  it('holds also for several that are sent at once', async () => {
    const service = await plantService(affairs, tree.left.id, officer, {
      ...changes,
      allowance: { ...changes.allowance, uses: ['given'] },
    });
    const sent = await Promise.allSettled(
      Array.from({ length: 8 }, () => sendMatter(affairs, service.id, person, { occasion: 'wedding' })),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a ballot', () => {
  const steps: ServiceDefinition['steps'] = [
    { id: 'assembly', kind: 'ballot', label: '职代会表决', quorum: 'twoThirds', majority: 'all' },
  ];
  const counts = { entitled: 9, voted: 8, yes: 7, no: 1 };

  async function counted(unionId: string): Promise<string> {
    const id = newId();
    const motion = {
      id,
      version: 3,
      unionId,
      title: '集体合同草案',
      ...counts,
      closedAt: '2026-11-29T01:00:00.000Z',
    };
    await affairs.emit(voteEvents.motionCounted, motion);
    await eventually(async () => {
      const rows: unknown[] = await affairs.dataSource.query('SELECT 1 FROM motion_ref WHERE id = $1', [id]);
      expect(rows).toHaveLength(1);
    });
    return id;
  }

  it('that was secret has the counts of the vote, and nobody types them', async () => {
    const voteId = await counted(tree.left.id);
    const { id } = await taken({ steps });
    for (const [words, pointer] of [
      [{ voteId, entitled: 9 }, '/entitled'],
      [{ voteId, no: 0 }, '/no'],
    ] as const)
      await expect(write(id, 'assembly', words)).rejects.toMatchObject({
        code: 'MATTER_STEP_VALUE',
        errors: [{ pointer }],
      });
    const [step] = (await write(id, 'assembly', { voteId })).steps;
    expect(step).toMatchObject({
      progress: 'passed',
      marks: [{ words: { voteId, entitled: 9, present: 8, yes: 7, no: 1 } }],
    });
  });

  it('is not that of another union, nor one of which nothing is known, nor of another kind of step', async () => {
    const { id } = await taken({
      steps: [...steps, { id: 'talk', kind: 'record', label: '约谈' }],
    });
    for (const voteId of [await counted(tree.right.id), newId()])
      await expect(write(id, 'assembly', { voteId })).rejects.toMatchObject({
        code: 'MATTER_VOTE_UNKNOWN',
        errors: [{ pointer: '/voteId' }],
      });
    const voteId = await counted(tree.left.id);
    await write(id, 'assembly', { voteId });
    await expect(write(id, 'talk', { text: '已约谈', voteId })).rejects.toMatchObject({
      code: 'MATTER_STEP_VALUE',
      errors: [{ pointer: '/voteId' }],
    });
  });
});

describe('templates', () => {
  it('are for officers, and one of them is a service as it is', async () => {
    const { items } = await affairs.ask(serviceItemContract.templates, {}, officer);
    expect(items.length).toBeGreaterThanOrEqual(8);
    for (const { definition } of items) {
      const made = await affairs.ask(
        serviceItemContract.create,
        { ...definition, unionId: tree.left.id },
        officer,
      );
      expect(made).toMatchObject({ state: 'draft', name: definition.name });
    }
    await expect(affairs.ask(serviceItemContract.templates, {}, person)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});
