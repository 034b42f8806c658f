import { Inject, Injectable } from '@nestjs/common';
import {
  type CheckIdentifierRequest,
  type IdentifierCheckView,
  referenceContract,
  type SizeClassRequest,
  type SizeClassView,
} from '@gongxiang/contracts/membership/persons/reference.contract';
import { type CallContext, checkResidentNumber, checkUscc, type Clock, sizeClassOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { CLOCK } from '@gongxiang/messaging/service';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';

/** Public rules of identifiers and size classes, for anyone who is signed in. Nothing is looked up or stored. */
@Injectable()
export class ReferenceService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(referenceContract.checkIdentifier)
  checkIdentifier(request: CheckIdentifierRequest, call: CallContext): Promise<IdentifierCheckView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.useReference, {});
      const { kind, value } = request;
      const check = kind === 'uscc' ? checkUscc(value) : checkResidentNumber(value, this.clock.now());
      return { kind, ...check, warnings: [...check.warnings] };
    });
  }

  @Handles(referenceContract.sizeClass)
  sizeClass(request: SizeClassRequest, call: CallContext): Promise<SizeClassView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.useReference, {});
      const { sector, employees = null, revenueWan = null, assetsWan = null } = request;
      const { sizeClass, basis } = sizeClassOf({ sector, employees, revenueWan, assetsWan });
      return { sizeClass, basis: [...basis] };
    });
  }
}
