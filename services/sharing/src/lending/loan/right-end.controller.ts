import { Controller } from '@nestjs/common';
import { grantContract, type RevocationPreviewView, RevokeGrantRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { RightEndService } from './right-end.service.js';

@Controller()
export class RightEndController {
  constructor(private readonly rightEnds: RightEndService) {}

  @HandlesQuery(grantContract.previewRevocation)
  preview(@Request() request: RevokeGrantRequest, @Call() call: CallContext): Promise<RevocationPreviewView> {
    return this.rightEnds.preview(request, call);
  }
}
