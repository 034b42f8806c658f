import { Controller } from '@nestjs/common';
import {
  bookkeepingContract,
  BookkeepingMandateRequest,
  ListBookkeepingMandatesRequest,
  ListBookkeepingUsesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'ledger';

@Controller()
export class BookkeepingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'bookkeeping-mandates', bookkeepingContract.list, {
    tag,
    summary: 'Lists by which mandates one union keeps the books of another, for both sides, newest first',
  })
  list(@Input() request: ListBookkeepingMandatesRequest, @Call() call: CallContext) {
    return this.rpc.call(bookkeepingContract.list, request, call);
  }

  @Endpoint('GET', 'bookkeeping-mandates/:mandateId', bookkeepingContract.get, {
    tag,
    summary: 'Shows such a mandate, and whether the caller may act by it now',
  })
  get(@Input() request: BookkeepingMandateRequest, @Call() call: CallContext) {
    return this.rpc.call(bookkeepingContract.get, request, call);
  }

  @Endpoint('GET', 'bookkeeping-mandates/:mandateId/uses', bookkeepingContract.uses, {
    tag,
    summary: 'Lists who acted for the other union, when and in what, the latest first',
  })
  uses(@Input() request: ListBookkeepingUsesRequest, @Call() call: CallContext) {
    return this.rpc.call(bookkeepingContract.uses, request, call);
  }
}
