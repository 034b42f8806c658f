import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  figureContract,
  type FigureImportView,
} from '@gongxiang/contracts/evaluation/scores/figure.contract';
import { scoreContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { indicatorSystemContract } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { weightVersionContract } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { Actor, DomainError } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { writeXlsx } from 'hucre/xlsx';
import { knownActivity, knownUnion, publishSystem, startEvaluation } from '../../evaluation.fixture.js';
import { FigureReader } from './figure-reader.js';

let evaluation: ServiceFixture;
let union: UnionState;
let elsewhere: UnionState;
let evaluator: Actor;
let activityId: string;

beforeAll(async () => {
  evaluation = await startEvaluation();
  union = await knownUnion(evaluation, '1.4.');
  elsewhere = await knownUnion(evaluation, '1.9.');
  evaluator = actorWith({ roles: [['evaluator', union.id, union.path]] });
  ({ id: activityId } = await knownActivity(evaluation, union, 1, { title: '数据填报活动' }));
});
afterAll(() => evaluation.stop());

const head = '对象类别,对象,数据名称,期间,数值,来源';

async function keep(content: string | Uint8Array, owner = evaluator): Promise<string> {
  const options = { bytesMax: 10_000_000, types: ['text/csv', 'application/zip'], ownerId: owner.personId };
  const bytes = Readable.from([Buffer.from(content)]);
  return (await evaluation.app.get(FileStore).put(bytes, options)).key;
}

async function take(
  content: string | Uint8Array,
  { dryRun = false, actor = evaluator } = {},
): Promise<FigureImportView> {
  const request = { unionId: union.id, fileKey: await keep(content, actor), fileName: '年报.csv', dryRun };
  return evaluation.ask(figureContract.import, request, actor);
}

/** A system of one figure, 0 to 100. @returns its weights in force */
async function systemOf(figure: string): Promise<string> {
  const leaf = {
    kind: 'figure' as const,
    figure,
    scaleMin: 0,
    scaleMax: 100,
    direction: 'max' as const,
    function: 'service' as const,
    business: 'service' as const,
  };
  const nodes = [{ key: 'served', name: figure, parentKey: null, leaf }];
  const request = { unionId: union.id, name: '服务量', nodes };
  const system = await evaluation.ask(indicatorSystemContract.create, request, evaluator);
  await publishSystem(evaluation, system, evaluator);
  const weighing = {
    systemId: system.id,
    nodes: [{ parentKey: null, method: 'direct' as const, weights: [1] }],
  };
  const { id } = await evaluation.ask(weightVersionContract.create, weighing, evaluator);
  await evaluation.ask(weightVersionContract.activate, { weightVersionId: id }, evaluator);
  return id;
}

async function refusalOf(content: string | Uint8Array): Promise<DomainError> {
  return take(content).then(
    () => {
      throw new Error('it was taken');
    },
    (error: DomainError) => error,
  );
}

function figureOn(name: string, day: string): Promise<number | undefined> {
  const transactions = evaluation.app.get(Transactions);
  const reader = evaluation.app.get(FigureReader, { strict: false });
  return transactions.system('', async (tx) => {
    const found = await reader.figuresOf(tx, 'union', { days: new Map([[union.id, day]]), names: [name] });
    return found.get(union.id)?.get(name)?.value;
  });
}

describe('a file of figures', () => {
  it('is tried first, and then taken in with the hash of the file', async () => {
    const csv = `${head}\n工会,${union.name},会员服务人次,2026,120,年报\n活动,数据填报活动,到场志愿者,2026-11,6,签到表`;
    const dry = await take(csv, { dryRun: true });
    expect(dry).toMatchObject({ id: null, dryRun: true });
    expect(dry.rows).toMatchObject([
      { row: 2, subject: { kind: 'union', id: union.id, name: union.name }, value: 120, before: null },
      { row: 3, subject: { kind: 'activity', id: activityId }, periodFrom: '2026-11-01', value: 6 },
    ]);
    expect(await figureOn('会员服务人次', '2026-06-01')).toBeUndefined();
    const taken = await take(csv);
    expect(taken.id).not.toBeNull();
    expect(taken.fileHash).toBe(createHash('sha256').update(csv).digest('hex'));
    expect(await figureOn('会员服务人次', '2026-06-01')).toBe(120);
  });

  it('puts right what another told by a further figure; none ever changes', async () => {
    const row = (value: number): string => `${head}\n工会,${union.id},场馆开放小时,2026,${value},门禁`;
    await take(row(900));
    const { rows } = await take(row(950));
    expect(rows[0]?.before).toBe(900);
    expect(await figureOn('场馆开放小时', '2026-12-31')).toBe(950);
    expect(await figureOn('场馆开放小时', '2027-01-01')).toBeUndefined();
    const { items } = await evaluation.ask(figureContract.list, { q: '开放小时' }, evaluator);
    expect(items.map(({ value, superseded }) => [value, superseded])).toEqual([
      [950, false],
      [900, true],
    ]);
    await expect(evaluation.dataSource.query('UPDATE figure SET value = 0')).rejects.toThrow();
    await expect(evaluation.dataSource.query('DELETE FROM figure')).rejects.toThrow();
  });

  it('may be a spreadsheet, or in the letters that spreadsheets write in China', async () => {
    const cells = [head.split(','), ['工会', union.name, '年度培训', '2026', 12, '年报']];
    const sheet = await writeXlsx({ sheets: [{ name: '年报', rows: cells }] });
    expect((await take(sheet)).rows).toMatchObject([{ figure: '年度培训', value: 12 }]);
    // 工会 in GB18030
    const kind = Buffer.from([0xb9, 0xa4, 0xbb, 0xe1]);
    const [first, last] = ['kind,subject,figure,period,value,source\n', `,${union.id},hours,2026,3,door`];
    const gb = Buffer.concat([Buffer.from(first), kind, Buffer.from(last)]);
    expect((await take(gb)).rows).toMatchObject([{ figure: 'hours', value: 3 }]);
  });

  it('is taken in as a whole or not at all, with all that is wrong row by row', async () => {
    const rows = [
      `工会,${union.name},甲,2026,1,年报`,
      `工会,没有这个工会,甲,2026,1,年报`,
      `工会,${elsewhere.name},甲,2026,1,年报`,
      `工会,${union.id},甲,2026,2,年报`,
      `资源,${randomUUID()},甲,2026,1,年报`,
      `工会,${union.name},甲,某年,1,年报`,
    ];
    const refused = await refusalOf([head, ...rows].join('\n'));
    expect(refused).toMatchObject({ code: 'FIGURE_IMPORT_REFUSED', params: { count: 5 } });
    expect(refused.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rows/3', 'FIGURE_SUBJECT'],
      ['/rows/4', 'FIGURE_SUBJECT_ELSEWHERE'],
      ['/rows/5', 'FIGURE_TWICE'],
      ['/rows/6', 'FIGURE_SUBJECT'],
      ['/rows/7', 'FIGURE_PERIOD'],
    ]);
    expect(await figureOn('甲', '2026-06-01')).toBeUndefined();
  });

  it.each<[string, string | Uint8Array, string]>([
    ['has no columns', 'a,b\n1,2', 'FIGURE_COLUMNS'],
    ['has no rows', head, 'FIGURE_FILE_EMPTY'],
    ['is two megabytes of commas', ','.repeat(2_000_000), 'FIGURE_FILE_FORMAT'],
    [
      'is a package that is no spreadsheet',
      Buffer.from('PK\u0003\u0004 and nothing else'),
      'FIGURE_FILE_FORMAT',
    ],
  ])('is refused where it %s', async (_what, content, code) => {
    expect((await refusalOf(content)).code).toBe(code);
  });

  it('makes a revision of whatever was scored by it, and none where the value stays', async () => {
    const name = '会员服务人次';
    const weightVersionId = await systemOf(name);
    const score = { subject: { kind: 'union' as const, id: union.id }, from: '2026-01-01', to: '2026-06-30' };
    const revisions = async () => {
      const asked = { subjectKind: 'union' as const, subjectId: union.id, weightVersionId };
      const { items } = await evaluation.ask(scoreContract.list, asked, evaluator);
      return items.map((one) => [one.revision, one.cause, one.score]);
    };
    await take(`${head}\n工会,${union.name},${name},2026,50,年报`);
    await evaluation.ask(scoreContract.compute, { ...score, weightVersionId }, evaluator);
    expect(await revisions()).toEqual([[1, 'asked', 50]]);
    await take(`${head}\n工会,${union.name},${name},2026,80,更正`);
    await take(`${head}\n工会,${union.name},${name},2026,80,再次上传`);
    await eventually(async () => {
      evaluation.clock.advance(11_000);
      expect(await revisions()).toEqual([
        [2, 'factsChanged', 80],
        [1, 'asked', 50],
      ]);
    });
  });

  it('is read for whoever uploaded it alone, and for evaluators', async () => {
    const other = actorWith({ roles: [['evaluator', union.id, union.path]] });
    const request = { unionId: union.id, fileKey: await keep(head, other), fileName: 'x', dryRun: true };
    await expect(evaluation.ask(figureContract.import, request, evaluator)).rejects.toMatchObject({
      code: 'FIGURE_FILE_MISSING',
    });
    for (const [actor, code] of [
      [null, 'NOT_SIGNED_IN'],
      [actorWith({ unionId: union.id, unionPath: union.path }), 'NOT_PERMITTED'],
      [actorWith({ roles: [['evaluator', elsewhere.id, elsewhere.path]] }), 'NOT_PERMITTED'],
    ] as const) {
      await expect(evaluation.ask(figureContract.import, request, actor)).rejects.toMatchObject({ code });
    }
    const { items } = await evaluation.ask(figureContract.list, {}, actorWith());
    expect(items).toEqual([]);
  });
});
