interface Asked {
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}

type Held = (lock: object | null) => unknown;

/** The locks of one browser, which all its tabs ask for; the browser of the tests itself has none. */
export class Locks {
  /** Of each lock who holds it, and after that who waits. */
  private readonly lines = new Map<string, (() => void)[]>();

  /** @param refusal of a browser that has locks and grants none */
  constructor(private readonly refusal: DOMException | null = null) {}

  /** Puts them in the place of the browser's. */
  install(): void {
    define(this);
  }

  static remove(): void {
    define(undefined);
  }

  async request(name: string, { ifAvailable, signal }: Asked, held: Held): Promise<unknown> {
    if (this.refusal !== null) throw this.refusal;
    signal?.throwIfAborted();
    const line = this.lines.get(name) ?? [];
    this.lines.set(name, line);
    if (ifAvailable && line.length > 0) return held(null);
    const leave = await this.turnIn(line, signal);
    try {
      return await held({ name });
    } finally {
      leave();
    }
  }

  private turnIn(line: (() => void)[], signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        line.splice(line.indexOf(begin), 1);
        line[0]?.();
      };
      const giveUp = (): void => {
        line.splice(line.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      const begin = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve(leave);
      };
      signal?.addEventListener('abort', giveUp);
      if (line.push(begin) === 1) begin();
    });
  }
}

function define(value: Locks | undefined): void {
  Object.defineProperty(navigator, 'locks', { value, configurable: true });
}

/** The platform, as far as tabs listen to it. */
export class HintSource {
  /** The streams that are open, in the order in which they were asked for. */
  readonly open: ReadableStreamDefaultController<Uint8Array>[] = [];
  /** Kept, as Node forgets the end of a request that nobody holds. */
  private readonly requests: Request[] = [];

  /** How many were asked for. */
  get asked(): number {
    return this.requests.length;
  }

  /** What a tab asks in place of the platform. */
  readonly transport = async (request: Request): Promise<Response> => {
    const { signal } = request;
    this.requests.push(request);
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.open.push(stream);
        stream.enqueue(bytesOf('retry: 2000\n\n'));
        signal.addEventListener('abort', () => {
          this.forget(stream);
          stream.error(signal.reason);
        });
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };

  hint(resource: string, id: string): void {
    for (const stream of this.open)
      stream.enqueue(bytesOf(`event: hint\ndata: ${JSON.stringify({ resource, id, version: 1 })}\n\n`));
  }

  /** Ends each stream, as the platform does when a token ends. */
  end(): void {
    for (const stream of this.open.splice(0)) stream.close();
  }

  private forget(stream: ReadableStreamDefaultController<Uint8Array>): void {
    const at = this.open.indexOf(stream);
    if (at >= 0) this.open.splice(at, 1);
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
