import { Controller } from '@nestjs/common';
import {
  CreateGrantRequest,
  CreateResourceBlockRequest,
  CreateResourceRequest,
  type Done,
  EditResourceRequest,
  GetResourceRequest,
  type GrantView,
  ListGrantsRequest,
  ListResourceBlocksRequest,
  ListResourcesRequest,
  type Page,
  RemoveResourceBlockRequest,
  ResourceAvailabilityRequest,
  type ResourceAvailabilityView,
  type ResourceBlockView,
  resourceContract,
  type ResourceView,
  RevokeGrantRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AvailabilityService } from './availability.service.js';
import { BlockService } from './block.service.js';
import { GrantService } from './grant.service.js';
import { ResourceService } from './resource.service.js';
import { RevocationService } from './revocation.service.js';

@Controller()
export class ResourceController {
  constructor(
    private readonly resources: ResourceService,
    private readonly grants: GrantService,
    private readonly revocations: RevocationService,
    private readonly times: AvailabilityService,
    private readonly blocks: BlockService,
  ) {}

  @HandlesCommand(resourceContract.create)
  create(
    @Request() request: CreateResourceRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceView>> {
    return this.resources.create(request, call);
  }

  @HandlesCommand(resourceContract.edit)
  edit(@Request() request: EditResourceRequest, @Call() call: CallContext): Promise<Outcome<ResourceView>> {
    return this.resources.edit(request, call);
  }

  @HandlesQuery(resourceContract.get)
  get(@Request() request: GetResourceRequest, @Call() call: CallContext): Promise<ResourceView> {
    return this.resources.get(request, call);
  }

  @HandlesQuery(resourceContract.list)
  list(@Request() request: ListResourcesRequest, @Call() call: CallContext): Promise<Page<ResourceView>> {
    return this.resources.list(request, call);
  }

  @HandlesQuery(resourceContract.availability)
  availability(
    @Request() request: ResourceAvailabilityRequest,
    @Call() call: CallContext,
  ): Promise<ResourceAvailabilityView> {
    return this.times.availability(request, call);
  }

  @HandlesCommand(resourceContract.block)
  block(
    @Request() request: CreateResourceBlockRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceBlockView>> {
    return this.blocks.block(request, call);
  }

  @HandlesQuery(resourceContract.listBlocks)
  listBlocks(
    @Request() request: ListResourceBlocksRequest,
    @Call() call: CallContext,
  ): Promise<Page<ResourceBlockView>> {
    return this.blocks.list(request, call);
  }

  @HandlesCommand(resourceContract.unblock)
  unblock(@Request() request: RemoveResourceBlockRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.blocks.unblock(request, call);
  }

  @HandlesCommand(resourceContract.grant)
  grant(@Request() request: CreateGrantRequest, @Call() call: CallContext): Promise<Outcome<GrantView>> {
    return this.grants.grant(request, call);
  }

  @HandlesQuery(resourceContract.listGrants)
  listGrants(@Request() request: ListGrantsRequest, @Call() call: CallContext): Promise<Page<GrantView>> {
    return this.grants.list(request, call);
  }

  @HandlesCommand(resourceContract.revokeGrant)
  revokeGrant(
    @Request() request: RevokeGrantRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<GrantView>> {
    return this.revocations.revoke(request, call);
  }
}
