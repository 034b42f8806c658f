import type { TuningJobView } from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { eventually } from '@gongxiang/testing';

const signedIn = [401, 200, 200, 200] as const;
const made = [401, 403, 403, 201] as const;
const hidden = [401, 404, 404, 200] as const;

const ofNear =
  (more: string) =>
  ({ network }: AccessWorld) => ({ query: `union=${network.near.id}&${more}` });
const thisYear = 'from=2026-01-01&to=2026-12-31';

async function reportMade({ people, ids }: AccessWorld): Promise<void> {
  await eventually(async () => {
    const job = await people.keeper.client.get<TuningJobView>(`/tuning-jobs/${ids.get('tuningJobId') ?? ''}`);
    if (job.tuningReportId === null) throw new Error('the report is being made');
    ids.set('tuningReportId', job.tuningReportId);
  });
}

/** What a season says of the indicators: computed by evaluators, read by all. */
export const tuningRows: readonly AccessRow[] = [
  {
    route: 'POST /tuning-jobs',
    expected: made,
    request: (world) => ({
      body: { indicatorSystemId: idOf(world, 'systemId'), from: '2026-01-01', to: '2026-12-31' },
    }),
    keep: 'tuningJobId',
  },
  { route: 'GET /tuning-jobs', expected: signedIn },
  { route: 'GET /tuning-jobs/{tuningJobId}', expected: signedIn },
  { route: 'GET /tuning-reports', expected: signedIn, before: reportMade },
  { route: 'GET /tuning-reports/{tuningReportId}', expected: signedIn },
  {
    route: 'POST /tuning-reports/{tuningReportId}/draft',
    expected: made,
    request: () => ({ body: { drops: ['came'], merges: [] } }),
  },
];

/** Numbers of a union: for those who answer for it or stand above it. */
export const reportRows: readonly AccessRow[] = [
  { route: 'GET /reports', expected: hidden, request: ofNear(`${thisYear}&groupBy=month`) },
  { route: 'GET /reports/peers', expected: hidden, request: ofNear(thisYear) },
  { route: 'GET /reports/reach', expected: hidden, request: ofNear('year=2026') },
  { route: 'GET /reports/file', expected: hidden, request: ofNear(`${thisYear}&format=xlsx`) },
];
