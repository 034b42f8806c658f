import { randomBytes } from 'node:crypto';
import { scanOf } from '../demo/steps/door.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { ask } from './ask.js';
import { publishActivity } from './fixtures.js';

const published = [401, 403, 403, 200] as const;

/** Somebody is scanned out who never came in, which is kept and can be undone: those who came stay as they are. */
async function scannedOut(world: AccessWorld): Promise<void> {
  const scan = scanOf({ personId: world.people.other.personId, direction: 'out' });
  const path = `/activities/${idOf(world, 'activityId')}/check-ins`;
  await world.people.keeper.client.post(path, { items: [scan] });
  world.ids.set('operationId', scan.operationId);
}

const organisers = [401, 403, 403, 200] as const;
const anybody = [200, 200, 200, 200] as const;

async function aDoor(world: AccessWorld): Promise<void> {
  const { id } = await publishActivity(world.people.keeper.client, world.network.near, 2);
  world.ids.set('doorActivityId', id);
}

const atDoor = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { activityId: idOf(world, 'doorActivityId') },
});

const scanOfOther = (world: AccessWorld) =>
  scanOf({ personId: world.people.other.personId, direction: 'out' });

/** A phone scans somebody out, as anybody with its secret could. */
async function scannedByPhone(world: AccessWorld): Promise<void> {
  const scan = scanOfOther(world);
  const path = `/doors/${idOf(world, 'deviceKey')}/check-ins`;
  await ask(world.platform.gatewayUrl, 'POST', path, { body: { items: [scan] } });
  world.ids.set('phoneOperationId', scan.operationId);
}

/** The door is for those who work at it; a helper needs a link alone, and then the phone that is bound to it. */
export const doorRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/check-ins/{operationId}/undo',
    expected: published,
    before: scannedOut,
    request: () => ({ body: { reason: '扫错了人' } }),
  },
  { route: 'GET /activities/{activityId}/door-flow', expected: published },
  {
    route: 'POST /activities/{activityId}/door-links',
    expected: [401, 403, 403, 201],
    before: aDoor,
    request: (world) => ({ ...atDoor(world), body: { name: '东门' } }),
    keep: 'linkId',
    after: (world, { address }) => {
      world.ids.set('linkToken', address?.replace('/door/', '') ?? '');
      world.ids.set('deviceKey', randomBytes(32).toString('base64url'));
    },
  },
  { route: 'GET /activities/{activityId}/door-links', expected: organisers, request: atDoor },
  { route: 'GET /public/door-links/{linkToken}', expected: anybody },
  {
    route: 'POST /doors',
    expected: anybody,
    request: (world) => ({
      body: { linkToken: idOf(world, 'linkToken'), deviceKey: idOf(world, 'deviceKey') },
    }),
  },
  {
    route: 'GET /doors/{deviceKey}/roster',
    expected: anybody,
    request: () => ({ query: `key=${randomBytes(32).toString('base64url')}` }),
  },
  {
    route: 'POST /doors/{deviceKey}/check-ins',
    expected: anybody,
    request: (world) => ({ body: { items: [scanOfOther(world)] } }),
  },
  {
    route: 'POST /doors/{deviceKey}/check-ins/{operationId}/undo',
    expected: anybody,
    before: scannedByPhone,
    request: (world) => ({
      params: { operationId: idOf(world, 'phoneOperationId') },
      body: { reason: '扫错了人' },
    }),
  },
  {
    route: 'DELETE /activities/{activityId}/door-links/{linkId}',
    expected: organisers,
    request: atDoor,
  },
];
