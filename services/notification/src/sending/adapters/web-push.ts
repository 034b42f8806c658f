import { createECDH, createHash } from 'node:crypto';
import type { NoticeUrgency } from '@gongxiang/contracts/notification/kinds/notice-rule';
import webPush, { type PushSubscription, type Urgency } from 'web-push';
import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';
import { isNoAddress, type OutsideAnswer, type OutsidePost } from './outside-post.js';
import { waitAsked } from './provider-call.js';

export interface WebPushSettings {
  /** VAPID, RFC 8292: 32 bytes, base64url. */
  readonly privateKey: string;
  /** `mailto:` or `https:`, for the push services. */
  readonly contact: string;
}

/** After a day it is news no more. */
const keptSeconds = 86_400;
/** What every push service takes, less what encryption adds. */
const payloadBytesMax = 3_500;
const urgencies: Readonly<Record<NoticeUrgency, Urgency>> = { now: 'high', soon: 'normal', whenever: 'low' };

/** What a browser subscribes with. @param privateKey 32 bytes, base64url */
export function publicKeyOf(privateKey: string): string {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return pair.getPublicKey('base64url');
}

/** To browsers: RFC 8030, sealed for the browser by RFC 8291. The address is a subscription in JSON. */
export class WebPushAdapter implements ChannelAdapter {
  private readonly publicKey: string;

  constructor(
    private readonly settings: WebPushSettings,
    private readonly outside: OutsidePost,
  ) {
    this.publicKey = publicKeyOf(settings.privateKey);
  }

  async send(address: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    const { contact: subject, privateKey } = this.settings;
    const vapidDetails = { subject, publicKey: this.publicKey, privateKey };
    try {
      const subscription = JSON.parse(address) as PushSubscription;
      const details = webPush.generateRequestDetails(subscription, payloadOf(message), {
        vapidDetails,
        TTL: keptSeconds,
        urgency: urgencies[message.urgency],
        topic: createHash('sha256').update(message.collapse).digest('base64url').slice(0, 32),
      });
      const { endpoint, headers, body } = details;
      return outcomeOf(await this.outside.post(endpoint, { headers, body, signal }));
    } catch (error) {
      return failureOf(error);
    }
  }
}

/** As the service worker of the portal reads it. */
function payloadOf({ heading, title, lines, link, collapse, act }: ChannelMessage): string {
  const toDo = act === null ? null : { text: act.text, link: pathOf(act.link) };
  const whole = { heading, title, lines, link: pathOf(link), tag: collapse, act: toDo };
  const text = JSON.stringify(whole);
  return Buffer.byteLength(text) <= payloadBytesMax
    ? text
    : JSON.stringify({ ...whole, title: null, lines: [] });
}

function pathOf(link: string): string {
  const { pathname, search, hash } = new URL(link);
  return pathname + search + hash;
}

const goneStatuses = new Set([403, 404, 410]);

/** 403: the browser has subscribed with another key. */
function outcomeOf({ status, retryAfter }: OutsideAnswer): Outcome {
  if (status >= 200 && status < 300) return { is: 'sent' };
  if (goneStatuses.has(status)) return { is: 'gone' };
  if (status === 429 || status >= 500)
    return { is: 'down', reason: `status ${status}`, ...waitAsked(retryAfter) };
  return { is: 'refused', reason: `status ${status}` };
}

/** What is wrong with the address itself, or with the keys in it, will not pass. */
function failureOf(error: unknown): Outcome {
  if (isNoAddress(error)) return { is: 'refused', reason: 'not a push service' };
  if (error instanceof Error && 'code' in error) return { is: 'down', reason: String(error.code) };
  return { is: 'refused', reason: 'keys' };
}
