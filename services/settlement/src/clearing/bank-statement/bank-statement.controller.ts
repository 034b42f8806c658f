import { Controller } from '@nestjs/common';
import {
  type BankLineView,
  bankStatementContract,
  type BankStatementView,
  ConfirmBankLineRequest,
  GetBankStatementRequest,
  ImportBankStatementRequest,
  ListBankLinesRequest,
  ListBankStatementsRequest,
  type Page,
  type PaymentView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { BankImportService } from './bank-import.service.js';
import { BankLineConfirming } from './bank-line-confirming.service.js';
import { BankReadingService } from './bank-reading.service.js';

@Controller()
export class BankStatementController {
  constructor(
    private readonly imports: BankImportService,
    private readonly reading: BankReadingService,
    private readonly confirming: BankLineConfirming,
  ) {}

  @HandlesCommand(bankStatementContract.import)
  import(
    @Request() request: ImportBankStatementRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<BankStatementView>> {
    return this.imports.import(request, call);
  }

  @HandlesQuery(bankStatementContract.list)
  list(
    @Request() request: ListBankStatementsRequest,
    @Call() call: CallContext,
  ): Promise<Page<BankStatementView>> {
    return this.reading.list(request, call);
  }

  @HandlesQuery(bankStatementContract.get)
  get(@Request() request: GetBankStatementRequest, @Call() call: CallContext): Promise<BankStatementView> {
    return this.reading.get(request, call);
  }

  @HandlesQuery(bankStatementContract.listLines)
  listLines(
    @Request() request: ListBankLinesRequest,
    @Call() call: CallContext,
  ): Promise<Page<BankLineView>> {
    return this.reading.listLines(request, call);
  }

  @HandlesCommand(bankStatementContract.confirmLine)
  confirmLine(
    @Request() request: ConfirmBankLineRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PaymentView>> {
    return this.confirming.confirm(request, call);
  }

  @HandlesCommand(bankStatementContract.undo)
  undo(
    @Request() request: GetBankStatementRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<BankStatementView>> {
    return this.imports.undo(request, call);
  }
}
