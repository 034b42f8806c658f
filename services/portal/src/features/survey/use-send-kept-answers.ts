import { useEffect } from 'react';
import { deliver, sendAnswers, type Outcome } from './send-answers.js';
import { keptTokens } from './kept-tokens-here.js';

const delayMsMax = 30_000;

/** Sends one survey's answers that wait here, now. */
export function deliverNow(personId: string, surveyId: string): Promise<Outcome | null> {
  return deliver(keptTokens, { personId, surveyId }, (id, submission) =>
    sendAnswers(location.origin, id, submission),
  );
}

/**
 * Sends what could not be sent before, when the page opens and when the network comes back; a while later, so that it does
 * not stand beside the signed requests of that moment.
 */
export function useSendKeptAnswers(): void {
  useEffect(() => {
    let timer = 0;
    const later = (): void => {
      if (keptTokens.outgoing().length === 0) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => void sendAll(), Math.random() * delayMsMax);
    };
    later();
    addEventListener('online', later);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', later);
    };
  }, []);
}

async function sendAll(): Promise<void> {
  for (const { personId, surveyId } of keptTokens.outgoing()) await deliverNow(personId, surveyId);
}
