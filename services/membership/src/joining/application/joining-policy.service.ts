import { Injectable } from '@nestjs/common';
import {
  type ChangeJoiningPolicy,
  joiningPolicyContract,
  type JoiningPolicyId,
  type JoiningPolicyView,
} from '@gongxiang/contracts/membership/joining/joining-policy.contract';
import { type CallContext, DomainError, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { takesDirectMembers, type UnionOnTheWay } from './application.model.js';
import { RouteRepository } from './route.repository.js';
import type { JoiningPolicyRow } from './joining-policy.entity.js';
import { UnionRepository } from '../../unions/union/union.repository.js';

/** Whether a union takes members directly, and how long all have to decide. */
@Injectable()
export class JoiningPolicyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly routes: RouteRepository,
  ) {}

  @Handles(joiningPolicyContract.get)
  get({ unionId }: JoiningPolicyId, call: CallContext): Promise<JoiningPolicyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeJoiningPolicy, {});
      const union = await this.routes.findUnion(tx, unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, union);
    });
  }

  /** @throws DomainError `JOINING_DEADLINE_OF_ROOT` */
  @Handles(joiningPolicyContract.change)
  change(request: ChangeJoiningPolicy, call: CallContext): Promise<Outcome<JoiningPolicyView>> {
    return this.transactions.command(call, joiningPolicyContract.change, request, async (tx) => {
      // The union is locked, as a policy that is changed for the first time has no row yet.
      const union = await this.unions.lockById(tx, request.unionId);
      tx.authorise(actions.changeJoiningPolicy, { paths: union ? [union.path] : [], visible: true });
      if (union === null) throw new DomainError('NOT_FOUND');
      const before = (await this.routes.findPolicy(tx, union.id)) ?? unsaid(union.id);
      requireVersion(tx, before.version);
      const { acceptsDirectMembers } = request;
      const workingDays = request.workingDays ?? before.workingDays;
      const workLines = request.workLines ?? before.workLines;
      if (workingDays !== null && union.path !== rootPath)
        throw new DomainError('JOINING_DEADLINE_OF_ROOT', { pointer: '/workingDays' });
      const row = { ...before, version: before.version + 1, acceptsDirectMembers, workingDays, workLines };
      await this.routes.savePolicy(tx, row);
      tx.audit({ noun: 'joiningPolicy', id: union.id, before: { ...before }, after: { ...row } });
      const changed = await this.routes.findUnion(tx, union.id);
      if (changed === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, changed);
    });
  }

  private async viewOf(tx: Transaction, union: UnionOnTheWay): Promise<JoiningPolicyView> {
    const row = await this.routes.findPolicy(tx, union.id);
    return {
      unionId: union.id,
      version: row?.version ?? 0,
      acceptsDirectMembers: takesDirectMembers(union),
      workingDays: await this.routes.workingDays(tx),
      workLines: [...union.workLines],
    };
  }
}

/** Of a union that has said nothing yet. */
function unsaid(unionId: string): JoiningPolicyRow {
  return { unionId, version: 0, acceptsDirectMembers: false, workLines: [], workingDays: null };
}
