import { randomBytes } from 'node:crypto';
import type {
  CreateEfficacySurveyRequest,
  EfficacySurveyKeysView,
  EfficacySurveyView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { IndicatorSystemView } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { newId } from '@gongxiang/domain';
import { until } from '../demo/tools/world.js';
import { blinded, designersOf } from './access-evaluation.js';
import { type AccessRow, type AccessWorld, idOf, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';
import { publishSystem } from './surveys.js';

const signedIn = [401, 200, 200, 200] as const;
const held = [401, 403, 403, 200] as const;

const question = (key: string, function_: string): object => ({
  key,
  name: key,
  parentKey: null,
  leaf: {
    kind: 'survey',
    scaleMin: 1,
    scaleMax: 5,
    direction: 'max',
    function: function_,
    business: 'participation',
  },
});

/** What a season asks of: one question of standing behind it, one of being satisfied. */
export async function publishSeasonSystem(world: AccessWorld): Promise<void> {
  const { people, network, ids } = world;
  const { client } = people.keeper;
  const system = await client.post<IndicatorSystemView>('/indicator-systems', {
    unionId: network.near.id,
    name: '机制效能',
    nodes: [question('belonging', 'management'), question('halls', 'facility')],
  });
  await publishSystem(designersOf(world), system.id);
  ids.set('efficacySystemId', system.id);
}

type SeasonTimes = Pick<CreateEfficacySurveyRequest, 'from' | 'to' | 'opensAt' | 'closesAt'>;

/** What is asked for to hold a season by the system of {@link publishSeasonSystem}. */
export function seasonOf(world: AccessWorld, name: string, times: SeasonTimes): CreateEfficacySurveyRequest {
  return {
    unionId: world.network.near.id,
    name,
    indicatorSystemId: idOf(world, 'efficacySystemId'),
    identificationKey: 'belonging',
    satisfactionKey: 'halls',
    ...times,
  };
}

/** One that has not opened. */
async function planAnother(world: AccessWorld): Promise<void> {
  const times = { from: '2027-01-01', to: '2027-03-31', opensAt: inDays(5), closesAt: inDays(7) };
  const body = seasonOf(world, '2027 年第一季度', times);
  const { id } = await world.people.keeper.client.post<{ id: string }>('/efficacy-surveys', body);
  world.ids.set('laterSurveyId', id);
}

/** What was answered is counted a moment after the close. */
async function counted(world: AccessWorld): Promise<void> {
  const path = `/efficacy-surveys/${idOf(world, 'efficacySurveyId')}`;
  await until(
    async () => (await world.people.keeper.client.get<EfficacySurveyView>(path)).state === 'closed',
    'the count of the season',
  );
}

/** Right after the opening. */
async function keysMade(world: AccessWorld): Promise<void> {
  const path = `/public/efficacy-surveys/${idOf(world, 'efficacySurveyId')}/keys`;
  await until(async () => {
    const { pools } = await world.people.keeper.client.get<EfficacySurveyKeysView>(path);
    return pools.some(({ kind }) => kind === 'club');
  }, 'the keys of the season');
}

/** Seasonal surveys: announced to all, held by evaluators, answered by the officers of the party itself. */
export const efficacySurveyRows: readonly AccessRow[] = [
  {
    route: 'POST /efficacy-surveys',
    expected: [401, 403, 403, 201],
    before: publishSeasonSystem,
    request: (world) => ({
      body: seasonOf(world, '2026 年第四季度', {
        from: '2026-01-01',
        to: '2026-12-31',
        opensAt: inDays(-0.01),
        closesAt: inDays(7),
      }),
    }),
    keep: 'efficacySurveyId',
  },
  {
    route: 'PATCH /efficacy-surveys/{efficacySurveyId}',
    expected: held,
    before: planAnother,
    request: async (world) => ({
      params: { efficacySurveyId: idOf(world, 'laterSurveyId') },
      body: { closesAt: inDays(9) },
      ifMatch: await versionAt(world, `/efficacy-surveys/${idOf(world, 'laterSurveyId')}`),
    }),
  },
  {
    route: 'POST /efficacy-surveys/{efficacySurveyId}/cancel',
    expected: held,
    request: (world) => ({ params: { efficacySurveyId: idOf(world, 'laterSurveyId') } }),
  },
  { route: 'GET /efficacy-surveys', expected: signedIn },
  { route: 'GET /efficacy-surveys/{efficacySurveyId}', expected: signedIn },
  { route: 'GET /efficacy-surveys/{efficacySurveyId}/invitations', expected: held },
  { route: 'GET /me/efficacy-surveys', expected: signedIn },
  {
    route: 'POST /efficacy-surveys/{efficacySurveyId}/answers',
    expected: [401, 404, 404, 201],
    request: (world) => ({
      body: {
        kind: 'union',
        partyKind: 'union',
        partyId: world.network.near.id,
        answers: { belonging: 4, halls: 5 },
      },
    }),
  },
  {
    route: 'POST /efficacy-surveys/{efficacySurveyId}/tokens',
    expected: [401, 404, 404, 201],
    before: keysMade,
    request: (world) => ({
      body: {
        kind: 'club',
        partyKind: 'club',
        partyId: idOf(world, 'clubId'),
        blindedToken: blinded(),
      },
    }),
  },
  {
    route: 'POST /efficacy-surveys/{efficacySurveyId}/responses',
    expected: [404, 404, 404, 404],
    request: () => ({
      body: {
        poolId: newId(),
        token: randomBytes(32).toString('base64'),
        signature: blinded(),
        receipt: randomBytes(32).toString('base64'),
        answers: { belonging: 4, halls: 5 },
      },
    }),
    why: 'open to all, and what counts is the token of a pool: this one there is not',
  },
  {
    route: 'GET /public/efficacy-surveys/{efficacySurveyId}/keys',
    expected: [200, 200, 200, 200],
    why: 'keys that are the same for everybody',
  },
  { route: 'POST /efficacy-surveys/{efficacySurveyId}/close', expected: held },
  { route: 'GET /efficacy-surveys/{efficacySurveyId}/results', expected: signedIn },
  { route: 'GET /efficacy-surveys/{efficacySurveyId}/answers', expected: signedIn },
  {
    route: 'GET /efficacy-surveys/{efficacySurveyId}/results/file',
    expected: signedIn,
    before: counted,
    request: () => ({ query: 'format=xlsx' }),
  },
];
