import type { ReachView, ReportView } from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { TuningJobView } from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import type { TuningReportView } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import { idOf, officerOf, unionOf, until, type World } from '../tools/world.js';

/** What the season said of the indicators themselves, what was done in numbers, and who was reached. */
export async function lookBack(world: World): Promise<void> {
  await world.report.step('调优与报表 / Tuning of the indicators, reports, reach', async () => {
    const { client } = officerOf(world, 'officer');
    const { report } = world;
    const year = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4);
    const season = { from: `${year}-01-01`, to: `${year}-12-31` };
    const request = { indicatorSystemId: idOf(world, 'system'), ...season };
    // Sums over the answers are kept after the close.
    const tuning = await until(async () => {
      const made = await tune(world, request);
      return made.surveys > 0 && made;
    }, 'the sums over the answers');
    for (const { name, alpha } of tuning.nodes) report.figure(`  α ${name ?? ''}`, alpha?.toFixed(2) ?? '—');
    report.prove(
      'the report speaks in sentences, and only of surveys with twenty answers and more',
      tuning.answers >= 20 * tuning.surveys && tuning.findings.length > 0,
    );
    const union = unionOf(world, 'federation').id;
    const query = `union=${union}&from=${season.from}&to=${season.to}`;
    const byUnion = await client.get<ReportView>(`/reports?${query}&groupBy=union`);
    report.figure('activities, heads', `${byUnion.total.activities}, ${byUnion.total.heads}`);
    const heads = byUnion.rows.reduce((sum, row) => sum + row.heads, 0);
    report.prove('the parts of a report add up to its total', heads === byUnion.total.heads && heads > 0);
    const reach = await client.get<ReachView>(`/reports/reach?union=${union}&year=${year}`);
    report.figure('members whom activities could reach', reach.total.members ?? '—');
    report.figure('unions nobody came from', reach.unreachedCount);
    const told = [reach.total, ...reach.bySizeClass, ...reach.byDecade, ...reach.byUnion];
    report.prove(
      'reach tells nothing of a running year, and of nobody among fewer than five',
      (reach.state === 'frozen' || reach.total.served === null) &&
        told.every(({ served }) => served === null || served === 0 || served >= 5),
    );
  });
}

/** A report is made as a job. */
async function tune(world: World, request: object): Promise<TuningReportView> {
  const { client } = officerOf(world, 'officer');
  const { id } = await client.post<TuningJobView>('/tuning-jobs', request);
  const reportId = await until(
    async () => (await client.get<TuningJobView>(`/tuning-jobs/${id}`)).tuningReportId,
    'the report on the indicators',
  );
  return client.get<TuningReportView>(`/tuning-reports/${reportId}`);
}
