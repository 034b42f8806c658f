import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  credentialContract,
  type CredentialsView,
} from '@gongxiang/contracts/membership/access/credential.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { LinkedAccountRepository } from '../linked-account/linked-account.repository.js';
import { linkedAccountView } from '../linked-account/linked-account.view.js';
import { passkeyView } from './passkey.service.js';
import { hasSecondFactor, SecondFactors } from './second-factors.js';
import { SignInPolicyRepository } from './sign-in-policy.repository.js';

@Injectable()
export class CredentialService {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: SecondFactors,
    private readonly linkedAccounts: LinkedAccountRepository,
    private readonly policies: SignInPolicyRepository,
  ) {}

  @Handles(credentialContract.get)
  get(_request: NoRequest, call: CallContext): Promise<CredentialsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnCredentials, {});
      const state = await this.factors.stateOf(tx, tx.personId);
      const linkedAccounts = await this.linkedAccounts.listOf(tx, tx.personId);
      const dueAt = await this.policies.dueAt(tx, tx.personId);
      return {
        totp: state.totp?.confirmedAt ? { since: state.totp.confirmedAt.toISOString() } : null,
        passkeys: state.passkeys.map(passkeyView),
        linkedAccounts: linkedAccounts.map(linkedAccountView),
        recoveryCodesLeft: state.recoveryCodesLeft,
        hasSecondFactor: hasSecondFactor(state),
        secondFactorDueAt: dueAt?.toISOString() ?? null,
      };
    });
  }
}
