import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';

/** A text message: a template that the provider has approved, and what stands in its one gap. */
export interface Sms {
  /** The same in each attempt; the provider names it in its reports, and sends what it gets twice twice. */
  readonly id: string;
  /** Of the mainland, 11 digits. */
  readonly phone: string;
  readonly template: 'code' | 'notice';
  readonly value: string;
}

/** Nothing is sent as free text in China: a provider knows templates, with gaps of so many characters. */
export interface SmsProvider {
  readonly valueMax: number;
  send(sms: Sms, signal: AbortSignal): Promise<Outcome>;
}

/** What all providers have to be told. */
export interface SmsSettings {
  readonly url: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** What stands before each text in 【】, as the provider has approved it. */
  readonly signName: string;
  readonly templates: Readonly<Record<Sms['template'], string>>;
}

/** To phones. The address is the number. */
export class SmsAdapter implements ChannelAdapter {
  constructor(private readonly provider: SmsProvider) {}

  send(phone: string, message: ChannelMessage, signal: AbortSignal): Promise<Outcome> {
    const { id, code } = message;
    const content =
      code === null
        ? { template: 'notice' as const, value: noticeValue(message, this.provider.valueMax) }
        : { template: 'code' as const, value: code };
    return this.provider.send({ id, phone, ...content }, signal);
  }
}

/** The heading, and what it is about where there is room; the link stands in the template, as no gap takes one. */
export function noticeValue(
  { heading, title }: Pick<ChannelMessage, 'heading' | 'title'>,
  max: number,
): string {
  const whole = title === null ? heading : `${heading}：${title}`;
  if (lengthOf(whole) <= max) return whole;
  if (lengthOf(heading) <= max && max - lengthOf(heading) < roomForTitle) return heading;
  return `${[...whole].slice(0, max - 1).join('')}…`;
}

/** A title of fewer characters says nothing. */
const roomForTitle = 6;

function lengthOf(text: string): number {
  return [...text].length;
}
