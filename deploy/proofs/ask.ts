import { randomUUID } from 'node:crypto';

/** An answer as it came over the wire, whatever its status: proofs look at refusals as closely as at successes. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; empty where it is no JSON object. */
  readonly body: AnswerBody;
}

/** What proofs read of answers and problem documents alike. */
export interface AnswerBody {
  readonly id?: string;
  readonly personId?: string;
  readonly version?: number;
  readonly state?: string;
  readonly key?: string | null;
  readonly address?: string | null;
  readonly sha256?: string;
  readonly hash?: string;
  readonly nextCursor?: string | null;
  readonly items?: readonly AnswerBody[];
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly traceId?: string;
  readonly status?: number;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

export interface Question {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A fresh one where absent; null sends none. */
  readonly key?: string | null;
  readonly ifMatch?: number;
}

/** Asks the gateway once, as it is: no retry, no opinion about the answer. */
export async function ask(
  gatewayUrl: string,
  method: string,
  path: string,
  question: Question = {},
): Promise<Answer> {
  const response = await send(gatewayUrl, method, path, question);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

/** As clients are told to: asks again under the same key while the answer is that there was not enough time. */
export async function askPatiently(
  gatewayUrl: string,
  method: string,
  path: string,
  question: Question = {},
): Promise<Answer> {
  const repeated = { ...question, key: question.key === undefined ? randomUUID() : question.key };
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(gatewayUrl, method, path, repeated);
    if (answer.body.code !== 'TIME_UP' || tries === 5) return answer;
  }
}

/** The same, for an answer that is read as it comes. */
export function send(
  gatewayUrl: string,
  method: string,
  path: string,
  question: Question = {},
  signal?: AbortSignal,
): Promise<Response> {
  const isOutside = /^\/(api|calendars|health)\//.test(path);
  const body = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(question.body);
  return fetch(`${gatewayUrl}${isOutside ? '' : '/api/v1'}${path}`, {
    method,
    headers: { ...headersOf(method, question, typeof body === 'string'), ...question.headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** A multipart body with one file. */
export function fileOf(name: string, content: string, type: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  return form;
}

function headersOf(method: string, question: Question, isJson: boolean): Record<string, string> {
  const key = question.key === undefined ? randomUUID() : question.key;
  return {
    ...(question.token ? { Authorization: `Bearer ${question.token}` } : {}),
    ...(isJson ? { 'Content-Type': 'application/json' } : {}),
    ...(method !== 'GET' && key !== null ? { 'Idempotency-Key': key } : {}),
    ...(question.ifMatch === undefined ? {} : { 'If-Match': `"${question.ifMatch}"` }),
  };
}

function bodyOf(body: unknown): string | FormData {
  if (typeof body === 'string' || body instanceof FormData) return body;
  return JSON.stringify(body ?? {});
}

function parse(text: string): AnswerBody {
  try {
    return (JSON.parse(text) ?? {}) as AnswerBody;
  } catch {
    return {}; // a stream, a file, or nothing at all
  }
}
