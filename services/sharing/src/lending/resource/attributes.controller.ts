import { Controller } from '@nestjs/common';
import {
  GetResourceRequest,
  resourceAttributesContract,
  type ResourceAttributesView,
  SaveResourceAttributesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AttributesService } from './attributes.service.js';

@Controller()
export class AttributesController {
  constructor(private readonly attributes: AttributesService) {}

  @HandlesCommand(resourceAttributesContract.save)
  save(
    @Request() request: SaveResourceAttributesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ResourceAttributesView>> {
    return this.attributes.save(request, call);
  }

  @HandlesQuery(resourceAttributesContract.get)
  get(@Request() request: GetResourceRequest, @Call() call: CallContext): Promise<ResourceAttributesView> {
    return this.attributes.get(request, call);
  }
}
