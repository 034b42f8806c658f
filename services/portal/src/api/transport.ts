import { isProblem, type Problem, UnreachableError } from './problem.js';
import type { SessionStore, Tokens } from './session-store.js';

interface TransportOptions {
  /** Where the platform is, such as `https://union.example`. */
  readonly baseUrl: string;
  readonly session: SessionStore;
  /** The language that answers are to be in. */
  readonly locale: () => string;
}

/** Sends a request in the caller's name. Rejects with `UnreachableError` where no answer comes. */
export type Transport = (request: Request) => Promise<Response>;

const attemptsMax = 4;
const waitMsMax = 5_000;
const waitMsFallback = 500;
const turnMsMax = 10_000;

/** Answers of 409 that end by themselves. */
const passing = new Set(['REFERENCE_PENDING', 'IDEMPOTENCY_IN_PROGRESS']);

/**
 * Signs each request, renews the session once when it has run out, and asks again where the platform says that it will
 * soon be ready. The same request keeps its Idempotency-Key through all of it, so that nothing is done twice.
 */
export function createTransport(options: TransportOptions): Transport {
  const renew = createRenewal(options);
  return async (request) => {
    const isPublic = isSignIn(request);
    const { session } = options;
    if (!isPublic && session.access() === null && session.isSignedIn()) await renew();
    const response = await sendPatiently(request, options);
    if (response.status !== 401 || isPublic || !session.isSignedIn()) return response;
    // A renewal that somebody else has made meanwhile is as good.
    if (session.access() === null || sentToken(response) === session.access()) await renew();
    return session.isSignedIn() ? sendPatiently(request, options) : response;
  };
}

function isSignIn(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return (
    request.method === 'POST' &&
    (pathname.endsWith('/auth/sessions') || pathname.endsWith('/auth/sessions/refresh'))
  );
}

const tokenOf = new WeakMap<Response, string | null>();

/** The token that the answered request carried. */
function sentToken(response: Response): string | null {
  return tokenOf.get(response) ?? null;
}

async function sendPatiently(request: Request, options: TransportOptions): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(request, options);
    if (attempt >= attemptsMax || !(await mayAskAgain(request, response))) return response;
    await pause(waitMsOf(response, attempt), request.signal);
  }
}

async function send(request: Request, { session, locale }: TransportOptions): Promise<Response> {
  const token = session.access();
  const signed = new Request(request.clone());
  signed.headers.set('Accept-Language', locale());
  if (token !== null) signed.headers.set('Authorization', `Bearer ${token}`);
  try {
    const response = await fetch(signed);
    tokenOf.set(response, token);
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new UnreachableError('no answer', { cause: error });
  }
}

/** Only what cannot be done twice by asking twice. */
async function mayAskAgain(request: Request, response: Response): Promise<boolean> {
  if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) return false;
  if (response.status === 503) return true;
  if (response.status !== 409) return false;
  return passing.has((await problemIn(response.clone()))?.code ?? '');
}

/** Milliseconds until the next attempt: what the answer says, at most five seconds; else ever longer. */
function waitMsOf(response: Response, attempt: number): number {
  const header = response.headers.get('Retry-After');
  const seconds = header === null ? Number.NaN : Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : waitMsFallback * 2 ** (attempt - 1);
  return Math.min(Math.max(waitMs, 0), waitMsMax);
}

/** Waits, unless the caller loses interest. */
export function pause(waitMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, waitMs);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The problem that an answer carries, if it carries one. */
export async function problemIn(response: Response): Promise<Problem | null> {
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? body : null;
  } catch {
    return null; // not JSON: something between the page and the platform has answered
  }
}

/** Renews the session; however many ask at the same time, one request goes out. */
function createRenewal(options: TransportOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= inTurn(() => renewSession(options)).finally(() => {
      running = null;
    });
    return running;
  };
}

/**
 * One tab of the browser after the other: a refresh token that arrives after two later ones were issued ends the session. A tab that gets
 * no answer holds up the next one for some seconds at most. Over plain http browsers offer no locks.
 */
async function inTurn(renew: () => Promise<void>): Promise<void> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return renew();
  let isBegun = false;
  const begin = (): Promise<void> => {
    isBegun = true;
    return renew();
  };
  try {
    await locks.request('gongxiang.renewal', { signal: AbortSignal.timeout(turnMsMax) }, begin);
  } catch (error) {
    if (isBegun) throw error;
    // Waited for too long, or the browser refuses its locks.
    await renew();
  }
}

async function renewSession(options: TransportOptions): Promise<void> {
  const refreshToken = options.session.refreshToken();
  if (refreshToken === null) return;
  const response = await sendPatiently(
    new Request(`${options.baseUrl}/api/v1/auth/sessions/refresh`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    }),
    options,
  );
  if (response.ok) return options.session.begin((await response.json()) as Tokens);
  // Refused for good: the session is over. Anything else may pass, and the token stays.
  if (response.status >= 400 && response.status < 500 && response.status !== 429) {
    // Another tab may have signed in meanwhile; its token is not ours to throw away.
    if (options.session.refreshToken() === refreshToken) options.session.end();
    return;
  }
  throw new UnreachableError('the session could not be renewed');
}
