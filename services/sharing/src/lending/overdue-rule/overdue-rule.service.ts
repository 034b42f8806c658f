import { Injectable } from '@nestjs/common';
import {
  overdueRuleContract,
  type OverdueRuleRequest,
  type OverdueRuleView,
  type SetOverdueRuleRequest,
} from '@gongxiang/contracts/sharing/lending/overdue-rule.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { OverdueRuleRepository } from './overdue-rule.repository.js';

/** Whether an overdue loan blocks further ones (E63): set by the network, and by each union for what it owns. */
@Injectable()
export class OverdueRuleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rules: OverdueRuleRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** The rule for what this union owns. @throws DomainError `REFERENCE_PENDING` */
  @Handles(overdueRuleContract.get)
  get({ unionId }: OverdueRuleRequest, call: CallContext): Promise<OverdueRuleView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const { path } = await this.references.union(tx, unionId);
      const { overdueBlock, graceHours, unionId: setBy } = await this.rules.inForce(tx, path);
      const version = await this.rules.versionOf(tx, unionId);
      return { unionId, version, overdueBlock, graceHours, setBy };
    });
  }

  @Handles(overdueRuleContract.set)
  set(request: SetOverdueRuleRequest, call: CallContext): Promise<Outcome<OverdueRuleView>> {
    return this.transactions.command(call, overdueRuleContract.set, request, async (tx) => {
      const { unionId, overdueBlock, graceHours } = request;
      // Locked, so that the second of two concurrent changes sees the first.
      const { path } = await this.references.unionLocked(tx, unionId, '/unionId');
      tx.authorise(actions.setOverdueRule, { paths: [path], visible: true });
      const seen = await this.rules.versionOf(tx, unionId);
      requireVersion(tx, seen);
      const rule = { unionId, version: seen + 1, overdueBlock, graceHours };
      await this.rules.save(tx, { ...rule, setBy: tx.personId, setAt: tx.now });
      tx.audit({ noun: 'overdueRule', id: unionId, after: { overdueBlock, graceHours } });
      return { ...rule, setBy: unionId };
    });
  }
}
