import { useEffect } from 'react';

/**
 * Sends what could not be sent before, when the page opens and when the network comes back. Most phones keep nothing: then
 * what sends is not even loaded.
 */
export function useSendKeptAnswers(): void {
  useEffect(() => {
    const send = (): void => {
      if (Object.keys(localStorage).some((key) => key.startsWith('gongxiang.survey.')))
        void import('./send-kept-answers.js').then(({ sendKeptLater }) => sendKeptLater());
    };
    send();
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, []);
}
