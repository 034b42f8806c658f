import { Controller } from '@nestjs/common';
import {
  organisationContract,
  CreateOrganisationRequest,
  GetOrganisationRequest,
  ListOrganisationsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class OrganisationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'organisations', organisationContract.create, {
    tag: 'enterprises',
    summary: 'Adds an outside organisation',
    example: { name: '市体育局', unionId: '019a0000-0000-7000-8000-000000000001' },
  })
  create(@Input() request: CreateOrganisationRequest, @Call() call: CallContext) {
    return this.rpc.call(organisationContract.create, request, call);
  }

  @Endpoint('GET', 'organisations', organisationContract.list, {
    tag: 'enterprises',
    summary: 'Lists outside organisations by name',
  })
  list(@Input() request: ListOrganisationsRequest, @Call() call: CallContext) {
    return this.rpc.call(organisationContract.list, request, call);
  }

  @Endpoint('GET', 'organisations/:organisationId', organisationContract.get, {
    tag: 'enterprises',
    summary: 'Shows an outside organisation',
  })
  get(@Input() request: GetOrganisationRequest, @Call() call: CallContext) {
    return this.rpc.call(organisationContract.get, request, call);
  }
}
