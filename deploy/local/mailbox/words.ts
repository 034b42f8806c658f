import type { Locale } from '@gongxiang/domain';
import type { Message } from './message.js';

interface Words {
  readonly title: string;
  readonly intro: string;
  /** Where a server is named that mails go to. */
  readonly mailElsewhere: string;
  readonly search: string;
  readonly find: string;
  readonly all: string;
  readonly none: string;
  readonly noneTo: (to: string) => string;
  readonly ways: Readonly<Record<Message['way'], string>>;
  readonly textMessageTo: (to: string) => string;
  readonly noSubject: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly text: string;
  readonly html: string;
  readonly headers: string;
  readonly oneClick: string;
  readonly oneClickHint: string;
  readonly stopped: string;
  readonly refused: (status: string) => string;
  readonly silent: string;
  readonly notFound: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    title: '本机收件箱',
    intro: '平台本应发给外部的邮件和短信都留在这里，不会真的发出。',
    mailElsewhere: '已设置 MAIL_URL：邮件由那台服务器发出，这里只有短信。',
    search: '收件人',
    find: '查找',
    all: '全部消息',
    none: '还没有消息。在平台上获取验证码，或在“消息提醒”中添加邮箱，消息就会出现在这里。',
    noneTo: (to) => `没有发给“${to}”的消息。`,
    ways: { mail: '邮件', sms: '短信' },
    textMessageTo: (to) => `发给 ${to} 的短信`,
    noSubject: '（无主题）',
    from: '发件人',
    to: '收件人',
    at: '时间',
    text: '纯文本',
    html: 'HTML',
    headers: '全部邮件头',
    oneClick: '一键退订',
    oneClickHint: '和邮件客户端的退订按钮一样，向平台发送一次 POST 请求（RFC 8058）。',
    stopped: '已退订：这类消息不再发送。',
    refused: (status) => `平台没有接受退订，状态码 ${status}。`,
    silent: '平台没有响应，请稍后再试。',
    notFound: '这里没有这条消息，可能已过保留期限。',
  },
  en: {
    title: 'Mailbox of this machine',
    intro: 'Mails and text messages that would leave the platform stay here; none is really sent.',
    mailElsewhere: 'MAIL_URL is set: mails leave by that server, and only text messages are here.',
    search: 'Recipient',
    find: 'Search',
    all: 'All messages',
    none: 'No messages yet. Ask for a code on the platform, or add a mail address under Notifications, and they appear here.',
    noneTo: (to) => `There are no messages to “${to}”.`,
    ways: { mail: 'Mail', sms: 'Text message' },
    textMessageTo: (to) => `Text message to ${to}`,
    noSubject: '(no subject)',
    from: 'From',
    to: 'To',
    at: 'Arrived',
    text: 'Text',
    html: 'HTML',
    headers: 'All headers',
    oneClick: 'Unsubscribe with one click',
    oneClickHint: 'Sends the platform one POST, as the button of a mail program does (RFC 8058).',
    stopped: 'Unsubscribed: messages of this kind are not sent any more.',
    refused: (status) => `The platform did not accept it, and answered ${status}.`,
    silent: 'The platform did not answer. Please try again later.',
    notFound: 'This message is not here; its time may be over.',
  },
};
