import { escapeHtml, type Locale, networkTimeZone } from '@gongxiang/domain';
import { isOwn, withLinks } from './links.js';
import type { Mail, Message, TextMessage } from './message.js';
import { words } from './words.js';

const shownMax = 200;
/** Of a text message, in the list. */
const firstWordsChars = 120;

export interface ListInput {
  readonly messages: readonly Message[];
  /** What is looked for in the addresses; empty for all. */
  readonly search: string;
  /** Whether mails come here at all. */
  readonly takesMail: boolean;
  readonly locale: Locale;
}

export function listPage({ messages, search, takesMail, locale }: ListInput): string {
  const say = words[locale];
  const found = messages.filter(({ to }) => isTo(to, search)).slice(0, shownMax);
  const none = search === '' ? say.none : say.noneTo(search);
  const all = search === '' ? '' : `<a href="/">${say.all}</a>`;
  return page(
    say.title,
    locale,
    `<header><h1>${say.title}</h1>
<p class="soft">${say.intro}</p>${takesMail ? '' : `\n<p>${say.mailElsewhere}</p>`}
<form role="search"><label for="to">${say.search}</label>
<input type="search" id="to" name="to" value="${escapeHtml(search)}" autocomplete="off"><button>${say.find}</button>${all}</form>
</header>
<main id="messages">${found.length === 0 ? `<p>${escapeHtml(none)}</p>` : `<ol>${found.map((message) => row(message, locale)).join('')}</ol>`}</main>
<script src="/mailbox.js"></script>`,
  );
}

function isTo(addresses: readonly string[], search: string): boolean {
  // A mail that cannot be read is to nobody, and found where nothing is looked for.
  return search === '' || addresses.some((address) => address.toLowerCase().includes(search.toLowerCase()));
}

function row(message: Message, locale: Locale): string {
  return `<li><a href="${pathOf(message)}"><span class="way">${words[locale].ways[message.way]}</span>
<span class="to">${escapeHtml(message.to.join(', '))}</span>
<span class="about">${escapeHtml(aboutOf(message, locale))}</span>
${timeOf(message, locale)}</a></li>`;
}

function aboutOf(message: Message, locale: Locale): string {
  if (message.way === 'mail') return subjectOf(message, locale);
  const { text } = message;
  return text.length > firstWordsChars ? `${text.slice(0, firstWordsChars)}…` : text;
}

function subjectOf({ subject }: Mail, locale: Locale): string {
  return subject === '' ? words[locale].noSubject : subject;
}

export interface MessageInput {
  readonly message: Message;
  readonly platformUrl: string;
  /** What the platform said to the one click: a status, or nothing at all; null before it. */
  readonly answered: string | null;
  readonly locale: Locale;
}

export function messagePage({ message, platformUrl, answered, locale }: MessageInput): string {
  const say = words[locale];
  const title =
    message.way === 'mail' ? subjectOf(message, locale) : say.textMessageTo(message.to.join(', '));
  return page(
    title,
    locale,
    `<main><p><a href="/">${say.all}</a></p>
<h1>${escapeHtml(title)}</h1>
${answered === null ? '' : `<p role="status">${escapeHtml(answerWords(answered, locale))}</p>`}
<dl>${message.way === 'mail' ? entry(say.from, escapeHtml(message.from)) : ''}
${entry(say.to, escapeHtml(message.to.join(', ')))}
${entry(say.at, timeOf(message, locale))}</dl>
${message.way === 'mail' ? mailParts(message, platformUrl, locale) : textPart(message, platformUrl)}</main>`,
  );
}

export function notFoundPage(locale: Locale): string {
  const say = words[locale];
  return page(say.title, locale, `<main><h1>${say.notFound}</h1>\n<p><a href="/">${say.all}</a></p></main>`);
}

/** Links lead out of the frame that shows it, as they lead out of a mail program. */
export function framedHtml(html: string): string {
  return `<!doctype html><base target="_blank">${html}`;
}

export function pathOf({ name }: Message): string {
  return `/messages/${encodeURIComponent(name)}`;
}

/** Is there a button in the mail, and does it ask this platform? */
export function oneClickOf(message: Message, platformUrl: string): string | null {
  if (message.way !== 'mail' || message.oneClick === null) return null;
  return isOwn(message.oneClick, platformUrl) ? message.oneClick : null;
}

function mailParts(mail: Mail, platformUrl: string, locale: Locale): string {
  const say = words[locale];
  const path = pathOf(mail);
  const button = `<form method="post" action="${path}/unsubscribe"><button>${say.oneClick}</button>
<span class="soft">${say.oneClickHint}</span></form>`;
  const frame = `<h2>${say.html}</h2>
<iframe src="${path}/html" title="${say.html}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return `${oneClickOf(mail, platformUrl) === null ? '' : button}
${mail.text === '' ? '' : `<h2>${say.text}</h2>\n${textPart(mail, platformUrl)}`}
${mail.html === null ? '' : frame}
<details><summary>${say.headers}</summary><pre>${escapeHtml(mail.headers.join('\n'))}</pre></details>`;
}

function textPart({ text }: Mail | TextMessage, platformUrl: string): string {
  return `<div class="text">${withLinks(text.trim(), platformUrl)}</div>`;
}

function entry(term: string, html: string): string {
  return `<dt>${term}</dt><dd>${html}</dd>`;
}

function answerWords(answered: string, locale: Locale): string {
  const { stopped, refused, silent } = words[locale];
  if (!/^\d{3}$/.test(answered)) return silent;
  return answered.startsWith('2') ? stopped : refused(answered);
}

function timeOf({ at }: Message, locale: Locale): string {
  const shown = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: networkTimeZone,
  }).format(at);
  return `<time datetime="${at.toISOString()}">${shown}</time>`;
}

function page(title: string, locale: Locale, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 工享 Gongxiang</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/mailbox.css">
</head>
<body>
${body}
</body>
</html>
`;
}
