import { randomBytes } from 'node:crypto';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { inDays, withDatabase } from './fixtures.js';
import { type Designers, publishSystem, reviewSystem } from './surveys.js';

const signedIn = [401, 200, 200, 200] as const;
const draft = [401, 404, 404, 200] as const;
const made = [401, 403, 403, 201] as const;

const leaf = (kind: 'survey' | 'fact'): object => ({
  kind,
  ...(kind === 'fact' ? { fact: 'attendanceRate', scaleMin: 0, scaleMax: 1 } : { scaleMin: 1, scaleMax: 5 }),
  direction: 'max',
  function: 'facility',
  business: 'culture',
});
export const indicatorNodes = [
  { key: 'place', name: '我对场地满意', parentKey: null, leaf: leaf('survey') },
  { key: 'came', name: '到场率', parentKey: null, leaf: leaf('fact') },
];

export const indicatorWeights = [
  { parentKey: null, method: 'direct', items: ['place', 'came'], weights: [0.6, 0.4] },
];

/** Indicator systems and their weights: drafted by evaluators, published for all. */
export const indicatorRows: readonly AccessRow[] = [
  {
    route: 'POST /indicator-systems',
    expected: made,
    request: (world) => ({
      body: { unionId: world.network.near.id, name: '效能评价', nodes: indicatorNodes },
    }),
    keep: 'systemId',
  },
  { route: 'GET /indicator-systems', expected: signedIn },
  { route: 'GET /indicator-systems/{systemId}', expected: draft },
  {
    route: 'PATCH /indicator-systems/{systemId}',
    expected: draft,
    request: async (world) => ({
      body: { name: '共建共享效能评价', nodes: indicatorNodes },
      ifMatch: await versionAt(world, `/indicator-systems/${idOf(world, 'systemId')}`),
    }),
  },
  {
    route: 'POST /indicator-systems/{systemId}/review',
    expected: draft,
    right: 'approver',
  },
  {
    route: 'POST /indicator-systems/{systemId}/return',
    expected: draft,
    request: () => ({ body: { reason: '人均成本缺少目标值' } }),
  },
  {
    route: 'POST /indicator-systems/{systemId}/publish',
    expected: draft,
    before: (world) => reviewSystem(designersOf(world), idOf(world, 'systemId')),
  },
  { route: 'POST /indicator-systems/{systemId}/copy', expected: made, keep: 'nextSystemId' },
  {
    route: 'GET /indicator-systems/{systemId}/diff',
    expected: draft,
    request: (world) => ({
      params: { systemId: idOf(world, 'nextSystemId') },
      query: `against=${idOf(world, 'systemId')}`,
    }),
  },
  {
    route: 'POST /indicator-systems/{systemId}/retire',
    expected: [401, 403, 403, 200],
    before: retireNext,
    request: (world) => ({ params: { systemId: idOf(world, 'retiringSystemId') } }),
  },
  { route: 'GET /indicator-templates', expected: signedIn },
  {
    route: 'POST /indicator-systems/{systemId}/weight-versions',
    expected: made,
    request: () => ({ body: { nodes: indicatorWeights } }),
    keep: 'weightVersionId',
  },
  { route: 'GET /indicator-systems/{systemId}/weight-versions', expected: signedIn },
  { route: 'GET /weight-versions/{weightVersionId}', expected: signedIn },
  { route: 'POST /weight-versions/{weightVersionId}/activate', expected: [401, 403, 403, 200] },
];

/** Who writes systems in this world, and who passes them. */
export function designersOf({ people }: AccessWorld): Designers {
  return { evaluator: people.keeper, reviewer: people.approver };
}

/** One that is published and that nothing rests on. */
async function retireNext(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const draft = { unionId: world.network.near.id, name: '旧版效能评价', template: 'activitySatisfaction' };
  const { id } = await client.post<{ id: string }>('/indicator-systems', draft);
  await publishSystem(designersOf(world), id);
  world.ids.set('retiringSystemId', id);
}

/** Evaluation has heard of an activity's end, and of all who came. */
export async function factsArrived(
  { platform }: Pick<AccessWorld, 'platform'>,
  activityId: string,
): Promise<void> {
  const text = `SELECT 1 FROM evaluation.activity_close AS c WHERE activity_id = $1 AND fact_count =
    (SELECT count(*) FROM evaluation.attendance_ref WHERE activity_id = c.activity_id)`;
  await until(
    () => withDatabase(platform, async (sql) => (await sql.query(text, [activityId])).rowCount === 1),
    'the facts of the activity',
  );
}

/** What was answered is counted a moment after the close. */
async function surveyCounted({ people }: AccessWorld, surveyId: string): Promise<void> {
  await until(
    async () => (await people.keeper.client.get<SurveyView>(`/surveys/${surveyId}`)).state === 'closed',
    'the count of the survey',
  );
}

/** Any number below the modulus can be signed blindly. */
export const blinded = (): string => Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64');

/** A survey is seen by its holders and by who came, until its results are everybody's. */
export const surveyRows: readonly AccessRow[] = [
  {
    route: 'POST /surveys',
    expected: made,
    before: (world) => factsArrived(world, idOf(world, 'activityId')),
    request: (world) => ({
      body: {
        activityId: idOf(world, 'activityId'),
        indicatorSystemId: idOf(world, 'systemId'),
        opensAt: inDays(-0.01),
        closesAt: inDays(7),
      },
    }),
    keep: 'surveyId',
  },
  { route: 'GET /surveys', expected: signedIn },
  { route: 'GET /surveys/{surveyId}', expected: [401, 200, 404, 200] },
  {
    route: 'GET /public/surveys/{surveyId}/keys',
    expected: [200, 200, 200, 200],
    why: 'keys that are the same for everybody',
  },
  { route: 'GET /me/surveys', expected: signedIn },
  {
    route: 'POST /surveys/{surveyId}/tokens',
    expected: [401, 201, 403, 201],
    request: () => ({ body: { blindedToken: blinded() } }),
  },
  {
    route: 'POST /surveys/{surveyId}/responses',
    expected: [422, 422, 422, 422],
    request: () => ({
      body: {
        token: randomBytes(32).toString('base64'),
        signature: blinded(),
        receipt: randomBytes(32).toString('base64'),
        answers: { place: 5 },
      },
    }),
    why: 'open to all, and what counts is the token: this one nobody has signed',
  },
  { route: 'POST /surveys/{surveyId}/close', expected: draft },
  {
    route: 'GET /surveys/{surveyId}/results',
    expected: signedIn,
    before: (world) => surveyCounted(world, idOf(world, 'surveyId')),
  },
  {
    route: 'GET /surveys/{surveyId}/results/file',
    expected: signedIn,
    request: () => ({ query: 'format=xlsx' }),
  },
  {
    route: 'GET /surveys/{surveyId}/texts',
    expected: signedIn,
    request: () => ({ query: 'question=words' }),
  },
];

/** Scores are made by evaluators and read by all. */
export const scoreRows: readonly AccessRow[] = [
  {
    route: 'POST /scores',
    expected: made,
    request: (world) => ({
      body: { activityId: idOf(world, 'activityId'), weightVersionId: idOf(world, 'weightVersionId') },
    }),
    keep: 'scoreId',
  },
  { route: 'GET /scores', expected: signedIn },
  { route: 'GET /scores/{scoreId}', expected: signedIn },
  {
    route: 'GET /efficacy',
    expected: signedIn,
    request: () => ({ query: 'from=2026-01-01&to=2030-12-31' }),
  },
];
