import { Controller } from '@nestjs/common';
import { ImportLoansRequest, loanImportContract, type LoanImportView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LoanImportService } from './loan-import.service.js';

@Controller()
export class LoanImportController {
  constructor(private readonly imports: LoanImportService) {}

  @HandlesCommand(loanImportContract.create)
  create(
    @Request() request: ImportLoansRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LoanImportView>> {
    return this.imports.create(request, call);
  }
}
