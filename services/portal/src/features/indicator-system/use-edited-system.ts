import { useState } from 'react';
import { useDraft } from '../../shell/use-draft.js';
import type { Tree } from './indicator-tree.model.js';

export interface SystemValues {
  readonly name: string;
  readonly nodes: Tree;
}

/**
 * A tree as it is being edited. It outlives a reload and a session that ended, and is not touched when the platform's view is
 * asked for anew.
 * @param form the id of the draft, or `new`
 */
export function useEditedSystem(form: string, saved: SystemValues) {
  const draft = useDraft<SystemValues>(`indicator-system.${form}`);
  const [values, setValues] = useState<SystemValues>(() => ({ ...saved, ...draft.initial }));
  const [areProblemsShown, setProblemsShown] = useState(false);
  const change = (changed: Partial<SystemValues>): void => {
    const next = { ...values, ...changed };
    setValues(next);
    draft.keep(changed, next);
  };
  return {
    values,
    isChanged: JSON.stringify(values) !== JSON.stringify(saved),
    areProblemsShown,
    showProblems: () => setProblemsShown(true),
    change,
    drop: draft.drop,
  };
}

export type EditedSystem = ReturnType<typeof useEditedSystem>;
