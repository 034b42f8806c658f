import { createHmac, randomBytes } from 'node:crypto';
import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';
import { isNoAddress, type OutsideAnswer, type OutsidePost } from './outside-post.js';
import { waitAsked } from './provider-call.js';

/** What a webhook's address is: where to, and the secret that its owner was shown once. */
export interface WebhookAddress {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64. */
  readonly secret: string;
}

/** Of one that does not answer, so that it holds up no other for long. */
const attemptMs = 5_000;
const secretPrefix = 'whsec_';
const secretBytes = 32;

export function newWebhookSecret(): string {
  return secretPrefix + randomBytes(secretBytes).toString('base64');
}

/** To a system of the person's own, signed as Standard Webhooks (https://www.standardwebhooks.com) asks. */
export class WebhookAdapter implements ChannelAdapter {
  constructor(private readonly outside: OutsidePost) {}

  async send(address: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    const { url, secret } = JSON.parse(address) as WebhookAddress;
    const body = payloadOf(message);
    const seconds = Math.floor(Date.now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Gongxiang',
      'webhook-id': message.id,
      'webhook-timestamp': seconds,
      'webhook-signature': webhookSignature(secret, { id: message.id, seconds, body }),
    };
    const within = AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]);
    try {
      return outcomeOf(await this.outside.post(url, { headers, body, signal: within }));
    } catch (error) {
      if (isNoAddress(error)) return { is: 'refused', reason: 'not a public address' };
      const { code, name } = error as { readonly code?: unknown; readonly name?: string };
      return { is: 'down', reason: typeof code === 'string' ? code : (name ?? 'unreachable') };
    }
  }
}

/** @returns the symmetric signature, `v1,` */
export function webhookSignature(
  secret: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

function payloadOf({ heading, title, lines, link, locale, urgency }: ChannelMessage): string {
  return JSON.stringify({ type: 'notice', data: { heading, title, lines, link, locale, urgency } });
}

/** 410: its owner wants no more. What it refuses otherwise it would refuse again. */
function outcomeOf({ status, retryAfter }: OutsideAnswer): Outcome {
  if (status >= 200 && status < 300) return { is: 'sent' };
  if (status === 410) return { is: 'gone' };
  const reason = `status ${status}`;
  if (status === 429 || status >= 500) return { is: 'down', reason, ...waitAsked(retryAfter) };
  return { is: 'refused', reason };
}
