import type { ScoreBatchView } from '@gongxiang/contracts/evaluation/scores/score-batch.contract';
import type {
  ScoreVerificationView,
  ScoreWaterfallView,
} from '@gongxiang/contracts/evaluation/scores/score-explanation.contract';
import type { ScoreView } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { idOf, officerOf, until, type World } from '../tools/world.js';

/** All unions of a period at once; and of one score how it is made up, how sure it is, and that it is right. */
export async function scorePeriod(world: World): Promise<void> {
  await world.report.step('整期得分与重算 / Scores of a period, computed again', async () => {
    const { client } = officerOf(world, 'officer');
    const { report } = world;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const begun = await client.post<ScoreBatchView>('/score-batches', {
      indicatorSystemId: idOf(world, 'system'),
      subjectKind: 'union',
      from: `${today.slice(0, 4)}-01-01`,
      to: today,
    });
    let batch = begun;
    await until(async () => {
      batch = await client.get<ScoreBatchView>(`/score-batches/${begun.id}`);
      return batch.state === 'done';
    }, 'the scores of all unions');
    report.figure('  工会', `${batch.done} 个，得分 ${batch.computed} 个`);
    const activityId = idOf(world, 'familyDay');
    const path = `/scores?activityId=${activityId}&latest=true&limit=1`;
    const { items } = await client.get<{ readonly items: readonly ScoreView[] }>(path);
    const score = items[0];
    if (score === undefined) throw new Error('the activity has no score');
    const verification = await client.get<ScoreVerificationView>(`/scores/${score.id}/verification`);
    report.prove('computed again from what was kept it is the same to the last digit', verification.isEqual);
    const { steps, total } = await client.get<ScoreWaterfallView>(`/scores/${score.id}/waterfall`);
    const top = steps.filter(({ parentKey }) => parentKey === null);
    report.prove(
      'the parts sum exactly to the score',
      top.reduce((sum, { points }) => sum + points, 0) === total,
    );
    report.figure('  95% 区间', `${score.interval?.low.toFixed(1)} – ${score.interval?.high.toFixed(1)}`);
  });
}
