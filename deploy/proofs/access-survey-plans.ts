import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';

const ofPlan = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { planId: idOf(world, 'surveyPlanId') },
});

/** Standing orders are held by evaluators and organisers; members are asked by them, and do not see them. */
export const surveyPlanRows: readonly AccessRow[] = [
  {
    route: 'POST /survey-plans',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        unionId: world.network.near.id,
        indicatorSystemId: idOf(world, 'systemId'),
        questions: [{ key: 'words', text: '您的建议', kind: 'text' }],
        daysOpen: 7,
        validFrom: '2026-01-01',
      },
    }),
    keep: 'surveyPlanId',
  },
  { route: 'GET /survey-plans', expected: [401, 200, 200, 200] },
  { route: 'GET /survey-plans/{planId}', expected: [401, 404, 404, 200], request: ofPlan },
  {
    route: 'PATCH /survey-plans/{planId}',
    expected: [401, 404, 404, 200],
    request: async (world) => ({
      ...ofPlan(world),
      body: { daysOpen: 10 },
      ifMatch: await versionAt(world, `/survey-plans/${idOf(world, 'surveyPlanId')}`),
    }),
  },
  { route: 'POST /survey-plans/{planId}/end', expected: [401, 404, 404, 200], request: ofPlan },
];
