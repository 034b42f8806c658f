import type { FigureImportView } from '@gongxiang/contracts/evaluation/scores/figure.contract';
import type {
  IndicatorSystemComparison,
  IndicatorSystemView,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { idOf, officerOf, unionOf, type World } from '../tools/world.js';

/** The next version of the system with what it changes, a system begun with a template, and figures from a table. */
export async function designIndicators(world: World): Promise<void> {
  await world.report.step(
    '下一版指标体系与填报数据 / The next version, and figures from a table',
    async () => {
      await beginNextVersion(world);
      await gradeClubs(world);
      await tellFigures(world);
    },
  );
}

async function beginNextVersion(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const system = idOf(world, 'system');
  const next = await client.post<IndicatorSystemView>(`/indicator-systems/${system}/copy`);
  const nodes = next.nodes.map((node) => {
    if (node.key === 'cost' && node.leaf)
      return { ...node, leaf: { ...node.leaf, target: 60, unit: '元/人' } };
    if (node.key === 'service') return { ...node, name: '我对报名、现场与反馈都满意' };
    return node;
  });
  const again = next.nodes.find(({ leaf }) => leaf?.fact === 'attendanceRate');
  const repeat = again?.leaf && {
    ...again,
    key: 'repeat',
    name: '再次参加率',
    leaf: { ...again.leaf, fact: 'repeatParticipation', target: 0.4 },
  };
  await client.patch(
    `/indicator-systems/${next.id}`,
    { name: next.name, nodes: repeat ? [...nodes, repeat] : nodes },
    { ifMatch: next.version },
  );
  const told = await client.get<IndicatorSystemComparison>(
    `/indicator-systems/${next.id}/diff?against=${system}`,
  );
  const marks = told.differences.map(({ key, marks: ofOne }) => `${key} ${ofOne.join('+')}`).sort();
  world.report.figure('what the next version changes', marks.join(', '));
  world.report.prove(
    'two versions are compared node by node',
    marks.join() === ['cost changed', 'repeat added', 'service renamed'].join(),
  );
}

/** Waits for review: it is published once the clubs have been heard. */
async function gradeClubs(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const made = await client.post<IndicatorSystemView>('/indicator-systems', {
    unionId: unionOf(world, 'federation').id,
    name: '职工俱乐部分级（2026）',
    template: 'clubGrading',
  });
  await officerOf(world, 'approver').client.post(
    `/indicator-systems/${made.id}/review`,
    {},
    { ifMatch: made.version },
  );
}

async function tellFigures(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const union = unionOf(world, 'federation');
  const rows = [
    '对象类别,对象,数据名称,期间,数值,来源',
    `工会,${union.name},共享场地开放小时,2026,1860,场馆门禁记录`,
    `工会,${union.name},志愿服务小时,2026Q3,412,志愿者签到表`,
  ];
  const { key } = await client.upload('figures.csv', rows.join('\n'), 'text/csv');
  const request = { unionId: union.id, fileKey: key, fileName: '2026年填报数据.csv' };
  const tried = await client.post<FigureImportView>('/figures', { ...request, dryRun: true });
  const taken = await client.post<FigureImportView>('/figures', { ...request, dryRun: false });
  world.report.prove(
    'figures are tried first, and kept with the hash of their file',
    tried.id === null && taken.id !== null && taken.fileHash === tried.fileHash,
  );
}
