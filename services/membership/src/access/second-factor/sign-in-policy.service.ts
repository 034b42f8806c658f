import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type ChangeSignInPolicyRequest,
  factorDuties,
  type FactorDuty,
  signInPolicyContract,
  type SignInPolicyView,
} from '@gongxiang/contracts/membership/access/sign-in-policy.contract';
import { type CallContext, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { refuseApiKey } from '../password/current-password-check.js';
import type { SignInPolicyRow } from './sign-in-policy.entity.js';
import { SignInPolicyRepository } from './sign-in-policy.repository.js';

const columnOf = {
  finance: 'financeSince',
  approver: 'approverSince',
  rootOfficer: 'rootOfficerSince',
} as const satisfies Readonly<Record<FactorDuty, keyof SignInPolicyRow>>;

/** Of whom the federation asks a second factor. Gateways learn of a change within the 30 seconds of their cache. */
@Injectable()
export class SignInPolicyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: SignInPolicyRepository,
  ) {}

  @Handles(signInPolicyContract.get)
  get(_request: NoRequest, call: CallContext): Promise<SignInPolicyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeSignInPolicy, {});
      return viewOf(await this.policies.find(tx));
    });
  }

  @Handles(signInPolicyContract.change)
  change(request: ChangeSignInPolicyRequest, call: CallContext): Promise<Outcome<SignInPolicyView>> {
    return this.transactions.command(call, signInPolicyContract.change, request, async (tx) => {
      tx.authorise(actions.changeSignInPolicy, { paths: [rootPath], visible: true });
      refuseApiKey(tx.call.actor);
      const before = await this.policies.lock(tx);
      requireVersion(tx, before.version);
      const row: SignInPolicyRow = { ...before, version: before.version + 1 };
      for (const duty of factorDuties) {
        const isAsked = request.secondFactorFor.includes(duty);
        // What was asked before goes on: the days of grace do not begin anew.
        row[columnOf[duty]] = isAsked ? (before[columnOf[duty]] ?? tx.now) : null;
      }
      await this.policies.update(tx, row);
      const [was, is] = [viewOf(before), viewOf(row)];
      const id = tx.call.actor?.roles.find(({ path }) => path === rootPath)?.unionId ?? tx.personId;
      tx.audit({
        noun: 'sign-in-policy',
        id,
        before: { secondFactorFor: was.secondFactorFor },
        after: { secondFactorFor: is.secondFactorFor },
      });
      return is;
    });
  }
}

function viewOf(row: SignInPolicyRow): SignInPolicyView {
  const secondFactorFor = factorDuties.filter((duty) => row[columnOf[duty]] !== null);
  return { version: row.version, secondFactorFor };
}
