import { createECDH, createHash } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { NoticeUrgency } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import webPush, { type PushSubscription, type RequestDetails, type Urgency } from 'web-push';
import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';
import { waitAsked } from './provider-call.js';

export interface WebPushSettings {
  /** VAPID, RFC 8292: 32 bytes, base64url. */
  readonly privateKey: string;
  /** `mailto:` or `https:`, for the push services. */
  readonly contact: string;
  /** Only for tests: otherwise an address that a browser claims to have never leads into our own network. */
  readonly allowsLocal?: boolean;
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
  private readonly agents: Readonly<
    Record<'http:' | 'https:', RequestFilteringHttpAgent | RequestFilteringHttpsAgent>
  >;

  constructor(private readonly settings: WebPushSettings) {
    this.publicKey = publicKeyOf(settings.privateKey);
    const options = { allowPrivateIPAddress: settings.allowsLocal === true, keepAlive: true };
    this.agents = {
      'http:': new RequestFilteringHttpAgent(options),
      'https:': new RequestFilteringHttpsAgent(options),
    };
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
      return outcomeOf(await this.post(details, signal));
    } catch (error) {
      return failureOf(error);
    }
  }

  private post({ endpoint, headers, body }: RequestDetails, signal: AbortSignal): Promise<Answer> {
    const { protocol } = new URL(endpoint);
    const isPlain = protocol === 'http:';
    if (isPlain && this.settings.allowsLocal !== true) throw new NotAnAddress();
    const send = isPlain ? overHttp : overHttps;
    const agent = this.agents[isPlain ? 'http:' : 'https:'];
    return new Promise((resolve, reject) => {
      const request = send(endpoint, { method: 'POST', headers, agent, signal }, (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }),
        );
        response.once('error', reject);
      });
      request.once('error', reject);
      request.end(body);
    });
  }
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** What was given as an address of a push service is none. */
class NotAnAddress extends Error {}

/** As the service worker of the portal reads it. */
function payloadOf({ heading, title, lines, link, collapse }: ChannelMessage): string {
  const { pathname, search } = new URL(link);
  const whole = { heading, title, lines, link: pathname + search, tag: collapse };
  const text = JSON.stringify(whole);
  return Buffer.byteLength(text) <= payloadBytesMax
    ? text
    : JSON.stringify({ ...whole, title: null, lines: [] });
}

const goneStatuses = new Set([403, 404, 410]);

/** 403: the browser has subscribed with another key. */
function outcomeOf({ status, retryAfter }: Answer): Outcome {
  if (status >= 200 && status < 300) return { is: 'sent' };
  if (goneStatuses.has(status)) return { is: 'gone' };
  if (status === 429 || status >= 500)
    return { is: 'down', reason: `status ${status}`, ...waitAsked(retryAfter) };
  return { is: 'refused', reason: `status ${status}` };
}

/** What is wrong with the address itself, or with the keys in it, will not pass. */
function failureOf(error: unknown): Outcome {
  if (error instanceof NotAnAddress || error instanceof TypeError || isPrivate(error))
    return { is: 'refused', reason: 'not a push service' };
  if (error instanceof Error && 'code' in error) return { is: 'down', reason: String(error.code) };
  return { is: 'refused', reason: 'keys' };
}

function isPrivate(error: unknown): boolean {
  return error instanceof Error && /is not allowed/.test(error.message);
}
