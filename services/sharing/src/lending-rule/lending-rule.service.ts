import { Injectable } from '@nestjs/common';
import {
  lendingRuleContract,
  type LendingRuleRequest,
  type LendingRuleView,
  type SetLendingRuleRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { LendingRuleRepository } from './lending-rule.repository.js';

/** Whether an overdue loan keeps a borrower from another (E63): the network says so, and each union for what it owns. */
@Injectable()
export class LendingRuleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rules: LendingRuleRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** What holds for what this union owns. @throws DomainError `REFERENCE_PENDING` */
  get({ unionId }: LendingRuleRequest, call: CallContext): Promise<LendingRuleView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const { path } = await this.references.union(tx, unionId);
      const { overdueBlock, graceHours, unionId: setBy } = await this.rules.inForce(tx, path);
      return { unionId, overdueBlock, graceHours, setBy };
    });
  }

  set(request: SetLendingRuleRequest, call: CallContext): Promise<Outcome<LendingRuleView>> {
    return this.transactions.command(call, lendingRuleContract.set, request, async (tx) => {
      const { unionId, overdueBlock, graceHours } = request;
      const { path } = await this.references.union(tx, unionId);
      tx.authorise(actions.setLendingRule, { paths: [path], visible: true });
      await this.rules.keep(tx, { unionId, overdueBlock, graceHours, setBy: tx.personId, setAt: tx.now });
      tx.audit({ noun: 'lendingRule', id: unionId, after: { overdueBlock, graceHours } });
      return { unionId, overdueBlock, graceHours, setBy: unionId };
    });
  }
}
