import { Injectable } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { JoiningCache } from './joining-cache.js';

/** Maximum age of a cached answer: a page shared in a chat is opened by hundreds within a minute. */
const maxAgeMs = 5_000;
const entriesMax = 2_000;
const timeoutMs = 5_000;

/** Runs public queries, whose answer depends on the request alone, with a short cache. */
@Injectable()
export class PublicReads {
  private readonly cache = new JoiningCache<Outcome<unknown>>({ maxAgeMs: maxAgeMs, entriesMax });

  constructor(private readonly rpc: RpcClient) {}

  ask<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Outcome<Response>> {
    const key = `${contract.subject} ${JSON.stringify(request)}`;
    // A deadline of its own, independent of the first caller's: others wait for the same answer.
    const answer = this.cache.get(key, () =>
      this.rpc.call(contract, request, { ...call, actor: null, deadline: Date.now() + timeoutMs }),
    );
    return answer as Promise<Outcome<Response>>;
  }
}
