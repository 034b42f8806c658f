import { randomUUID } from 'node:crypto';
import { type ListOfVersioned, type Versioned, versionIn } from '@gongxiang/contracts/core/contract';
import type { Money } from '@gongxiang/contracts/words/money';

/** A refusal by the platform, as its problem document says it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    request: string,
    detail: string,
  ) {
    super(`${request} → ${status} ${code}: ${detail}`);
  }
}

export interface CallOptions {
  readonly ifMatch?: number;
  /** Another key than a fresh one: the same key again is the same request again. */
  readonly key?: string;
}

export interface DecideOptions extends CallOptions {
  readonly sees?: string;
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
}

/** Half a second apart where nothing else is said: a minute, in which a service that was killed is back. */
const attemptsMax = 120;
/** What a retry can cure: a reference that is still on its way, a busy or restarting service. */
const curable = new Set([
  'REFERENCE_PENDING',
  'BUSY',
  'UNAVAILABLE',
  'TIME_UP',
  'IDEMPOTENCY_IN_PROGRESS',
  'TOO_MANY_REQUESTS',
]);

/** What signing in gives: who has only the first is somebody until it ends, which is ten minutes. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken?: string;
}

/** One caller of the REST interface: nobody, or whoever a session stands for. */
export class Client {
  /** Several requests that find the session over wait for one renewal. */
  private renewal: Promise<void> | null = null;

  constructor(
    readonly baseUrl: string,
    private session: Session | null = null,
  ) {}

  /** The same gateway, as somebody else. */
  as(session: Session): Client {
    return new Client(this.baseUrl, session);
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path, undefined, {});
  }

  post<T>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<T> {
    return this.send('POST', path, body, options);
  }

  /**
   * Does to a thing what the last part of the path says, as somebody who has just looked at it: `/loans/1/approve` is a
   * decision on `/loans/1`.
   * @param options.sees what is looked at, where it is not what stands above the act in its path; of a list, what the path
   *   names is looked at
   */
  async decide<T>(path: string, body: unknown = {}, options: DecideOptions = {}): Promise<T> {
    const sees = options.sees ?? path.slice(0, path.lastIndexOf('/'));
    const version = versionIn(await this.get<Versioned | ListOfVersioned>(sees), path.split('/'));
    if (version === undefined) throw new Error(`${sees} does not show what ${path} decides on`);
    return this.post(path, body, { ifMatch: version, ...options });
  }

  /** Replaces what is at this address, as somebody who has just looked at it. */
  async replace<T>(path: string, body: unknown): Promise<T> {
    const { version } = await this.get<Versioned>(path);
    return this.put(path, body, { ifMatch: version });
  }

  put<T>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.send('PUT', path, body, options);
  }

  patch<T>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.send('PATCH', path, body, options);
  }

  /** @returns the key of the file, by which later requests name it */
  async upload(
    name: string,
    content: string | Uint8Array,
    type: string,
  ): Promise<{ key: string; sha256: string }> {
    const form = new FormData();
    form.append('file', new Blob([content as string], { type }), name);
    const response = await fetch(`${this.baseUrl}/api/v1/files`, {
      method: 'POST',
      headers: { ...this.authorization(), 'Idempotency-Key': randomUUID() },
      body: form,
    });
    if (!response.ok) throw await refusalOf(response, `POST /files (${name})`);
    return (await response.json()) as { key: string; sha256: string };
  }

  /** Sends a request, again with the same key where the platform asks for that. */
  private async send<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
    const key = options.key ?? randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const token = this.session?.accessToken;
      const response = await this.sendOnce(method, path, body, { ...options, key });
      if (response.ok) return (await response.json()) as T;
      const refusal = await refusalOf(response, `${method} ${path}`);
      if (refusal.code === 'SESSION_ENDED' && (await this.renewAfter(token))) continue;
      if (!curable.has(refusal.code) || attempt === attemptsMax) throw refusal;
      const seconds = Number(response.headers.get('retry-after') ?? '1');
      await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 5) * 500));
    }
  }

  private sendOnce(
    method: string,
    path: string,
    body: unknown,
    { key, ifMatch }: CallOptions & { readonly key: string },
  ): Promise<Response> {
    return fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...this.authorization(),
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': key }),
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** @returns false where nobody can: the one that has ended is the newest there is, and cannot be renewed */
  private async renewAfter(endedToken: string | undefined): Promise<boolean> {
    const { accessToken, refreshToken } = this.session ?? {};
    if (accessToken !== endedToken) return true;
    if (refreshToken === undefined) return false;
    this.renewal ??= new Client(this.baseUrl)
      .post<Session>('/auth/sessions/refresh', { refreshToken })
      .then((renewed) => {
        this.session = renewed;
      })
      .finally(() => {
        this.renewal = null;
      });
    await this.renewal;
    return true;
  }

  private authorization(): Record<string, string> {
    return this.session === null ? {} : { Authorization: `Bearer ${this.session.accessToken}` };
  }
}

async function refusalOf(response: Response, request: string): Promise<Refusal> {
  const text = await response.text();
  const problem = parseProblem(text);
  const fields = (problem.errors ?? []).map((one) => `${one.pointer} ${one.code}`).join(', ');
  return new Refusal(
    response.status,
    problem.code ?? 'UNKNOWN',
    request,
    [problem.detail ?? text, fields].join(' '),
  );
}

function parseProblem(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { detail: text.slice(0, 200) }; // no problem document: whatever stands between us and the gateway spoke
  }
}

export const money = (fen: bigint | number): Money => ({ amount: String(fen), currency: 'CNY' });
export const fenOf = (amount: Money): bigint => BigInt(amount.amount);

/** Is it refused with this status, or this code? @throws whatever else goes wrong on the way */
export async function isRefused(act: () => Promise<unknown>, as: number | string): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return error.status === as || error.code === as;
    throw error;
  }
}
