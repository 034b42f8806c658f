import { useState } from 'react';
import { useDraft } from '../../../kit/use-draft.js';
import { did, type EditHistory, historyOf, redone, undone } from './edit-history.model.js';
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
 * A tree as it is being edited, with what can be taken back. It outlives a reload and a session that ended, and what was
 * changed in it stays when the platform's view is read again.
 * @param form the id of the draft, or `new`
 */
export function useEditedSystem(form: string, saved: Parameters<typeof editedOf>[0]) {
  const draft = useDraft<{ readonly edited: Edited }>(`indicator-system.${form}`);
  const [history, setHistory] = useState<EditHistory<Edited | null>>(() =>
    historyOf<Edited | null>(draft.initial?.edited ?? null),
  );
  const [areProblemsShown, setProblemsShown] = useState(false);
  const present = presentOf(history.present, saved);
  const keep = (next: EditHistory<Edited | null>): void => {
    setHistory(next);
    if (next.present === null) draft.drop();
    else draft.keep(null, { edited: next.present });
  };
  return {
    values: present.values,
    version: present.version,
    isChanged: isChanged(present),
    /** Somebody else has saved since these changes were begun. */
    isBehind: isBehind(present, saved),
    areProblemsShown,
    showProblems: () => setProblemsShown(true),
    /** @param about what is changed, where more of the same is to be taken back in one step */
    change: (changed: Partial<SystemValues>, about: string | null = null): void =>
      keep(did(history, { ...present, values: { ...present.values, ...changed } }, about)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: (): void => keep(undone(history)),
    redo: (): void => keep(redone(history)),
    /** Own changes stay, those of others go. */
    insist: (): void => keep(historyOf<Edited | null>(insisted(present, saved))),
    /** Begins again with what the platform has, or has just answered. */
    restart: (from = saved): void => {
      setHistory(historyOf<Edited | null>(editedOf(from)));
      draft.drop();
    },
    drop: draft.drop,
  };
}

export type EditedSystem = ReturnType<typeof useEditedSystem>;
