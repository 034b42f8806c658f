import { Controller } from '@nestjs/common';
import {
  DiscardDeadLetterRequest,
  ListAuditRequest,
  NoRequest,
  OneOf,
  operationsContract,
  ReplayDeadLetterRequest,
  RepublishRequest,
  type ServiceName,
  serviceNames,
} from '@gongxiang/contracts';
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

const any = operationsContract('membership');
const audit = { ...any.listAudit, subject: 'operations.list-audit', request: AuditRequest };
const verify = { ...any.verifyAudit, subject: 'operations.verify-audit', request: ServiceRequest };
const letters = { ...any.listDeadLetters, subject: 'operations.list-dead-letters', request: ServiceRequest };
const replay = { ...any.replayDeadLetter, subject: 'operations.replay-dead-letter', request: ReplayRequest };
const discard = {
  ...any.discardDeadLetter,
  subject: 'operations.discard-dead-letter',
  request: DiscardRequest,
};
const republish = { ...any.republish, subject: 'operations.republish', request: RepublishInRequest };

/** What operators and auditors ask of any one service, named in the request. */
@Controller()
export class OperationsController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'audit', audit, { tag: 'operations', summary: "A service's audit trail, newest first" })
  listAudit(@Input() { service, ...request }: AuditRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).listAudit, request, call);
  }

  @Endpoint('GET', 'audit/verification', verify, {
    tag: 'operations',
    summary: 'Computes the chain of the audit trail again',
  })
  verifyAudit(@Input() { service }: ServiceRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).verifyAudit, {}, call);
  }

  @Endpoint('GET', 'dead-letters', letters, {
    tag: 'operations',
    summary: 'Events that could not be handled',
  })
  listDeadLetters(@Input() { service }: ServiceRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).listDeadLetters, {}, call);
  }

  @Endpoint('POST', 'dead-letters/replay', replay, {
    tag: 'operations',
    summary: 'Handles a dead letter once more',
    example: {
      service: 'sharing',
      consumer: 'sharing-reference-consumer-of-membership',
      messageId: '019a9a5e-3c00-7000-8000-000000000001',
    },
    status: 200,
  })
  replayDeadLetter(@Input() { service, ...request }: ReplayRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).replayDeadLetter, request, call);
  }

  @Endpoint('POST', 'dead-letters/discard', discard, {
    tag: 'operations',
    summary: 'Gives up a dead letter that is never to be handled, with the reason',
    example: {
      service: 'settlement',
      consumer: 'settlement-activity-consumer-of-sharing',
      messageId: '019a9a5e-3c00-7000-8000-000000000001',
      reason: '试录的活动，日期写错，已取消',
    },
    status: 200,
  })
  discardDeadLetter(@Input() { service, ...request }: DiscardRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).discardDeadLetter, request, call);
  }

  @Endpoint('POST', 'republications', republish, {
    tag: 'operations',
    summary: 'Tells all states of a noun anew',
    example: { service: 'membership', noun: 'union' },
    status: 200,
  })
  republish(@Input() { service, ...request }: RepublishInRequest, @Call() call: CallContext) {
    return this.rpc.call(operationsContract(service).republish, request, call);
  }
}
