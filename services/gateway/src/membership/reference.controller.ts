import { Controller } from '@nestjs/common';
import { referenceContract, CheckIdentifierRequest, SizeClassRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ReferenceController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'identifiers/check', referenceContract.checkIdentifier, {
    tag: 'reference',
    summary: 'Checks a Unified Social Credit Code or a resident identity number',
    idempotent: false,
    status: 200,
    example: { kind: 'uscc', value: '91310000MA1FL00030' },
  })
  checkIdentifier(@Input() request: CheckIdentifierRequest, @Call() call: CallContext) {
    return this.rpc.call(referenceContract.checkIdentifier, request, call);
  }

  @Endpoint('POST', 'size-class', referenceContract.sizeClass, {
    tag: 'reference',
    summary: 'Classifies an enterprise by its figures',
    idempotent: false,
    status: 200,
    example: { sector: 'industry', employees: 1200, revenueWan: 1999, assetsWan: null },
  })
  sizeClass(@Input() request: SizeClassRequest, @Call() call: CallContext) {
    return this.rpc.call(referenceContract.sizeClass, request, call);
  }
}
