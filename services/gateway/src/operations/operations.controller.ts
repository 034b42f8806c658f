import { Controller } from '@nestjs/common';
import { command, NoRequest, pageOf, query } from '@gongxiang/contracts/core/contract';
import { OneOf } from '@gongxiang/contracts/core/fields';
import {
  AuditRecordView,
  AuditVerdictView,
  DeadLetterList,
  DiscardDeadLetterRequest,
  ListAuditRequest,
  operationsContract,
  ReplayDeadLetterRequest,
  RepublishRequest,
  RepublishView,
  type ServiceName,
  serviceNames,
} from '@gongxiang/contracts/operations/operations.contract';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

class AuditRequest extends ListAuditRequest {
  @OneOf(serviceNames) service: ServiceName;
}
class ServiceRequest extends NoRequest {
  @OneOf(serviceNames) service: ServiceName;
}
class ReplayRequest extends ReplayDeadLetterRequest {
  @OneOf(serviceNames) service: ServiceName;
}
class DiscardRequest extends DiscardDeadLetterRequest {
  @OneOf(serviceNames) service: ServiceName;
}
class RepublishInRequest extends RepublishRequest {
  @OneOf(serviceNames) service: ServiceName;
}

const tag = 'operations';

/** The operations contract of every service, with the service named in the request. */
const contracts = {
  listAudit: query('operations.list-audit', AuditRequest, pageOf(AuditRecordView), {
    http: 'GET audit',
    tag,
    summary: "A service's audit trail, newest first",
  }),
  verifyAudit: query('operations.verify-audit', ServiceRequest, AuditVerdictView, {
    http: 'GET audit/verification',
    tag,
    summary: 'Computes the chain of the audit trail again',
  }),
  listDeadLetters: query('operations.list-dead-letters', ServiceRequest, DeadLetterList, {
    http: 'GET dead-letters',
    tag,
    summary: 'Events that could not be handled',
  }),
  replayDeadLetter: command('operations.replay-dead-letter', ReplayRequest, DeadLetterList, {
    http: 'POST dead-letters/replay',
    tag,
    summary: 'Handles a dead letter once more',
    example: {
      service: 'sharing',
      consumer: 'sharing-reference-consumer-of-membership',
      messageId: '019a9a5e-3c00-7000-8000-000000000001',
    },
    status: 200,
  }),
  discardDeadLetter: command('operations.discard-dead-letter', DiscardRequest, DeadLetterList, {
    http: 'POST dead-letters/discard',
    tag,
    summary: 'Gives up a dead letter that is never to be handled, with the reason',
    example: {
      service: 'settlement',
      consumer: 'settlement-activity-consumer-of-sharing',
      messageId: '019a9a5e-3c00-7000-8000-000000000001',
      reason: '试录的活动，日期写错，已取消',
    },
    status: 200,
  }),
  republish: command('operations.republish', RepublishInRequest, RepublishView, {
    http: 'POST republications',
    tag,
    summary: 'Tells all states of a noun anew',
    example: { service: 'membership', noun: 'union' },
    status: 200,
  }),
};

/** Calls of operators and auditors to one service, named in the request. */
@Controller()
export class OperationsController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(contracts.listAudit)
  listAudit(@Input() { service, ...request }: AuditRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).listAudit, request, call);
  }

  @Endpoint(contracts.verifyAudit)
  verifyAudit(@Input() { service }: ServiceRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).verifyAudit, {}, call);
  }

  @Endpoint(contracts.listDeadLetters)
  listDeadLetters(@Input() { service }: ServiceRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).listDeadLetters, {}, call);
  }

  @Endpoint(contracts.replayDeadLetter)
  replayDeadLetter(@Input() { service, ...request }: ReplayRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).replayDeadLetter, request, call);
  }

  @Endpoint(contracts.discardDeadLetter)
  discardDeadLetter(@Input() { service, ...request }: DiscardRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).discardDeadLetter, request, call);
  }

  @Endpoint(contracts.republish)
  republish(@Input() { service, ...request }: RepublishInRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).republish, request, call);
  }
}
