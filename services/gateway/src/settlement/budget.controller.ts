import { Controller } from '@nestjs/common';
import {
  budgetContract,
  BudgetReasonRequest,
  BudgetRequest,
  BudgetWhatIfRequest,
  ChangeBudgetRequest,
  CreateBudgetRequest,
  ListBudgetsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'budgets';
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const lines = [{ expenseCode: '1.2', amount: yuan('3000000'), note: '运动会、读书会' }];

@Controller()
export class BudgetController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'budgets', budgetContract.create, {
    tag,
    summary: "Drafts a union's budget of a year, a line for each expense code",
    example: { unionId: '01930000-0000-7000-8000-000000000001', year: 2026, lines },
  })
  create(@Input() request: CreateBudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.create, request, call);
  }

  @Endpoint('GET', 'budgets', budgetContract.list, {
    tag,
    summary: 'The budgets of my unions with all their versions, newest first',
  })
  list(@Input() request: ListBudgetsRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.list, request, call);
  }

  @Endpoint('GET', 'budgets/:budgetId', budgetContract.get, {
    tag,
    summary: 'A version of a budget, each line against the version before',
  })
  get(@Input() request: BudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.get, request, call);
  }

  @Endpoint('PUT', 'budgets/:budgetId/lines', budgetContract.change, {
    tag,
    summary: 'Replaces the lines of a draft; If-Match names its version',
    ifMatch: true,
    example: { lines },
  })
  change(@Input() request: ChangeBudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.change, request, call);
  }

  @Endpoint('POST', 'budgets/:budgetId/submit', budgetContract.submit, {
    tag,
    summary: 'Submits a draft for adoption; its lines are locked',
    status: 200,
    freshRoles: true,
  })
  submit(@Input() request: BudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.submit, request, call);
  }

  @Endpoint('POST', 'budgets/:budgetId/return', budgetContract.return, {
    tag,
    summary: 'Gives a submitted budget back to be changed, with a reason',
    status: 200,
    freshRoles: true,
    example: { reason: '文体活动支出偏高，请重新测算' },
  })
  return(@Input() request: BudgetReasonRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.return, request, call);
  }

  @Endpoint('POST', 'budgets/:budgetId/adopt', budgetContract.adopt, {
    tag,
    summary: 'Adopts a budget, by another person than its submitter; the version before is superseded',
    status: 200,
    freshRoles: true,
  })
  adopt(@Input() request: BudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.adopt, request, call);
  }

  @Endpoint('POST', 'budgets/:budgetId/amendments', budgetContract.amend, {
    tag,
    summary: 'Begins a new version of the budget in force, which holds until the new one is adopted',
    example: { reason: '新增夏季送清凉活动' },
  })
  amend(@Input() request: BudgetReasonRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.amend, request, call);
  }

  @Endpoint('GET', 'budgets/:budgetId/report', budgetContract.report, {
    tag,
    summary:
      'Planned, borne and left: by code, month, fund and activity, with what a head and a point has cost',
  })
  report(@Input() request: BudgetRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.report, request, call);
  }

  @Endpoint('POST', 'budgets/:budgetId/what-if', budgetContract.whatIf, {
    tag,
    summary: 'What the year would come to with other amounts and heads; nothing is saved',
    status: 200,
    idempotent: false,
    example: { lines: [{ expenseCode: '1.2', more: yuan('500000'), heads: 40 }] },
  })
  whatIf(@Input() request: BudgetWhatIfRequest, @Call() call: CallContext) {
    return this.rpc.call(budgetContract.whatIf, request, call);
  }
}
