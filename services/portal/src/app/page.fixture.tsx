import './dom.fixture.js';
import { afterEach } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { session } from '../api/platform.js';
import { loadTexts, startI18n, type TextPart } from '../i18n/index.js';
import { loadPartOf } from './load-part.fixture.js';

/** A request that the platform got. */
export interface Sent {
  readonly method: string;
  /** Path and query, without `/api/v1`. */
  readonly path: string;
  readonly key: string | null;
  readonly version: string | null;
  readonly body: unknown;
}

/** What the platform answers: by `GET /loans/1`, a body, or a status with a body. */
export type Answers = Readonly<Record<string, object | ((sent: Sent) => object | readonly [number, object])>>;

/** What a page shows in time is found at once; a machine that is busy with other tests gets more than one second for it. */
configure({ asyncUtilTimeout: 10_000 });

const requestTimeMs = 1_000;
export const personId = '019a0000-0000-7000-8000-0000000000aa';

/** A refusal, as the platform words it. */
export function refusal(status: number, code: string, pointer?: string): readonly [number, object] {
  const detail = `${code} in words`;
  const errors = pointer === undefined ? [] : [{ pointer, code, detail }];
  return [status, { type: 'about:blank', title: code, status, code, detail, errors, traceId: '' }];
}

/** To be called once in each file of tests: whatever a test has shown is gone after it. */
export function pageTests(): typeof show {
  const { fetch } = globalThis;
  afterEach(() => {
    cleanup();
    sessionStorage.clear();
    globalThis.fetch = fetch;
  });
  return show;
}

let started: Promise<void> | undefined;

/** Once for all files of a run: texts that have been loaded are not loaded again. */
function start(): Promise<void> {
  localStorage.setItem('gongxiang.locale', 'en');
  return startI18n(loadPartOf);
}

/**
 * Shows a part of the page to somebody who is signed in, in English; what it asks of the platform is answered from the table.
 * @returns what was sent, in order, and a user who types and clicks
 */
async function show(
  part: ReactNode,
  {
    answers = {},
    texts = [],
    at = '/',
  }: { answers?: Answers; texts?: readonly TextPart[]; at?: string } = {},
) {
  await (started ??= start());
  await loadTexts(...texts);
  session.begin({ accessToken: tokenOf(), refreshToken: 'refresh' });
  const sent: Sent[] = [];
  globalThis.fetch = (input) => answer(input as Request, answers, sent);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[at]}>{part}</MemoryRouter>
    </QueryClientProvider>,
  );
  return { ...view, sent, user: userEvent.setup({ document }) };
}

async function answer(request: Request, answers: Answers, sent: Sent[]): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = `${pathname.replace('/api/v1', '')}${search}`;
  const text = await request.text();
  const one: Sent = {
    method: request.method,
    path,
    key: request.headers.get('Idempotency-Key'),
    version: request.headers.get('If-Match'),
    body: text === '' ? null : JSON.parse(text),
  };
  sent.push(one);
  const given = answers[`${request.method} ${path}`];
  const found = typeof given === 'function' ? given(one) : given;
  // A file is answered as it is.
  if (found instanceof Response) return found;
  const [status, body] = Array.isArray(found) ? (found as [number, object]) : [200, found ?? {}];
  if (given === undefined) return Response.json(refusal(404, 'NOT_FOUND')[1], { status: 404 });
  return Response.json(body, { status });
}

/** Nobody checks it here: the page only reads whose it is, and until when it holds. */
function tokenOf(): string {
  const claims = { sub: personId, sid: personId, exp: Date.now() / 1000 + requestTimeMs };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}
