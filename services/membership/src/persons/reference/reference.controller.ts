import { Controller } from '@nestjs/common';
import {
  CheckIdentifierRequest,
  type IdentifierCheckView,
  referenceContract,
  SizeClassRequest,
  type SizeClassView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { ReferenceService } from './reference.service.js';

@Controller()
export class ReferenceController {
  constructor(private readonly reference: ReferenceService) {}

  @HandlesQuery(referenceContract.checkIdentifier)
  checkIdentifier(
    @Request() request: CheckIdentifierRequest,
    @Call() call: CallContext,
  ): Promise<IdentifierCheckView> {
    return this.reference.checkIdentifier(request, call);
  }

  @HandlesQuery(referenceContract.sizeClass)
  sizeClass(@Request() request: SizeClassRequest, @Call() call: CallContext): Promise<SizeClassView> {
    return this.reference.sizeClass(request, call);
  }
}
