import { Controller } from '@nestjs/common';
import {
  agreementPaperContract,
  type PrintedFileView,
  RenderAgreementPaperRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { AgreementPaperService } from './agreement-paper.service.js';

@Controller()
export class AgreementPaperController {
  constructor(private readonly papers: AgreementPaperService) {}

  @HandlesQuery(agreementPaperContract.render)
  render(
    @Request() request: RenderAgreementPaperRequest,
    @Call() call: CallContext,
  ): Promise<PrintedFileView> {
    return this.papers.render(request, call);
  }
}
