import { networkTimeZone } from '@gongxiang/domain';
import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';
import { AccessTokens, errcodeOf, NoToken } from './access-token.js';
import { askProvider, failureOf } from './provider-call.js';
import { cutTo, noticeValue } from './sms.js';

export interface WechatSettings {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly templateId: string;
  readonly fields: WechatFields;
}

/** What the fields of the template are called, of which it has no others: `thing2`, `time3`. */
export interface WechatFields {
  readonly heading: string;
  /** What it is about; without it that stands behind the heading, where there is room. */
  readonly title?: string;
  readonly time?: string;
}

/** @param text `heading=thing2,title=thing4,time=time3`, as the configuration has it */
export function wechatFieldsOf(text: string): WechatFields {
  return Object.fromEntries(text.split(',').map((pair) => pair.split('='))) as WechatFields;
}

/** What a field of the kind `thing` takes; another one of WeChat's refuses the message with 47003. */
const thingMax = 20;
/** The token is wrong, or is over. 40001 may also be a secret that is wrong, which asking for another token tells. */
const tokenErrors = new Set([40_001, 40_014, 42_001]);
/** Nobody of this openid, who follows the account no more, has blocked it, or wants nothing from it; or a value is not taken. */
const refused = new Set([40_003, 43_004, 43_019, 43_101, 47_003]);
/** WeChat is busy, or asked too often for a moment. */
const busyErrors = new Set([-1, 45_011]);
const busyMs = 60_000;
/** The messages of the day are spent, or a secret, a template or a right of ours is wrong: somebody has to do something. */
const stoppedMs = 300_000;

/** 微信: template messages of a service account to who follows it. The address is what the account calls them (`openid`). */
export class WechatAdapter implements ChannelAdapter {
  private readonly tokens = new AccessTokens((signal) => this.askToken(signal));

  constructor(private readonly settings: WechatSettings) {}

  async send(openId: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    try {
      const errcode = await this.post(openId, message, signal);
      return outcomeOf(tokenErrors.has(errcode) ? await this.post(openId, message, signal) : errcode);
    } catch (error) {
      if (error instanceof NoToken) return outcomeOf(error.errcode);
      return failureOf(error);
    }
  }

  /** @returns `errcode` */
  private async post(openId: string, message: ChannelMessage, signal: AbortSignal): Promise<number> {
    const token = await this.tokens.get(signal);
    const to = new URL('/cgi-bin/message/template/send', this.settings.url);
    to.searchParams.set('access_token', token.value);
    const { templateId, fields } = this.settings;
    const errcode = errcodeOf(
      await postJson(
        to,
        {
          touser: openId,
          template_id: templateId,
          url: message.link,
          data: valuesOf(message, fields),
          // What comes twice within ten minutes with the same is shown once.
          client_msg_id: message.id.replaceAll('-', ''),
        },
        signal,
      ),
    );
    if (tokenErrors.has(errcode)) this.tokens.forget(token);
    return errcode;
  }

  /** The stable one: whoever else asks for one does not end it. */
  private askToken(signal: AbortSignal): Promise<unknown> {
    const { url, appId: appid, appSecret: secret } = this.settings;
    const asked = { grant_type: 'client_credential', appid, secret };
    return postJson(new URL('/cgi-bin/stable_token', url), asked, signal);
  }
}

async function postJson(to: URL, content: object, signal: AbortSignal): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(content) } as const;
  return (await askProvider(to.href, request, signal)).body;
}

type Values = Readonly<Record<string, { readonly value: string }>>;

function valuesOf(message: ChannelMessage, { heading, title, time }: WechatFields): Values {
  if (title === undefined) return { [heading]: thing(noticeValue(message, thingMax)), ...timeIn(time) };
  return { [heading]: thing(message.heading), [title]: thing(aboutOf(message)), ...timeIn(time) };
}

function timeIn(field: string | undefined): Values {
  return field === undefined ? {} : { [field]: { value: timeText(new Date()) } };
}

function thing(text: string): Values[string] {
  return { value: cutTo(text.replace(/\s+/g, ' ').trim(), thingMax) };
}

/** No field may be empty. */
function aboutOf({ heading, title, lines }: ChannelMessage): string {
  return title ?? lines[0] ?? heading;
}

/** `2026年11月20日 10:00`, as WeChat wants it in every language. */
function timeText(now: Date): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: networkTimeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
}

function outcomeOf(errcode: number): Outcome {
  const reason = `errcode ${errcode}`;
  if (errcode === 0) return { is: 'sent' };
  if (refused.has(errcode)) return { is: 'refused', reason };
  return { is: 'down', reason, afterMs: busyErrors.has(errcode) ? busyMs : stoppedMs };
}
