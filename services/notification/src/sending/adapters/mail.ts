import { escapeHtml } from '@gongxiang/domain';
import { createTransport, type Transporter } from 'nodemailer';
import { messageWords } from '../delivery/message-words.js';
import type { ChannelAdapter, ChannelMessage, Outcome } from '../channel-port.js';

export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://`. */
  readonly url: string;
  readonly from: string;
}

const timeoutMs = 10_000;

/** Over SMTP, as text and HTML; whoever wants no more of its kind says so with one click (RFC 8058). */
export class MailAdapter implements ChannelAdapter {
  private readonly transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport({
      url: settings.url,
      pool: true,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    });
  }

  async send(address: string, message: ChannelMessage): Promise<Outcome> {
    const { from } = this.settings;
    try {
      await this.transport.sendMail({
        from,
        to: address,
        subject: message.title === null ? message.heading : `${message.heading}：${message.title}`,
        messageId: `<${message.id}@${domainOf(from)}>`,
        headers: headersOf(message),
        text: textOf(message),
        html: htmlOf(message),
      });
      return { is: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
}

function headersOf({ stopLink }: ChannelMessage): Record<string, string> {
  // No out-of-office note is wanted (RFC 3834).
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (stopLink === null) return automatic;
  const oneClick = stopLink.replace('/stop-notices/', '/api/v1/notice-refusals/');
  return {
    ...automatic,
    'List-Unsubscribe': `<${oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function textOf({ title, lines, link, locale, act, stopLink }: ChannelMessage): string {
  const words = messageWords[locale];
  return [
    ...(title === null ? [] : [title, '']),
    ...lines,
    '',
    ...(act === null ? [] : [`${act.text}: ${act.link}`]),
    `${words.open}: ${link}`,
    ...(stopLink === null ? [] : ['', `${words.stop}: ${stopLink}`]),
    '',
  ].join('\n');
}

function htmlOf({ heading, title, lines, link, locale, act, stopLink }: ChannelMessage): string {
  const words = messageWords[locale];
  const paragraphs = [...(title === null ? [] : [title]), ...lines].map(
    (line) => `<p>${escapeHtml(line)}</p>`,
  );
  const button =
    act === null
      ? ''
      : `<p><a href="${escapeHtml(act.link)}"><strong>${escapeHtml(act.text)}</strong></a></p>`;
  const stop =
    stopLink === null ? '' : `<p><small><a href="${escapeHtml(stopLink)}">${words.stop}</a></small></p>`;
  return [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(heading)}</title>`,
    `<body><h1 style="font-size:1.2em">${escapeHtml(heading)}</h1>`,
    ...paragraphs,
    button,
    `<p><a href="${escapeHtml(link)}">${words.open}</a></p>${stop}</body></html>`,
  ].join('');
}

/** A reply of the 500s is about this message or its address; all else may pass. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  if (!isFinal)
    return { is: 'down', reason: responseCode === undefined ? (code ?? 'unknown') : String(responseCode) };
  return { is: 'refused', reason: String(responseCode) };
}
