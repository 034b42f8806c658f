import { Controller } from '@nestjs/common';
import {
  ClaimDamageRequest,
  DamageRequest,
  DamagesRequest,
  type DamagesView,
  type DamageView,
  DecideDamageRequest,
  ListWaitingDamagesRequest,
  loanDamageContract,
  type Page,
  ReasonedDamageRequest,
  type WaitingDamageView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { DamageService } from './loan-damage.service.js';

@Controller()
export class DamageController {
  constructor(private readonly damages: DamageService) {}

  @HandlesCommand(loanDamageContract.claim)
  claim(@Request() request: ClaimDamageRequest, @Call() call: CallContext): Promise<Outcome<DamageView>> {
    return this.damages.claim(request, call);
  }

  @HandlesQuery(loanDamageContract.list)
  list(@Request() request: DamagesRequest, @Call() call: CallContext): Promise<DamagesView> {
    return this.damages.list(request, call);
  }

  @HandlesQuery(loanDamageContract.waiting)
  waiting(
    @Request() request: ListWaitingDamagesRequest,
    @Call() call: CallContext,
  ): Promise<Page<WaitingDamageView>> {
    return this.damages.waiting(request, call);
  }

  @HandlesCommand(loanDamageContract.accept)
  accept(@Request() request: DamageRequest, @Call() call: CallContext): Promise<Outcome<DamageView>> {
    return this.damages.accept(request, call);
  }

  @HandlesCommand(loanDamageContract.dispute)
  dispute(
    @Request() request: ReasonedDamageRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<DamageView>> {
    return this.damages.dispute(request, call);
  }

  @HandlesCommand(loanDamageContract.decide)
  decide(@Request() request: DecideDamageRequest, @Call() call: CallContext): Promise<Outcome<DamageView>> {
    return this.damages.decide(request, call);
  }

  @HandlesCommand(loanDamageContract.withdraw)
  withdraw(
    @Request() request: ReasonedDamageRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<DamageView>> {
    return this.damages.withdraw(request, call);
  }

  @Republishes('loan-damage')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.damages.republish(tx, afterId, limit);
  }
}
