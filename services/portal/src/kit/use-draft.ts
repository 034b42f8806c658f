import { session } from '../api/platform.js';
import { dropDraft, readDraft, writeDraft } from './draft.js';

/**
 * A half-filled form outlives a reload and a session that ended. Give `initial` to the form as its initial values where
 * it is not null, `keep` to its `onValuesChange`, and call `drop` once it is sent.
 * @param form names the form and what it is about, such as `cost-item.<id of the pool>`; without a name nothing is kept
 */
export function useDraft<Values>(form: string | undefined) {
  if (form === undefined) return { initial: null, keep: () => undefined, drop: () => undefined };
  const key = `${session.personId()}.${form}`;
  return {
    initial: readDraft(sessionStorage, key) as Partial<Values> | null,
    keep: (_changed: unknown, values: Values): void => writeDraft(sessionStorage, key, values),
    drop: (): void => dropDraft(sessionStorage, key),
  };
}
