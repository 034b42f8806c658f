import { Injectable } from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts/core/contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Remembered } from './remembered.js';

/** A page that is shared in a chat is opened by hundreds in the same minute: so old may be what they see. */
const keptMs = 5_000;
const entriesMax = 2_000;
const answeredWithinMs = 5_000;

/** Asks the services on behalf of anyone: questions whose answer depends on nothing but the question. */
@Injectable()
export class PublicReads {
  private readonly remembered = new Remembered<Outcome<unknown>>({ keptMs, entriesMax });

  constructor(private readonly rpc: RpcClient) {}

  ask<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Outcome<Response>> {
    const key = `${contract.subject} ${JSON.stringify(request)}`;
    // The time of the question, not of whoever happens to ask it first: others wait for the same answer.
    const answer = this.remembered.get(key, () =>
      this.rpc.call(contract, request, { ...call, actor: null, deadline: Date.now() + answeredWithinMs }),
    );
    return answer as Promise<Outcome<Response>>;
  }
}
