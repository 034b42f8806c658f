import { Controller } from '@nestjs/common';
import { efficacyContract, EfficacyRequest, type EfficacyView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { EfficacyService } from './efficacy.service.js';

@Controller()
export class EfficacyController {
  constructor(private readonly efficacy: EfficacyService) {}

  @HandlesQuery(efficacyContract.get)
  get(@Request() request: EfficacyRequest, @Call() call: CallContext): Promise<EfficacyView> {
    return this.efficacy.get(request, call);
  }
}
