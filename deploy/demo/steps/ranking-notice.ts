import type { RankingAppealView } from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import type {
  RankingVerificationView,
  RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { idOf, officerOf, type World } from '../tools/world.js';

/**
 * A ranking counts after its public notice: whoever is ranked may appeal, and anyone may compute it again. The walk ends
 * there, without recognitions: a notice lasts a whole day at least, and no request moves the clock.
 */
export async function putOnNotice(world: World): Promise<void> {
  await world.report.step('排名公示与申诉 / A ranking on notice, and an appeal', async () => {
    const { report } = world;
    const { client } = officerOf(world, 'officer');
    const path = `/rankings/${idOf(world, 'ranking')}`;
    const ranking = await client.decide<RankingView>(`${path}/publish`, { days: 7 });
    report.figure('  公示至 / on notice until', ranking.noticeEndsAt?.slice(0, 10) ?? '');
    const { equal, scores } = await client.get<RankingVerificationView>(`${path}/verification`);
    report.prove(
      `the ranking is computed again from ${scores} scores, and comes out the same`,
      equal && scores === 2,
    );
    const union = officerOf(world, 'shuxiang').client;
    const appeal = await union.post<RankingAppealView>(`${path}/appeals`, {
      subjectId: idOf(world, 'readers'),
      text: '到场率按报名人数计算，其中两人因公出差请假，请核对。',
    });
    const { state, openAppeals } = await client.get<RankingView>(path);
    report.prove(
      'it does not count while an appeal waits',
      state === 'notice' && openAppeals === 1 && appeal.state === 'open',
    );
  });
}
