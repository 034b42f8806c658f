import { request } from '../../../api/request.js';
import { useSubmit } from '../../../api/use-submit.js';

interface Undoing {
  readonly operationId: string;
  readonly reason: string;
}

/** Attendance and roster are computed from the scans that remain. */
export function useUndoScan(activityId: string) {
  return useSubmit({
    touches: ['attendance', 'roster'],
    send: ({ operationId, reason }: Undoing, key) =>
      request(
        'post',
        '/activities/{activityId}/check-ins/{operationId}/undo',
        { activityId, operationId, body: { reason } },
        { key },
      ),
  });
}
