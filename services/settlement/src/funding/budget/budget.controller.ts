import { Controller } from '@nestjs/common';
import {
  budgetContract,
  BudgetReasonRequest,
  type BudgetReportView,
  BudgetRequest,
  type BudgetSummaryView,
  type BudgetView,
  BudgetWhatIfRequest,
  type BudgetWhatIfView,
  ChangeBudgetRequest,
  CreateBudgetRequest,
  ListBudgetsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { BudgetReportService } from './budget-report.service.js';
import { BudgetService } from './budget.service.js';

@Controller()
export class BudgetController {
  constructor(
    private readonly budgets: BudgetService,
    private readonly reports: BudgetReportService,
  ) {}

  @HandlesCommand(budgetContract.create)
  create(@Request() request: CreateBudgetRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.create(request, call);
  }

  @HandlesQuery(budgetContract.list)
  list(@Request() request: ListBudgetsRequest, @Call() call: CallContext): Promise<Page<BudgetSummaryView>> {
    return this.budgets.list(request, call);
  }

  @HandlesQuery(budgetContract.get)
  get(@Request() request: BudgetRequest, @Call() call: CallContext): Promise<BudgetView> {
    return this.budgets.get(request, call);
  }

  @HandlesCommand(budgetContract.change)
  change(@Request() request: ChangeBudgetRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.change(request, call);
  }

  @HandlesCommand(budgetContract.submit)
  submit(@Request() request: BudgetRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.submit(request, call);
  }

  @HandlesCommand(budgetContract.return)
  return(@Request() request: BudgetReasonRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.return(request, call);
  }

  @HandlesCommand(budgetContract.adopt)
  adopt(@Request() request: BudgetRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.adopt(request, call);
  }

  @HandlesCommand(budgetContract.amend)
  amend(@Request() request: BudgetReasonRequest, @Call() call: CallContext): Promise<Outcome<BudgetView>> {
    return this.budgets.amend(request, call);
  }

  @HandlesQuery(budgetContract.report)
  report(@Request() request: BudgetRequest, @Call() call: CallContext): Promise<BudgetReportView> {
    return this.reports.report(request, call);
  }

  @HandlesQuery(budgetContract.whatIf)
  whatIf(@Request() request: BudgetWhatIfRequest, @Call() call: CallContext): Promise<BudgetWhatIfView> {
    return this.reports.whatIf(request, call);
  }
}
