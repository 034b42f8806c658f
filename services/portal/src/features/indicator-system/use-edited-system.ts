import { useState } from 'react';
import { useDraft } from '../../shell/use-draft.js';
import {
  type Edited,
  editedOf,
  insisted,
  isBehind,
  isChanged,
  presentOf,
  type SystemValues,
} from './edited-system.model.js';

/**
 * A tree as it is being edited. It outlives a reload and a session that ended, and what was changed in it is not touched
 * when the platform's view is asked for anew.
 * @param form the id of the draft, or `new`
 */
export function useEditedSystem(form: string, saved: Parameters<typeof editedOf>[0]) {
  const draft = useDraft<{ readonly edited: Edited }>(`indicator-system.${form}`);
  const [kept, setKept] = useState<Edited | null>(draft.initial?.edited ?? null);
  const [areProblemsShown, setProblemsShown] = useState(false);
  const present = presentOf(kept, saved);
  const keep = (edited: Edited): void => {
    setKept(edited);
    draft.keep(null, { edited });
  };
  return {
    values: present.values,
    version: present.version,
    isChanged: isChanged(present),
    /** Somebody else has saved since these changes were begun. */
    isBehind: isBehind(present, saved),
    areProblemsShown,
    showProblems: () => setProblemsShown(true),
    change: (changed: Partial<SystemValues>): void =>
      keep({ ...present, values: { ...present.values, ...changed } }),
    /** The changes stay, those of somebody else go. */
    insist: (): void => keep(insisted(present, saved)),
    /** Begins anew with what the platform has, or has just answered. */
    restart: (from = saved): void => {
      setKept(editedOf(from));
      draft.drop();
    },
    drop: draft.drop,
  };
}

export type EditedSystem = ReturnType<typeof useEditedSystem>;
