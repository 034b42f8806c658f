import type { Outcome } from '../sending/channel-port.js';
import type { AccountText } from './account-text.js';

/** Who carries text messages about accounts to phones. */
export interface TextCarrier {
  send(text: AccountText, signal: AbortSignal): Promise<Outcome>;
}

/** Null where this deployment sends none. */
export const TEXT_CARRIER = Symbol('TEXT_CARRIER');
