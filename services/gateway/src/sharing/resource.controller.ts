import { Controller } from '@nestjs/common';
import {
  CreateGrantRequest,
  CreateResourceBlockRequest,
  CreateResourceRequest,
  EditResourceRequest,
  GetResourceRequest,
  ListGrantsRequest,
  ListResourceBlocksRequest,
  ListResourcesRequest,
  RemoveResourceBlockRequest,
  ResourceAvailabilityRequest,
  resourceContract,
  RevokeGrantRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

@Controller()
export class ResourceController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'resources', resourceContract.create, {
    tag,
    summary: 'Offers a resource: a place, people, a service, know-how',
    example: {
      owner: { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' },
      title: '三楼多功能厅',
      description: '带音响和投影',
      function: 'facility',
      businesses: ['culture', 'education'],
      district: '武昌区',
      capacity: 120,
      setupMinutes: 15,
      turnaroundMinutes: 30,
    },
  })
  create(@Input() request: CreateResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.create, request, call);
  }

  @Endpoint('GET', 'resources', resourceContract.list, {
    tag,
    summary: 'Searches what is offered, newest first',
  })
  list(@Input() request: ListResourcesRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.list, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId', resourceContract.get, { tag, summary: 'Shows a resource' })
  get(@Input() request: GetResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.get, request, call);
  }

  @Endpoint('PATCH', 'resources/:resourceId', resourceContract.edit, {
    tag,
    summary: 'Edits or withdraws a resource; what is left out stays, null goes',
    ifMatch: true,
    example: { capacity: 100, active: true },
  })
  edit(@Input() request: EditResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.edit, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/availability', resourceContract.availability, {
    tag,
    summary: 'When a resource is taken, without saying by whom',
  })
  availability(@Input() request: ResourceAvailabilityRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.availability, request, call);
  }

  @Endpoint('POST', 'resources/:resourceId/blocks', resourceContract.block, {
    tag,
    summary: 'Takes a resource out of service for a time',
    example: { from: '2026-12-01T00:00:00+08:00', to: '2026-12-03T00:00:00+08:00', reason: '音响维修' },
  })
  block(@Input() request: CreateResourceBlockRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.block, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/blocks', resourceContract.listBlocks, {
    tag,
    summary:
      'Lists the times out of service that are not over, the next first, to whoever keeps the resource',
  })
  listBlocks(@Input() request: ListResourceBlocksRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.listBlocks, request, call);
  }

  @Endpoint('DELETE', 'resources/:resourceId/blocks/:blockId', resourceContract.unblock, {
    tag,
    summary: 'Puts a resource back into service',
  })
  unblock(@Input() request: RemoveResourceBlockRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.unblock, request, call);
  }

  @Endpoint('POST', 'resources/:resourceId/grants', resourceContract.grant, {
    tag,
    summary: 'Grants a right of use for a term; the owner stays the owner',
    freshRoles: true,
    example: {
      to: { kind: 'everyone', onlySizes: ['small', 'micro'] },
      from: '2026-12-01T00:00:00+08:00',
      until: '2027-12-01T00:00:00+08:00',
      approval: 'automatic',
      price: { kind: 'free', deposit: { amount: '20000', currency: 'CNY' } },
      times: { weekdays: ['SA', 'SU'], from: '09:00', until: '18:00' },
      quota: { hoursPerMonth: 8, loansPerMonth: 4 },
    },
  })
  grant(@Input() request: CreateGrantRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.grant, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/grants', resourceContract.listGrants, {
    tag,
    summary: 'Lists the rights of use of a resource, newest first',
  })
  listGrants(@Input() request: ListGrantsRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.listGrants, request, call);
  }

  @Endpoint('POST', 'resources/:resourceId/grants/:grantId/revoke', resourceContract.revokeGrant, {
    tag,
    summary: 'Revokes a right of use, at once or with notice; loans approved under it stand unless cancelled',
    status: 200,
    freshRoles: true,
    example: { effectiveFrom: '2027-01-01T00:00:00+08:00', reason: '场馆改造', futureLoans: 'stand' },
  })
  revokeGrant(@Input() request: RevokeGrantRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceContract.revokeGrant, request, call);
  }
}
