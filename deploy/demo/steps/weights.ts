import type { IndicatorSystemView } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { WeightVersionView } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { isRefused } from '../tools/client.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

const survey = (
  key: string,
  name: string,
  parentKey: string,
  axes: { function: string; business: string },
): object => ({
  key,
  name,
  parentKey,
  leaf: { kind: 'survey', scaleMin: 1, scaleMax: 5, direction: 'max', ...axes },
});
const fact = (
  key: string,
  name: string,
  fact: string,
  scale: readonly [min: number, max: number, direction: 'max' | 'min'],
): object => ({
  key,
  name,
  parentKey: 'facts',
  leaf: {
    kind: 'fact',
    fact,
    scaleMin: scale[0],
    scaleMax: scale[1],
    direction: scale[2],
    function: 'management',
    business: 'participation',
  },
});

/** Identification and satisfaction by function × business, and beside the opinions the facts. */
const nodes = [
  { key: 'identification', name: '认同感', parentKey: null, leaf: null },
  { key: 'satisfaction', name: '满意度', parentKey: null, leaf: null },
  { key: 'facts', name: '客观成效', parentKey: null, leaf: null },
  survey('belonging', '我认同工会联合办活动的做法', 'identification', {
    function: 'management',
    business: 'participation',
  }),
  survey('again', '我愿意再次参加其他工会牵头的活动', 'identification', {
    function: 'information',
    business: 'participation',
  }),
  survey('place', '我对场地设施满意', 'satisfaction', { function: 'facility', business: 'culture' }),
  survey('guides', '我对讲解与带领人员满意', 'satisfaction', { function: 'people', business: 'education' }),
  survey('service', '我对报名与现场服务满意', 'satisfaction', { function: 'service', business: 'service' }),
  fact('attendance', '到场率', 'attendanceRate', [0, 1, 'max']),
  fact('smallFirms', '小微工会参与占比', 'smallFirmShare', [0, 1, 'max']),
  fact('cost', '人均成本（元）', 'costPerHead', [0, 200, 'min']),
];

const weighing = {
  nodes: [
    // 满意度 slightly above 认同感, both above the facts; CR is 0.0079.
    {
      parentKey: null,
      method: 'ahp',
      items: ['identification', 'satisfaction', 'facts'],
      upper: [['1/2', '2'], ['3']],
    },
    { parentKey: 'identification', method: 'ahp', items: ['belonging', 'again'], upper: [['2']] },
    {
      parentKey: 'satisfaction',
      method: 'ahp',
      items: ['place', 'guides', 'service'],
      upper: [['1/2', '1'], ['2']],
    },
    {
      parentKey: 'facts',
      method: 'direct',
      items: ['attendance', 'smallFirms', 'cost'],
      weights: [0.5, 0.3, 0.2],
    },
  ],
};

/** What is asked and counted, and how much each of it weighs. */
export async function weigh(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const name = '共建共享机制效能评价';
  const made = await client.post<IndicatorSystemView>('/indicator-systems', {
    unionId: unionOf(world, 'federation').id,
    name,
    nodes,
  });
  const path = `/indicator-systems/${made.id}`;
  world.report.prove(
    'who wrote a system cannot review it',
    await isRefused(() => client.post(`${path}/review`, {}, { ifMatch: made.version }), 403),
  );
  await officerOf(world, 'approver').client.post(`${path}/review`, {}, { ifMatch: made.version });
  const system = await client.decide<IndicatorSystemView>(`${path}/publish`);
  world.ids.set('system', system.id);
  const circle = {
    nodes: [{ ...weighing.nodes[0], upper: [['9', '1/9'], ['9']] }, ...weighing.nodes.slice(1)],
  };
  const bad = await client.post<WeightVersionView>(`/indicator-systems/${system.id}/weight-versions`, circle);
  world.report.prove(
    'judgements that go in a circle cannot be put in force',
    !bad.acceptable && (await isActivationRefused(world, bad.id)),
  );
  const version = await client.post<WeightVersionView>(
    `/indicator-systems/${system.id}/weight-versions`,
    weighing,
  );
  const active = await client.decide<WeightVersionView>(`/weight-versions/${version.id}/activate`);
  world.ids.set('weights', active.id);
  for (const one of active.indicators) world.report.figure(`  ${one.key}`, one.weight.toFixed(4));
  const ratios = active.nodes.flatMap((node) =>
    node.consistencyRatio === null ? [] : [node.consistencyRatio],
  );
  world.report.figure('consistency ratios', ratios.map((ratio) => ratio.toFixed(4)).join(', '));
  const sum = active.indicators.reduce((total, one) => total + one.weight, 0);
  world.report.prove(
    'the weights sum to 1, every ratio is at most 0.10',
    Math.abs(sum - 1) < 1e-9 && ratios.every((ratio) => ratio <= 0.1),
  );
}

function isActivationRefused(world: World, versionId: string): Promise<boolean> {
  const { client } = officerOf(world, 'officer');
  return isRefused(() => client.decide(`/weight-versions/${versionId}/activate`), 422);
}
