import { MessageStore } from '../../local/mailbox/message-store.js';
import { until } from './world.js';

/** Six digits by themselves: not a part of an address or of a number. */
const code = /(?<![\w=/-])\d{6}(?!\w)/;

/** Waits for a message with a code to a phone or a mail address; others may have come after it. @returns the newest code */
export function codeIn(directory: string, address: string): Promise<string> {
  const store = new MessageStore(directory);
  return until(async () => {
    const theirs = (await store.list()).filter(({ to }) => to.includes(address));
    return theirs.map(({ text }) => code.exec(text)?.[0]).find((found) => found !== undefined);
  }, `a message with a code to ${address} in ${directory}`);
}
