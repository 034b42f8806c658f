import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  hardshipKindContract,
  type HardshipKindDto,
  type HardshipKindsView,
  type HardshipKindView,
} from '@gongxiang/contracts/affairs/matters/hardship-kind.contract';
import { matterContract, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import { matterStepContract } from '@gongxiang/contracts/affairs/matters/matter-step.contract';
import { type Actor, daysAfter, shanghaiDate } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';

const dayMs = 86_400_000;
const yuan = (amount: string) => ({ amount, currency: 'CNY' }) as const;

let affairs: ServiceFixture;
let tree: Tree;
let federation: Actor;
let officer: Actor;
let serviceId: string;
const today = (): string => shanghaiDate(affairs.clock.now());

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  federation = await plantPerson(affairs, tree.root, 'officer');
  officer = await plantPerson(affairs, tree.left, 'officer');
  const definition = {
    steps: [{ id: 'kind', kind: 'hardshipKind' as const, label: '认定困难类别' }],
    outcomes: [
      { id: 'helped', label: '建档', needs: ['kind'] },
      { id: 'refused', label: '不符合条件', needsFailed: ['kind'] },
    ],
  };
  serviceId = (await plantService(affairs, tree.root.id, federation, definition)).id;
});
afterAll(() => affairs.stop());

const list = (actor: Actor, on?: string): Promise<HardshipKindsView> =>
  affairs.ask(hardshipKindContract.list, on === undefined ? {} : { on }, actor);
const dto = (part: Partial<HardshipKindDto> = {}): HardshipKindDto => ({
  label: '单亲困难职工',
  incomeMax: yuan('106500'),
  source: '江城市总工会 2026 年第 8 号文',
  validFrom: daysAfter(today(), -30),
  ...part,
});
const create = (part: Partial<HardshipKindDto>, actor = federation): Promise<HardshipKindView> =>
  affairs.ask(hardshipKindContract.create, dto(part), actor);
const change = (
  { id: kindId, version }: HardshipKindView,
  part: Partial<HardshipKindDto>,
): Promise<HardshipKindView> =>
  affairs.ask(hardshipKindContract.change, { kindId, ...dto(part) }, federation, { ifMatch: version });
const remove = ({ id: kindId, version }: HardshipKindView): Promise<HardshipKindsView> =>
  affairs.ask(hardshipKindContract.remove, { kindId }, federation, { ifMatch: version });

async function found(id: string): Promise<HardshipKindView> {
  const kind = (await list(federation)).items.find((one) => one.id === id);
  if (kind === undefined) throw new Error('it is not in the table');
  return kind;
}

async function taken(): Promise<string> {
  const member = await plantPerson(affairs, tree.left);
  const { id: matterId } = await sendMatter(affairs, serviceId, member);
  await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
  return matterId;
}

async function judge(matterId: string, words: StepWords): Promise<MatterView> {
  const { version } = await readMatter(affairs, matterId, officer);
  const request = { matterId, stepId: 'kind', text: '核对工资和补助。', ...words };
  return affairs.ask(matterStepContract.write, request, officer, { ifMatch: version });
}

const asOf = (kind: HardshipKindView, fen = '90000'): StepWords => ({
  agrees: true,
  hardshipKindId: kind.id,
  income: yuan(fen),
});

describe('the table of kinds of hardship', () => {
  it('has those that services have named before, for anybody who is signed in', async () => {
    const { items, mayManage } = await list(await plantPerson(affairs, tree.right));
    expect(items.map(({ label }) => label).toSorted()).toEqual(
      ['深度困难职工', '相对困难职工', '意外致困职工'].toSorted(),
    );
    expect(mayManage).toBe(false);
    expect((await list(federation)).mayManage).toBe(true);
  });

  it('is changed by officers of the federation alone', async () => {
    for (const actor of [officer, await plantPerson(affairs, tree.root)])
      await expect(create({}, actor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('has one limit a kind and day, of two that are entered at the same moment as well', async () => {
    const results = await Promise.allSettled([create({ label: '同时' }), create({ label: '同时' })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'HARDSHIP_KIND_TWICE' },
    });
  });

  it('goes on with another limit from a day on', async () => {
    const old = await create({ label: '低收入', validFrom: '2026-01-01' });
    await expect(create({ label: '低收入', validFrom: '2026-07-01' })).rejects.toMatchObject({
      code: 'HARDSHIP_KIND_TWICE',
    });
    await change(old, { label: '低收入', validFrom: '2026-01-01', validUntil: '2026-06-30' });
    const next = { label: '低收入', validFrom: '2026-07-01', incomeMax: yuan('120000') };
    const later = await create(next);
    const on = async (day: string) =>
      (await list(officer, day)).items.filter(({ label }) => label === '低收入');
    expect(await on('2026-06-30')).toMatchObject([{ id: old.id, incomeMax: yuan('106500') }]);
    expect(await on('2026-07-01')).toMatchObject([{ id: later.id, incomeMax: yuan('120000') }]);
    expect(await on('2025-12-31')).toEqual([]);
  });

  it('loses what was entered by mistake', async () => {
    const mistaken = await create({ label: '写错' });
    const { items } = await remove(mistaken);
    expect(items.map(({ id }) => id)).not.toContain(mistaken.id);
    const trail: unknown[] = await affairs.dataSource.query(
      "SELECT 1 FROM audit_record WHERE noun = 'hardship-kind' AND subject_id = $1",
      [mistaken.id],
    );
    expect(trail).toHaveLength(2);
  });
});

describe('a matter', () => {
  it('is judged by the table of the day on which it was sent', async () => {
    const yesterday = daysAfter(today(), -1);
    const over = await create({ label: '旧标准', validUntil: yesterday });
    const ahead = await create({ label: '新标准', validFrom: daysAfter(today(), 1) });
    const now = await create({ label: '现行标准' });
    const matterId = await taken();
    for (const kind of [over, ahead])
      await expect(judge(matterId, asOf(kind))).rejects.toMatchObject({ code: 'HARDSHIP_KIND_UNKNOWN' });
    // Two days later another table is in force; the matter is of its own day.
    await change(now, { label: '现行标准', validUntil: today() });
    affairs.clock.advance(2 * dayMs);
    await expect(judge(matterId, asOf(ahead))).rejects.toMatchObject({ code: 'HARDSHIP_KIND_UNKNOWN' });
    const judged = await judge(matterId, asOf(now));
    expect(judged.steps[0]).toMatchObject({
      progress: 'passed',
      marks: [{ words: { hardshipLabel: '现行标准', incomeMax: yuan('106500'), income: yuan('90000') } }],
    });
  });

  it('is not of a kind whose limit its household is above, to the fen', async () => {
    const kind = await create({ label: '限额' });
    const matterId = await taken();
    await expect(judge(matterId, asOf(kind, '106501'))).rejects.toMatchObject({
      code: 'HARDSHIP_INCOME_ABOVE',
      errors: [{ pointer: '/income' }],
    });
    expect((await found(kind.id)).used).toBe(false);
    await judge(matterId, asOf(kind, '106500'));
  });

  it('of none ends as its service says', async () => {
    const matterId = await taken();
    const { steps, version } = await judge(matterId, { agrees: false });
    expect(steps[0]).toMatchObject({ progress: 'failed', writable: false });
    const decide = (outcome: string) => {
      const request = { matterId, outcome, reasons: '见认定。' };
      return affairs.ask(matterContract.decide, request, officer, { ifMatch: version });
    };
    await expect(decide('helped')).rejects.toMatchObject({ code: 'MATTER_OUTCOME_CONTRARY' });
    expect(await decide('refused')).toMatchObject({ state: 'decided' });
  });

  it.each([
    ['without a kind', { agrees: true, income: yuan('1') }, '/hardshipKindId'],
    ['without an income', { agrees: true, hardshipKindId: crypto.randomUUID() }, '/income'],
    ['of none, with a kind', { agrees: false, hardshipKindId: crypto.randomUUID() }, '/hardshipKindId'],
    ['with a name that somebody typed', { agrees: false, hardshipLabel: '自拟' }, '/hardshipLabel'],
  ])('is not judged %s', async (_what, words, pointer) => {
    await expect(judge(await taken(), words)).rejects.toMatchObject({
      code: 'MATTER_STEP_VALUE',
      errors: [{ pointer }],
    });
  });

  it('keeps the row by which it was judged: from then on only its last day changes', async () => {
    const kind = await create({ label: '已用' });
    await judge(await taken(), asOf(kind));
    const used = await found(kind.id);
    expect(used.used).toBe(true);
    await expect(change(used, { label: '已用', incomeMax: yuan('200000') })).rejects.toMatchObject({
      code: 'HARDSHIP_KIND_USED',
    });
    await expect(remove(used)).rejects.toMatchObject({ code: 'HARDSHIP_KIND_USED' });
    const same = { label: used.label, validFrom: used.validFrom, source: used.source };
    const past = { ...same, validUntil: daysAfter(today(), -1) };
    await expect(change(used, past)).rejects.toMatchObject({ code: 'HARDSHIP_KIND_USED' });
    expect(await change(used, { ...same, validUntil: today() })).toMatchObject({ validUntil: today() });
  });
});
