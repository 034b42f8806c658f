import { Injectable } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { LRUCache } from 'lru-cache';

/** Maximum age of a cached answer: a page shared in a chat is opened by hundreds within a minute. */
const maxAgeMs = 5_000;
const entriesMax = 2_000;
const timeoutMs = 5_000;

/** Runs public queries, whose answer depends on the request alone, with a short cache. */
@Injectable()
export class PublicReads {
  /** Concurrent lookups are one: a thousand equal requests cost one call. A failure is not cached. */
  private readonly cache = new LRUCache<string, Outcome<unknown>, () => Promise<Outcome<unknown>>>({
    max: entriesMax,
    ttl: maxAgeMs,
    perf: Date,
    // An answer that nobody finds any more is still the answer of those who wait for it.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: ask }) => ask(),
  });

  constructor(private readonly rpc: RpcClient) {}

  async ask<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Outcome<Response>> {
    const key = `${contract.subject} ${JSON.stringify(request)}`;
    // A deadline of its own, independent of the first caller's: others wait for the same answer.
    const answer = await this.cache.forceFetch(key, {
      context: () =>
        this.rpc.call(contract, request, { ...call, actor: null, deadline: Date.now() + timeoutMs }),
    });
    return answer as Outcome<Response>;
  }
}
