import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Locale } from '@gongxiang/domain';
import { script, style } from './looks.js';
import type { Message } from './message.js';
import type { MessageStore } from './message-store.js';
import { framedHtml, listPage, messagePage, notFoundPage, oneClickOf, pathOf } from './pages.js';

export interface PageContext {
  readonly store: MessageStore;
  /** Where the links of messages lead, as it is now. */
  readonly platformUrl: () => string;
  readonly takesMail: boolean;
}

/** What one request asks for. */
interface Asked extends PageContext {
  readonly url: URL;
  readonly locale: Locale;
  /** Of the path: the name of a message. */
  readonly name: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
}

const unsubscribeTimeoutMs = 10_000;

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/$/, answer: showList },
  { method: 'GET', path: /^\/mailbox\.css$/, answer: () => asset('text/css', style) },
  { method: 'GET', path: /^\/mailbox\.js$/, answer: () => asset('text/javascript', script) },
  { method: 'GET', path: /^\/messages\/([^/]+)$/, answer: showMessage },
  { method: 'GET', path: /^\/messages\/([^/]+)\/html$/, answer: showHtml },
  { method: 'POST', path: /^\/messages\/([^/]+)\/unsubscribe$/, answer: unsubscribe },
];

const security: OutgoingHttpHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  // With none at all, a browser would not say either where the button was pressed.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** What a mail brings runs nothing, loads nothing, and is of no origin, in the frame and outside of it. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** The pages of the mailbox, to whoever asks for them on this machine by its own name. */
export function createPageServer(context: PageContext): Server {
  return createServer((request, response) => {
    void answerTo(request, context)
      .catch((error: unknown) => plain(500, `The mailbox cannot be shown: ${String(error)}`))
      .then((answer) => send(response, answer));
  });
}

async function answerTo(request: IncomingMessage, context: PageContext): Promise<Answer> {
  const url = urlOf(request);
  if (url === null) return plain(403, 'This page is for this machine, as 127.0.0.1 or localhost.');
  const locale = localeOf(request);
  const fitting = routes.filter(({ path }) => path.test(url.pathname));
  if (fitting.length === 0) return html(404, notFoundPage(locale));
  const route = fitting.find(({ method }) => method === request.method);
  if (route === undefined) return plain(405, `Allowed: ${fitting.map(({ method }) => method).join()}`);
  if (route.method === 'POST' && request.headers.origin !== url.origin)
    return plain(403, 'This is done from the page of the message.');
  const [, name = ''] = route.path.exec(url.pathname) ?? [];
  return route.answer({ ...context, url, locale, name });
}

/** Null under another name: somebody else's page may give its own the address of this machine (DNS rebinding). */
function urlOf({ headers: { host = '' }, url = '/' }: IncomingMessage): URL | null {
  const address = `http://${host}${url}`;
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) && URL.canParse(address) ? new URL(address) : null;
}

async function showList({ store, takesMail, url, locale }: Asked): Promise<Answer> {
  const search = url.searchParams.get('to')?.trim() ?? '';
  return html(200, listPage({ messages: await store.list(), search, takesMail, locale }));
}

async function showMessage(asked: Asked): Promise<Answer> {
  const message = await messageOf(asked);
  if (message === undefined) return html(404, notFoundPage(asked.locale));
  const answered = asked.url.searchParams.get('answered');
  const platformUrl = asked.platformUrl();
  return html(200, messagePage({ message, platformUrl, answered, locale: asked.locale }));
}

async function showHtml(asked: Asked): Promise<Answer> {
  const message = await messageOf(asked);
  if (message?.way !== 'mail' || message.html === null) return html(404, notFoundPage(asked.locale));
  return html(200, framedHtml(message.html), { 'Content-Security-Policy': mailPolicy });
}

async function unsubscribe(asked: Asked): Promise<Answer> {
  const message = await messageOf(asked);
  const oneClick = message === undefined ? null : oneClickOf(message, asked.platformUrl());
  if (message === undefined || oneClick === null) return html(404, notFoundPage(asked.locale));
  const answered = await statusOf(oneClick);
  return { status: 303, headers: { Location: `${pathOf(message)}?answered=${answered}` }, body: '' };
}

/** What a mail program does at the press of its button. @returns the status, or `none` where nobody answers */
async function statusOf(oneClick: string): Promise<string> {
  try {
    const response = await fetch(oneClick, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      redirect: 'manual',
      signal: AbortSignal.timeout(unsubscribeTimeoutMs),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return 'none';
  }
}

async function messageOf({ store, name }: Asked): Promise<Message | undefined> {
  // Compared as it stands in the address: what cannot be decoded is the name of nothing.
  return (await store.list()).find((message) => encodeURIComponent(message.name) === name);
}

function localeOf({ headers }: IncomingMessage): Locale {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
}

function html(status: number, body: string, headers: OutgoingHttpHeaders = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Language', ...headers },
    body,
  };
}

function asset(type: string, body: string): Answer {
  return { status: 200, headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
}

function plain(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${body}\n` };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...security, ...headers }).end(body);
}
