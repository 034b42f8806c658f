import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { designersOf, indicatorNodes } from './access-evaluation.js';
import { inDays } from './fixtures.js';
import { publishSystem } from './surveys.js';

const draft = [401, 404, 404, 200] as const;
/** The address alone says who judges. */
const anybody = [200, 200, 200, 200] as const;
const signedIn = [401, 200, 200, 200] as const;

const judged = { groups: [{ parentKey: null, upper: [['3']] }] };

/** A published system of its own: what is judged here weighs nothing that others score by. */
async function publishedSystem(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const body = { unionId: world.network.near.id, name: '专家赋权', nodes: indicatorNodes };
  const { id } = await client.post<{ id: string }>('/indicator-systems', body);
  await publishSystem(designersOf(world), id);
  world.ids.set('judgedSystemId', id);
}

/** Judging rounds are of those who tend the system; judges need their addresses alone. */
export const judgementRows: readonly AccessRow[] = [
  {
    route: 'POST /judgement-rounds',
    expected: [401, 403, 403, 201],
    before: publishedSystem,
    request: (world) => ({
      body: { indicatorSystemId: idOf(world, 'judgedSystemId'), name: '专家赋权', closesAt: inDays(7) },
    }),
    keep: 'judgementRoundId',
  },
  { route: 'GET /judgement-rounds', expected: signedIn },
  { route: 'GET /judgement-rounds/{judgementRoundId}', expected: draft },
  {
    route: 'POST /judgement-rounds/{judgementRoundId}/judges',
    expected: [401, 404, 404, 201],
    request: () => ({ body: { name: '王工' } }),
    keep: 'judgeId',
    after: (world, { address }) => world.ids.set('judgeToken', address?.replace('/judge/', '') ?? ''),
  },
  {
    route: 'PUT /judgements/{judgeToken}',
    expected: anybody,
    request: () => ({ body: judged }),
  },
  { route: 'GET /judgements/{judgeToken}', expected: anybody },
  {
    route: 'POST /judgement-rounds/{judgementRoundId}/judges/{judgeId}/revoke',
    expected: draft,
  },
  {
    route: 'POST /judgement-rounds/{judgementRoundId}/judges/{judgeId}/renew',
    expected: draft,
  },
  { route: 'GET /judgement-rounds/{judgementRoundId}/result', expected: draft },
  {
    route: 'PATCH /judgement-rounds/{judgementRoundId}',
    expected: draft,
    request: async (world) => ({
      body: { closesAt: inDays(9) },
      ifMatch: await versionAt(world, `/judgement-rounds/${idOf(world, 'judgementRoundId')}`),
    }),
  },
  { route: 'POST /judgement-rounds/{judgementRoundId}/close', expected: draft },
  {
    route: 'POST /judgement-rounds/{judgementRoundId}/weight-versions',
    expected: [401, 404, 404, 201],
    request: () => ({ body: {} }),
  },
];

/** What weights would change is computed from what everybody may read; to try weights out is the evaluators' part. */
export const whatIfRows: readonly AccessRow[] = [
  { route: 'POST /weight-versions/{weightVersionId}/what-if', expected: [401, 403, 403, 200] },
  { route: 'GET /weight-versions/{weightVersionId}/sensitivity', expected: signedIn },
  { route: 'GET /weight-versions/{weightVersionId}/methods', expected: signedIn },
];
