import { Controller } from '@nestjs/common';
import { NoRequest, query } from '@gongxiang/contracts/core/contract';
import {
  AskErasure,
  erasureContract,
  ErasurePreviewView,
  type ErasureView,
  type ServiceErasurePreview,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  paperErasureContract,
  PaperErasureId,
  type PaperErasureView,
  type ServiceErasureObstacles,
} from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { personErasureContract } from '@gongxiang/contracts/words/person-erasure';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askEveryService } from './ask-every-service.js';

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

  /** What is in the way goes to membership, and what is kept of the person is not even asked. */
  @Endpoint(paperErasureContract.confirm, { request: PaperErasureId })
  async confirm(
    @Input() { erasureId }: PaperErasureId,
    @Call() call: CallContext,
  ): Promise<Outcome<PaperErasureView>> {
    const asked = { ...call, idempotencyKey: null, ifMatch: null };
    const { body } = await this.rpc.call(paperErasureContract.get, { erasureId }, asked);
    const services = await this.obstaclesOf(body.personId, call);
    return this.rpc.call(paperErasureContract.confirm, { erasureId, services }, call);
  }

  private obstaclesOf(personId: string, call: CallContext): Promise<ServiceErasureObstacles[]> {
    return askEveryService(
      call,
      (service, asked) => this.rpc.call(personErasureContract(service).obstacles, { personId }, asked),
      { obstacles: [] },
    );
  }

  private askAll(call: CallContext): Promise<ServiceErasurePreview[]> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    return askEveryService(
      call,
      (service, asked) => this.rpc.call(personErasureContract(service).preview, {}, asked),
      { erased: [], kept: [], obstacles: [] },
    );
  }
}
