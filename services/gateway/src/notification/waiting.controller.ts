import { Controller } from '@nestjs/common';
import { bulletinContract } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  ListWaiting,
  waitingContract,
  type WaitingPage,
} from '@gongxiang/contracts/notification/waiting.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from '../membership/ask-every-service.js';
import { waitingOf, withMustReads } from './must-reads.js';

/** What must be read is shown with the next look, where it is not there by then. */
const mustReadsWithinMs = 1_000;

/**
 * What waits for the reader. A bulletin may be for a hundred thousand, and then does not wait for each of them in
 * notification: affairs says which of them the reader has not confirmed.
 */
@Controller()
export class WaitingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(waitingContract.list)
  async list(@Input() request: ListWaiting, @Call() call: CallContext): Promise<Outcome<WaitingPage>> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const [outcome, mustReads] = await Promise.all([
      this.rpc.call(waitingContract.list, request, call),
      this.mustReads(call),
    ]);
    const waiting = mustReads.map((one) => waitingOf(one, call.locale));
    return { ...outcome, body: withMustReads(outcome.body, waiting, request) };
  }

  private async mustReads(call: CallContext) {
    const [answer] = await askServices(
      ['affairs'],
      { ...call, deadline: Math.min(call.deadline, Date.now() + mustReadsWithinMs) },
      (_service, asked) => this.rpc.call(bulletinContract.listToConfirm, {}, asked),
      { items: [] },
    );
    return answer?.items ?? [];
  }
}
