import { Controller } from '@nestjs/common';
import {
  ledgerProofContract,
  type LedgerSealView,
  NoRequest,
  type Page,
  PageRequest,
  ReconciliationRequest,
  type ReconciliationSummaryView,
  type ReconciliationView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ReconciliationService } from './reconciliation.service.js';

@Controller()
export class ReconciliationController {
  constructor(private readonly reconciliations: ReconciliationService) {}

  @HandlesQuery(ledgerProofContract.verify)
  verify(@Request() _request: NoRequest, @Call() call: CallContext): Promise<LedgerSealView> {
    return this.reconciliations.verify(call);
  }

  @HandlesCommand(ledgerProofContract.reconcile)
  reconcile(@Request() request: NoRequest, @Call() call: CallContext): Promise<Outcome<ReconciliationView>> {
    return this.reconciliations.reconcile(request, call);
  }

  @HandlesQuery(ledgerProofContract.listReconciliations)
  list(@Request() request: PageRequest, @Call() call: CallContext): Promise<Page<ReconciliationSummaryView>> {
    return this.reconciliations.list(request, call);
  }

  @HandlesQuery(ledgerProofContract.getReconciliation)
  get(@Request() request: ReconciliationRequest, @Call() call: CallContext): Promise<ReconciliationView> {
    return this.reconciliations.get(request, call);
  }
}
