import { useSubmit } from '../../../api/use-submit.js';
import { useDoorAccess } from './door-access.js';

interface Undoing {
  readonly operationId: string;
  readonly reason: string;
}

/** Attendance and roster are computed from the scans that remain. */
export function useUndoScan(activityId: string) {
  const access = useDoorAccess();
  return useSubmit({
    touches: ['attendance', 'roster'],
    send: (undoing: Undoing, key) => access.undo(activityId, undoing, { key }),
  });
}
