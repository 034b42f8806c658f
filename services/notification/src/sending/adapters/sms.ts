import type { ChannelAdapter, ChannelMessage, Outcome, Receipt, SentMessage } from '../channel-port.js';

/** What stands in one gap of a template: Aliyun knows gaps by name, Tencent by their place. */
export type SmsValue = readonly [name: string, value: string];

/** A text message: a template that the provider has approved, and what stands in its gaps. */
export interface Sms {
  /** The same in each attempt; the provider names it in its reports, and sends what it gets twice twice. */
  readonly id: string;
  /** Of the mainland, 11 digits. */
  readonly phone: string;
  /** As the provider names it. */
  readonly template: string;
  /** In the order of the template's gaps. */
  readonly values: readonly SmsValue[];
}

/** Nothing is sent as free text in China: a provider knows templates, with gaps of so many characters. */
export interface SmsProvider {
  readonly valueMax: number;
  send(sms: Sms, signal: AbortSignal): Promise<Outcome>;
  /** What became of a text message to a phone, by the id that it was given. */
  receipt(phone: string, message: SentMessage, signal: AbortSignal): Promise<Receipt>;
}

/** What all providers have to be told. */
export interface SmsSettings {
  readonly url: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** What stands before each text in 【】, as the provider has approved it. */
  readonly signName: string;
}

/** Text messages as this deployment sends them. */
export interface SmsSending {
  readonly provider: SmsProvider;
  /** Which every deployment has, by what the one gap of each is called. */
  readonly templates: Readonly<Record<'code' | 'notice', string>>;
}

/** To phones. The address is the number. */
export class SmsAdapter implements ChannelAdapter {
  constructor(private readonly sms: SmsSending) {}

  send(phone: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    const { id, code } = message;
    const { provider, templates } = this.sms;
    const sms =
      code === null
        ? inOneGap(templates, 'notice', noticeValue(message, provider.valueMax))
        : inOneGap(templates, 'code', code);
    return provider.send({ id, phone, ...sms }, signal);
  }

  receipt(phone: string, message: SentMessage, signal: AbortSignal): Promise<Receipt> {
    return this.sms.provider.receipt(phone, message, signal);
  }
}

/** By a template that every deployment has. */
export function inOneGap(
  templates: SmsSending['templates'],
  name: 'code' | 'notice',
  value: string,
): Pick<Sms, 'template' | 'values'> {
  return { template: templates[name], values: [[name, value]] };
}

/** The heading, and what it is about where there is room; the link stands in the template, as no gap takes one. */
export function noticeValue(
  { heading, title }: Pick<ChannelMessage, 'heading' | 'title'>,
  max: number,
): string {
  const whole = title === null ? heading : `${heading}：${title}`;
  if (lengthOf(whole) <= max) return whole;
  if (lengthOf(heading) <= max && max - lengthOf(heading) < roomForTitle) return heading;
  return cutTo(whole, max);
}

/** A title of fewer characters says nothing. */
const roomForTitle = 6;

/** As much as a gap takes. */
export function cutTo(text: string, max: number): string {
  return lengthOf(text) <= max ? text : `${[...text].slice(0, max - 1).join('')}…`;
}

export function lengthOf(text: string): number {
  return [...text].length;
}
