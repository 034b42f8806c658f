import type { RankingView } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { EfficacyView, ScoreView } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { idOf, officerOf, type World } from '../tools/world.js';

const functionNames: Readonly<Record<string, string>> = {
  information: '信息',
  facility: '设施',
  management: '管理',
  service: '服务',
  people: '人力',
};
const businessNames: Readonly<Record<string, string>> = {
  education: '教育',
  culture: '文体',
  publicity: '宣传',
  service: '服务',
  safeguarding: '维护',
  participation: '参与',
  construction: '建设',
};

/** Scores that anyone can compute again, efficacy by function × business, and the ranking with its why. */
export async function rank(world: World): Promise<void> {
  await world.report.step('效能、得分、排名 / Efficacy, scores, ranking', async () => {
    const { client } = officerOf(world, 'officer');
    const { report } = world;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const efficacy = await client.get<EfficacyView>(`/efficacy?from=${today}&to=${today}`);
    for (const cell of efficacy.cells.filter((one) => one.mean !== null)) {
      report.figure(
        `  ${functionNames[cell.function]} × ${businessNames[cell.business]}`,
        `${cell.mean?.toFixed(2)} / 5，${cell.answers} 份`,
      );
    }
    const request = (activity: string): object => ({
      activityId: idOf(world, activity),
      weightVersionId: idOf(world, 'weights'),
    });
    const first = await client.post<ScoreView>('/scores', request('familyDay'));
    const again = await client.post<ScoreView>('/scores', request('familyDay'));
    await client.post<ScoreView>('/scores', request('readers'));
    report.prove(
      'the same inputs give the same score again',
      first.score === again.score && first.inputsHash === again.inputsHash,
    );
    const ranking = await client.post<RankingView>('/rankings', {
      indicatorSystemId: idOf(world, 'system'),
      title: '2026年度活动评价',
      subjectIds: [idOf(world, 'familyDay'), idOf(world, 'readers')],
      method: 'score',
    });
    world.ids.set('ranking', ranking.id);
    for (const entry of ranking.entries) {
      const why = entry.why
        .slice(0, 2)
        .map((one) => `${one.name} ${one.lead >= 0 ? '+' : ''}${one.lead.toFixed(2)}`);
      report.figure(
        `  ${entry.rank}. ${entry.subjectName}`,
        `${entry.score.toFixed(2)} 分（${why.join('，')}）`,
      );
    }
    report.prove(
      'both activities are ranked, each with its why',
      ranking.entries.length === 2 && ranking.entries.every((entry) => entry.why.length > 0),
    );
  });
}
