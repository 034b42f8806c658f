import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';

interface Undoing {
  readonly operationId: string;
  readonly reason: string;
}

/** Who came and who is inside follow from the scans that are left. */
export function useUndoScan(activityId: string) {
  return useSubmit({
    touches: ['attendance', 'roster'],
    send: ({ operationId, reason }: Undoing, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/check-ins/{operationId}/undo', {
          params: { path: { activityId, operationId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
  });
}
