import { scanOf } from '../demo/steps/door.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const published = [401, 403, 403, 200] as const;

/** Somebody is scanned out who never came in, which is kept and can be undone: those who came stay as they are. */
async function scannedOut(world: AccessWorld): Promise<void> {
  const scan = scanOf({ personId: world.people.other.personId, direction: 'out' });
  const path = `/activities/${idOf(world, 'activityId')}/check-ins`;
  await world.people.keeper.client.post(path, { items: [scan] });
  world.ids.set('operationId', scan.operationId);
}

/** The door is for those who work at it. */
export const doorRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/check-ins/{operationId}/undo',
    expected: published,
    before: scannedOut,
    request: () => ({ body: { reason: '扫错了人' } }),
  },
  { route: 'GET /activities/{activityId}/door-flow', expected: published },
];
