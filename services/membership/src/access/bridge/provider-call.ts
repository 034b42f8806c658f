import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';

/** The gateway waits 15 seconds, and a sign-in takes up to four calls. */
const callMs = 3_000;
/** No answer of a provider comes near it. */
const answerBytesMax = 256 * 1_024;
const retryAfterSeconds = 10;

/**
 * As `fetch`, but with bounds: time, size of the answer, and no redirect, which could lead to another host.
 * @throws TypeError, or a DOMException if time is up
 */
export async function callProvider(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(callMs);
  const response = await fetch(url, { ...init, redirect: 'error', signal });
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > answerBytesMax) throw new TypeError('the answer of the provider is too long');
    parts.push(part);
  }
  const { status, headers } = response;
  return new Response(isWithoutBody(status) ? null : Buffer.concat(parts), { status, headers });
}

function isWithoutBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** What Tencent's interfaces answer: 200 with a JSON object in any case, with `errcode` if something was refused. */
export interface TencentAnswer {
  readonly errcode?: number;
  readonly [field: string]: unknown;
}

/**
 * @param url has secrets in it: it is not to be logged
 * @returns null if what came back is no such answer, or nothing came in time
 */
export async function askTencent(
  base: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<TencentAnswer | null> {
  const url = new URL(path, base);
  url.search = new URLSearchParams(query).toString();
  try {
    const response = await callProvider(url);
    // The content type is text/plain.
    const answer: unknown = response.status === 200 ? JSON.parse(await response.text()) : null;
    return isAnswer(answer) ? answer : null;
  } catch (error) {
    // The network, a time-out or no JSON: its text may name the address, and with it the secrets.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
      return null;
    throw error;
  }
}

function isAnswer(answer: unknown): answer is TencentAnswer {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
  const { errcode } = answer as TencentAnswer;
  return errcode === undefined || typeof errcode === 'number';
}

/** A field of an answer, as text; null where there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** @param reason a code, never an address or an answer: both have secrets in them */
export function bridgeDown(logger: Logger, bridge: string, reason: string): DomainError {
  logger.warn({ bridge, reason }, 'a provider of sign-ins does not answer as it should');
  return new DomainError('BRIDGE_DOWN', { retryAfterSeconds });
}
