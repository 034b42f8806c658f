import type { MaintenancePlanView } from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;
const made = [401, 403, 403, 201] as const;
const hidden = [401, 404, 404, 200] as const;

const ofPieces = (world: AccessWorld): { resourceId: string } => ({ resourceId: idOf(world, 'countedId') });
const ofPlan = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { ...ofPieces(world), planId: idOf(world, 'maintenancePlanId') },
});
const ofTask = (world: AccessWorld, body?: object): RowRequest => ({
  params: { taskId: idOf(world, 'maintenanceTaskId') },
  ...(body === undefined ? {} : { body }),
});

/** What is to be done to a thing is known to whoever keeps it; of a single task nobody else hears that there is one. */
export const maintenanceRows: readonly AccessRow[] = [
  {
    route: 'POST /resources/{resourceId}/maintenance-plans',
    expected: made,
    request: (world) => ({
      params: ofPieces(world),
      body: { title: '除尘', every: 3, unit: 'month', firstOn: inDays(40).slice(0, 10), blockHours: 2 },
    }),
    after: (world, answer) => {
      const { id, next } = answer as unknown as MaintenancePlanView;
      world.ids.set('maintenancePlanId', id);
      world.ids.set('maintenanceTaskId', next?.id ?? '');
    },
  },
  {
    route: 'GET /resources/{resourceId}/maintenance-plans',
    expected: byKeeper,
    request: (world) => ({ params: ofPieces(world) }),
  },
  {
    route: 'PATCH /resources/{resourceId}/maintenance-plans/{planId}',
    expected: byKeeper,
    request: (world) => ({ ...ofPlan(world), body: { byWhom: '王师傅' }, ifMatch: 1 }),
  },
  { route: 'GET /maintenance-tasks', expected: signedIn },
  {
    route: 'GET /maintenance-tasks/{taskId}',
    expected: hidden,
    request: (world) => ofTask(world),
  },
  {
    route: 'POST /maintenance-tasks/{taskId}/reschedule',
    expected: hidden,
    request: (world) => ofTask(world, { dueOn: inDays(41).slice(0, 10) }),
  },
  {
    route: 'POST /maintenance-tasks/{taskId}/complete',
    expected: hidden,
    request: (world) => ofTask(world, { note: '已除尘' }),
  },
  {
    route: 'POST /maintenance-tasks/{taskId}/reopen',
    expected: hidden,
    request: (world) => ofTask(world),
  },
  {
    route: 'POST /maintenance-tasks/{taskId}/skip',
    expected: hidden,
    request: (world) => ofTask(world, { reason: '刚修过' }),
  },
  {
    route: 'POST /resources/{resourceId}/maintenance-plans/{planId}/end',
    expected: byKeeper,
    request: ofPlan,
  },
  {
    route: 'POST /resources/{resourceId}/maintenance-plans/{planId}/resume',
    expected: byKeeper,
    request: ofPlan,
  },
];
