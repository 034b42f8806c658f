import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { session } from '../../../api/platform.js';
import { keptTokens } from './kept-tokens-here.js';

/** Whether the reader has sent a survey from this browser. Nobody else knows, so nothing but this browser can say so. */
export function useSentHere(): (surveyId: string) => boolean {
  const personId = session.personId();
  const text = useSyncExternalStore(keptTokens.subscribe, () => keptTokens.sentBy(personId).sort().join(' '));
  const sent = useMemo(() => new Set(text.split(' ')), [text]);
  return useCallback((surveyId) => sent.has(surveyId), [sent]);
}
