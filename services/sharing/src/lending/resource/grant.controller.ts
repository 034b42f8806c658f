import { Controller } from '@nestjs/common';
import {
  EditGrantRequest,
  grantContract,
  type GrantPreviewView,
  GrantRequest,
  type GrantVersionView,
  type GrantView,
  ListGrantVersionsRequest,
  MyRightRequest,
  type MyRightView,
  type Page,
  PreviewGrantRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { GrantPreviewService } from './grant-preview.service.js';
import { GrantService } from './grant.service.js';
import { MyRightService } from './my-right.service.js';
import { RevocationService } from './revocation.service.js';

@Controller()
export class GrantController {
  constructor(
    private readonly grants: GrantService,
    private readonly previews: GrantPreviewService,
    private readonly revocations: RevocationService,
    private readonly rights: MyRightService,
  ) {}

  @HandlesCommand(grantContract.edit)
  edit(@Request() request: EditGrantRequest, @Call() call: CallContext): Promise<Outcome<GrantView>> {
    return this.grants.edit(request, call);
  }

  @HandlesQuery(grantContract.versions)
  versions(
    @Request() request: ListGrantVersionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<GrantVersionView>> {
    return this.grants.versions(request, call);
  }

  @HandlesQuery(grantContract.preview)
  preview(@Request() request: PreviewGrantRequest, @Call() call: CallContext): Promise<GrantPreviewView> {
    return this.previews.preview(request, call);
  }

  @HandlesCommand(grantContract.undoRevocation)
  undoRevocation(@Request() request: GrantRequest, @Call() call: CallContext): Promise<Outcome<GrantView>> {
    return this.revocations.undo(request, call);
  }

  @HandlesQuery(grantContract.mine)
  mine(@Request() request: MyRightRequest, @Call() call: CallContext): Promise<MyRightView> {
    return this.rights.mine(request, call);
  }
}
