import { Controller } from '@nestjs/common';
import {
  type Done,
  entryCodeContract,
  type EntryCodeView,
  IssueEntryCodeRequest,
  RequestEntryCodeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CodeRequestService } from './code-request.service.js';
import { EntryCodeService } from './entry-code.service.js';

@Controller()
export class EntryCodeController {
  constructor(
    private readonly requests: CodeRequestService,
    private readonly entryCodes: EntryCodeService,
  ) {}

  @HandlesCommand(entryCodeContract.request)
  request(@Request() request: RequestEntryCodeRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.requests.request(request, call);
  }

  @HandlesCommand(entryCodeContract.issue)
  issue(
    @Request() request: IssueEntryCodeRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EntryCodeView>> {
    return this.entryCodes.issue(request, call);
  }
}
