import { keptTokens } from './kept-tokens-here.js';
import { deliver, sendAnswers, type Outcome } from './send-answers.js';

const delayMsMax = 30_000;

/** Sends one survey's answers that wait here, now. */
export function deliverNow(personId: string, surveyId: string): Promise<Outcome | null> {
  return deliver(keptTokens, { personId, surveyId }, (id, submission) =>
    sendAnswers(location.origin, id, submission),
  );
}

let timer = 0;

/** A while later, so that it does not stand beside the signed requests of this moment. */
export function sendKeptLater(): void {
  if (keptTokens.outgoing().length === 0) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void sendAll(), Math.random() * delayMsMax);
}

async function sendAll(): Promise<void> {
  for (const { personId, surveyId } of keptTokens.outgoing()) await deliverNow(personId, surveyId);
}
