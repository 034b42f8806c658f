import { MessageStore } from '../../local/mailbox/message-store.js';
import { until } from './world.js';

/** Waits for a message to a phone or a mail address. @returns the code that the newest of them holds */
export function codeIn(directory: string, address: string): Promise<string> {
  const store = new MessageStore(directory);
  return until(async () => {
    const newest = (await store.list()).find(({ to }) => to.includes(address));
    return /\d{6}/.exec(newest?.text ?? '')?.[0];
  }, `a message to ${address} in ${directory}`);
}
