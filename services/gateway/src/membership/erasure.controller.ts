import { Controller } from '@nestjs/common';
import { NoRequest, query } from '@gongxiang/contracts/core/contract';
import {
  AskErasure,
  erasureContract,
  ErasurePreviewView,
  type ErasureView,
  type ServiceErasurePreview,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import { personErasureContract } from '@gongxiang/contracts/words/person-erasure';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** A service that does not answer within this time is silent: nothing is erased then. */
const answerWithinMs = 5_000;

const preview = query('operations.preview-erasure', NoRequest, ErasurePreviewView, {
  http: 'GET me/erasure/preview',
  tag: 'privacy',
  summary:
    'What erasing my data would erase and keep in every service, and what is in the way; changes nothing',
});

/** An erasure concerns every service: each is asked what is in its way before anything is decided. */
@Controller()
export class ErasureController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(preview)
  async preview(
    @Input() _request: NoRequest,
    @Call() call: CallContext,
  ): Promise<{ readonly body: ErasurePreviewView; readonly existing: boolean }> {
    const services = await this.askAll(call);
    const complete = services.every(({ answered }) => answered);
    const possible = complete && services.every(({ obstacles }) => obstacles.length === 0);
    return { body: { complete, possible, services }, existing: false };
  }

  @Endpoint(erasureContract.ask, { request: AskErasure })
  async ask(@Input() request: AskErasure, @Call() call: CallContext): Promise<Outcome<ErasureView>> {
    const previewed = { ...request, preview: await this.askAll(call) };
    return this.rpc.call(erasureContract.ask, previewed, call);
  }

  private askAll(call: CallContext): Promise<ServiceErasurePreview[]> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    return Promise.all(mergeServices.map((service) => this.askOne(service, call)));
  }

  private async askOne(service: MergeService, call: CallContext): Promise<ServiceErasurePreview> {
    const deadline = Math.min(call.deadline, Date.now() + answerWithinMs);
    try {
      const contract = personErasureContract(service).preview;
      const asked = { ...call, idempotencyKey: null, ifMatch: null, deadline };
      const { body } = await this.rpc.call(contract, {}, asked);
      return { service, answered: true, erased: body.erased, kept: body.kept, obstacles: body.obstacles };
    } catch {
      // Which service it was is the answer; why it was silent stands in its own log.
      return { service, answered: false, erased: [], kept: [], obstacles: [] };
    }
  }
}
