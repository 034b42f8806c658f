import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';
import { AccessTokens, errcodeOf, NoToken } from './access-token.js';
import { askProvider, failureOf, fieldOf } from './provider-call.js';

export interface WecomSettings {
  readonly url: string;
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
}

/** The token of the application is wrong, or is over, e.g. as another process got a new one. */
const tokenErrors = new Set([40_014, 42_001]);
/** Nobody of this name, or nobody who sees the application. */
const memberErrors = new Set([40_003, 60_111, 81_013]);
/** WeCom is busy, or asked too often. */
const busyErrors = new Set([-1, 45_009, 45_033]);
const busyMs = 60_000;
/** A secret, an application or an address of ours that is wrong: somebody has to do something. */
const misconfiguredMs = 300_000;
/** WeCom knows for so long what it has had; longer than any attempt is away from the next. */
const sameForSeconds = 14_400;

/** 企业微信: messages of an application to members of the enterprise. The address is the member's account (`userid`). */
export class WecomAdapter implements ChannelAdapter {
  private readonly tokens = new AccessTokens((signal) => this.askToken(signal));

  constructor(private readonly settings: WecomSettings) {}

  async send(userId: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    try {
      const answer = await this.post(userId, message, signal);
      const isTokenOver = tokenErrors.has(answer.errcode);
      return outcomeOf(isTokenOver ? await this.post(userId, message, signal) : answer);
    } catch (error) {
      if (error instanceof NoToken) return outcomeOf({ errcode: error.errcode, unlicensed: '' });
      return failureOf(error);
    }
  }

  private async post(userId: string, message: ChannelMessage, signal: AbortSignal): Promise<Answer> {
    const token = await this.tokens.get(signal);
    const to = new URL('/cgi-bin/message/send', this.settings.url);
    to.searchParams.set('access_token', token.value);
    const body = JSON.stringify({
      touser: userId,
      agentid: Number(this.settings.agentId),
      ...contentOf(message),
      enable_duplicate_check: 1,
      duplicate_check_interval: sameForSeconds,
    });
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body } as const;
    const { body: answer } = await askProvider(to.href, request, signal);
    const errcode = errcodeOf(answer);
    if (tokenErrors.has(errcode)) this.tokens.forget(token);
    return { errcode, unlicensed: fieldOf(answer, 'unlicenseduser') };
  }

  private async askToken(signal: AbortSignal): Promise<unknown> {
    const { url, corpId, secret } = this.settings;
    const from = new URL('/cgi-bin/gettoken', url);
    from.search = new URLSearchParams({ corpid: corpId, corpsecret: secret }).toString();
    return (await askProvider(from.href, { method: 'GET', headers: {}, body: null }, signal)).body;
  }
}

interface Answer {
  readonly errcode: number;
  readonly unlicensed: unknown;
}

/** A code stands in a text, which is read without being opened; all else on a card, which leads to its page. */
function contentOf({ id, heading, title, lines, link, code }: ChannelMessage): object {
  if (code !== null) return { msgtype: 'text', text: { content: [heading, ...lines].join('\n') } };
  const description = [...(title === null ? [] : [title]), ...lines].map(plain).join('\n');
  // Two messages of the same words are two; the part after # makes them differ, and goes to no server.
  const url = `${link}#${id}`;
  return { msgtype: 'textcard', textcard: { title: plain(heading), description, url } };
}

/** A card reads tags. */
function plain(text: string): string {
  return text.replace(/</g, '＜').replace(/>/g, '＞');
}

function outcomeOf({ errcode, unlicensed }: Answer): Outcome {
  const reason = `errcode ${errcode}`;
  if (errcode === 0 && (unlicensed ?? '') === '') return { is: 'sent' };
  if (errcode === 0) return { is: 'refused', reason: 'no licence' };
  if (memberErrors.has(errcode)) return { is: 'refused', reason };
  return { is: 'down', reason, afterMs: busyErrors.has(errcode) ? busyMs : misconfiguredMs };
}
