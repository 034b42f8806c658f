import type { Outcome, Receipt } from '../channel-port.js';

/** No answer of a provider comes near it. */
const answerBytesMax = 64 * 1_024;

export interface ProviderAnswer {
  readonly status: number;
  /** As the header says it. */
  readonly retryAfter: string | undefined;
  /** The JSON that came. */
  readonly body: unknown;
}

interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * Asks a provider, whose address the operator has set, for JSON; no redirect is followed.
 * @throws TypeError, a DOMException once time is up, or a SyntaxError where no JSON came: see `failureOf`
 */
export async function askProvider(
  url: string,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<ProviderAnswer> {
  const response = await fetch(url, { ...request, redirect: 'error', signal });
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of stream ?? []) {
    size += part.byteLength;
    if (size > answerBytesMax) throw new TypeError('the answer of the provider is too long');
    parts.push(part);
  }
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after') ?? undefined,
    body: JSON.parse(Buffer.concat(parts).toString('utf8')),
  };
}

/** Nothing of use came back: it is tried again. The text of the error may name the address, so its code alone is kept. */
export function failureOf(error: unknown): Outcome {
  if (error instanceof SyntaxError) return { is: 'down', reason: 'no JSON' };
  if (error instanceof DOMException) return { is: 'down', reason: error.name };
  if (!(error instanceof TypeError)) throw error;
  const { code } = (error.cause ?? {}) as { readonly code?: string };
  return { is: 'down', reason: code ?? 'unreachable' };
}

/** {@link failureOf} where it was asked for a receipt. */
export function unknownAfter(error: unknown): Receipt {
  const outcome = failureOf(error);
  return { is: 'down', reason: 'reason' in outcome ? outcome.reason : 'unreachable' };
}

/** @param retryAfter the header, in seconds; a date is not used by any that we call */
export function waitAsked(retryAfter: string | undefined): { readonly afterMs?: number } {
  const seconds = Number(retryAfter ?? Number.NaN);
  return seconds > 0 ? { afterMs: seconds * 1_000 } : {};
}

/** A field of an answer that may be anything; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
