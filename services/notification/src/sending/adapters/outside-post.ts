import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface OutsideAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

interface OutsideRequest {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer | string | null;
  readonly signal: AbortSignal;
}

/** What was given as an address outside is none. */
class NotAnAddress extends Error {}

/** Posts to addresses that people enter: never into our own network, never in the clear, and no redirect is followed. */
export class OutsidePost {
  private readonly agents: Readonly<
    Record<'http:' | 'https:', RequestFilteringHttpAgent | RequestFilteringHttpsAgent>
  >;

  /** @param allowsLocal only for trials: also addresses of this machine and its network, without TLS */
  constructor(private readonly allowsLocal: boolean) {
    const options = { allowPrivateIPAddress: allowsLocal, keepAlive: true };
    this.agents = {
      'http:': new RequestFilteringHttpAgent(options),
      'https:': new RequestFilteringHttpsAgent(options),
    };
  }

  /** @throws whatever keeps it from arriving, see `isNoAddress`; what the answer has in it is not read */
  post(address: string, { headers, body, signal }: OutsideRequest): Promise<OutsideAnswer> {
    const { protocol } = new URL(address);
    const isPlain = protocol === 'http:';
    if (isPlain ? !this.allowsLocal : protocol !== 'https:') throw new NotAnAddress();
    const send = isPlain ? overHttp : overHttps;
    const agent = this.agents[isPlain ? 'http:' : 'https:'];
    return new Promise((resolve, reject) => {
      const request = send(address, { method: 'POST', headers, agent, signal }, (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }),
        );
        response.once('error', reject);
      });
      request.once('error', reject);
      request.end(body);
    });
  }
}

/** Whether the address itself is wrong, or leads into a private network. */
export function isNoAddress(error: unknown): boolean {
  const isPrivate = error instanceof Error && /is not allowed/.test(error.message);
  return error instanceof NotAnAddress || error instanceof TypeError || isPrivate;
}
