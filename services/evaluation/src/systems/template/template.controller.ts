import { Controller } from '@nestjs/common';
import {
  indicatorTemplateContract,
  type IndicatorTemplatesView,
  ListIndicatorTemplatesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { TemplateService } from './template.service.js';

@Controller()
export class TemplateController {
  constructor(private readonly templates: TemplateService) {}

  @HandlesQuery(indicatorTemplateContract.list)
  list(
    @Request() _request: ListIndicatorTemplatesRequest,
    @Call() call: CallContext,
  ): Promise<IndicatorTemplatesView> {
    return this.templates.list(call);
  }
}
