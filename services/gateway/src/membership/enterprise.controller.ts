import { Controller } from '@nestjs/common';
import {
  enterpriseContract,
  CreateEnterpriseRequest,
  GetEnterpriseRequest,
  ListEnterprisesRequest,
  UpdateEnterpriseRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class EnterpriseController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'enterprises', enterpriseContract.create, {
    tag: 'enterprises',
    summary: 'Adds an enterprise',
    example: {
      name: '武汉某某机械有限公司',
      uscc: '91420100MA4KXXXX0Y',
      sector: 'industry',
      employees: 320,
      revenueWan: 2600,
    },
  })
  create(@Input() request: CreateEnterpriseRequest, @Call() call: CallContext) {
    return this.rpc.call(enterpriseContract.create, request, call);
  }

  @Endpoint('GET', 'enterprises', enterpriseContract.list, {
    tag: 'enterprises',
    summary: 'Lists enterprises by name',
  })
  list(@Input() request: ListEnterprisesRequest, @Call() call: CallContext) {
    return this.rpc.call(enterpriseContract.list, request, call);
  }

  @Endpoint('GET', 'enterprises/:enterpriseId', enterpriseContract.get, {
    tag: 'enterprises',
    summary: 'Shows an enterprise',
  })
  get(@Input() request: GetEnterpriseRequest, @Call() call: CallContext) {
    return this.rpc.call(enterpriseContract.get, request, call);
  }

  @Endpoint('PATCH', 'enterprises/:enterpriseId', enterpriseContract.update, {
    tag: 'enterprises',
    summary:
      'Changes an enterprise; what is left out stays, a figure that is null goes; it is classified anew, and another class said by its own union waits for the union above',
    ifMatch: true,
    example: { employees: 310 },
  })
  update(@Input() request: UpdateEnterpriseRequest, @Call() call: CallContext) {
    return this.rpc.call(enterpriseContract.update, request, call);
  }
}
