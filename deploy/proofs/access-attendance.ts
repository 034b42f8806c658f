import type { AttendanceCorrectionView } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import type { AccessRow, AccessWorld } from './access-world.js';

/** What the keeper decides, the officer of the root has proposed: nobody decides on a proposal of their own. */
function proposedByAnother(heads: number): (world: AccessWorld) => Promise<void> {
  return async ({ people, ids }) => {
    const path = `/activities/${ids.get('activityId') ?? ''}/attendance-corrections`;
    const body = { personId: people.coHost.personId, heads, reason: '签到表上的人数不同' };
    const made = await people.operator.client.post<AttendanceCorrectionView>(path, body);
    ids.set('correctionId', made.id);
  };
}

/** The record is the organiser's, once the activity is closed. */
export const correctionRows: readonly AccessRow[] = [
  {
    route: 'POST /activities/{activityId}/attendance-corrections',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: { personId: world.people.coHost.personId, heads: 1, reason: '签到表上有本人签名' },
    }),
    keep: 'correctionId',
  },
  { route: 'GET /activities/{activityId}/attendance-corrections', expected: [401, 403, 403, 200] },
  { route: 'GET /attendance-corrections/{correctionId}', expected: [401, 403, 403, 200] },
  { route: 'POST /attendance-corrections/{correctionId}/withdraw', expected: [401, 403, 403, 200] },
  {
    route: 'POST /attendance-corrections/{correctionId}/refuse',
    expected: [401, 403, 403, 200],
    before: proposedByAnother(2),
    request: () => ({ body: { reason: '签到表上没有这个人' } }),
  },
  {
    route: 'POST /attendance-corrections/{correctionId}/approve',
    expected: [401, 403, 403, 200],
    before: proposedByAnother(3),
  },
];
