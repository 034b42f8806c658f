import type { SensitivityView, WhatIfView } from '@gongxiang/contracts/evaluation/rankings/what-if.contract';
import type {
  InvitedJudgeView,
  JudgementRoundResultView,
  JudgementRoundView,
} from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import type { JudgementSheetView } from '@gongxiang/contracts/evaluation/systems/judgement.contract';
import type { WeightVersionView } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { isRefused } from '../tools/client.js';
import { idOf, officerOf, type World } from '../tools/world.js';

const dayMs = 86_400_000;

/** What three experts say of the top of the system: 认同感, 满意度, 客观成效. The third means 6 and says 1/6. */
const experts: readonly (readonly [name: string, upper: string[][]])[] = [
  ['高校劳动关系研究者 王老师', [['1/2', '3'], ['5']]],
  ['市总宣教部 李部长', [['1', '3'], ['2']]],
  ['企业工会主席 陈主席', [['1/2', '3'], ['1/6']]],
];

/** Experts weigh indicators by link, without an account; then it is seen what their weights would change. */
export async function letExpertsJudge(world: World): Promise<void> {
  await world.report.step('专家评判：凭链接两两比较 / Experts judge by link, in pairs', async () => {
    const { client } = officerOf(world, 'officer');
    const round = await startRound(world, '2026 年专家赋权', 14);
    for (const expert of experts) await judge(world, round.id, expert);
    const { groups } = await client.get<JudgementRoundResultView>(`/judgement-rounds/${round.id}/result`);
    const together = groups[0]?.weights ?? [];
    world.report.figure('weights together', together.map((weight) => weight.toFixed(3)).join(', '));
    await client.decide<JudgementRoundView>(`/judgement-rounds/${round.id}/close`);
    const version = await client.post<WeightVersionView>(`/judgement-rounds/${round.id}/weight-versions`, {});
    const named = JSON.stringify(version);
    world.report.prove(
      'the weight version records every judge by number, and none by name',
      version.nodes[0]?.judges.length === experts.length && !experts.some(([name]) => named.includes(name)),
    );
    await tryOut(world, version.id);
    // One more that is open, for whoever looks around.
    const open = await startRound(world, '街道工会补充评判', 30);
    await inviteTo(world, open.id, '街道工会 赵干事');
    world.report.prove('a wrong link leads nowhere', await leadsNowhere(world.nobody));
  });
}

/** Judges as the expert means it; where that contradicts itself, thinks the judgement over that is named. */
async function judge(world: World, roundId: string, [name, upper]: (typeof experts)[number]): Promise<void> {
  const token = await inviteTo(world, roundId, name);
  const [group] = (await save(world, token, upper)).groups;
  const ratio = group?.consistencyRatio ?? 0;
  world.report.figure(`  ${name}`, `CR ${ratio.toFixed(3)}`);
  const mend = group?.mend ?? null;
  if (mend === null) return;
  const better = upper.map((row, r) => (r === mend.row ? row.with(mend.column - r - 1, mend.value) : row));
  const [mended] = (await save(world, token, better)).groups;
  world.report.prove(
    'the judgement that contradicts the others is named, with the value that mends it',
    ratio > 0.1 && mended?.acceptable === true,
  );
}

function startRound(world: World, name: string, days: number): Promise<JudgementRoundView> {
  return officerOf(world, 'officer').client.post<JudgementRoundView>('/judgement-rounds', {
    indicatorSystemId: idOf(world, 'system'),
    name,
    nodes: [{ parentKey: null }],
    closesAt: new Date(Date.now() + days * dayMs).toISOString(),
  });
}

async function inviteTo(world: World, roundId: string, name: string): Promise<string> {
  const path = `/judgement-rounds/${roundId}/judges`;
  const { address } = await officerOf(world, 'officer').client.post<InvitedJudgeView>(path, { name });
  return address?.replace('/judge/', '') ?? '';
}

function save(world: World, token: string, upper: readonly string[][]): Promise<JudgementSheetView> {
  return world.nobody.put<JudgementSheetView>(`/judgements/${token}`, {
    groups: [{ parentKey: null, upper }],
  });
}

/** What the experts' weights would change, before anybody puts them in force. */
async function tryOut(world: World, versionId: string): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const { subjects } = await client.post<WhatIfView>(`/weight-versions/${versionId}/what-if`, {});
  for (const { name, rank, rankAfter } of subjects)
    world.report.figure(`  ${name}`, `${rank} → ${rankAfter}`);
  const { swaps } = await client.get<SensitivityView>(
    `/weight-versions/${idOf(world, 'weights')}/sensitivity`,
  );
  const [least] = swaps;
  if (least !== undefined && least.swapsAt !== null)
    world.report.figure(
      'first and second swap',
      `${least.key}: ${least.weight.toFixed(3)} → ${least.swapsAt.toFixed(3)}`,
    );
}

function leadsNowhere(nobody: World['nobody']): Promise<boolean> {
  return isRefused(() => nobody.get(`/judgements/${'x'.repeat(43)}`), 404);
}
