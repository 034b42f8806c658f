import { Injectable } from '@nestjs/common';
import type { CredentialProof } from '@gongxiang/contracts/membership/access/credential-proof';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { CurrentPasswordCheck, refuseApiKey, type VerifiedHash } from '../password/current-password-check.js';
import { FactorCheck } from './factor-check.js';

/** Proof that the person themselves asks, verified as far as that is possible outside the transaction. */
type Verified = { readonly by: 'password'; readonly hash: VerifiedHash } | { readonly by: 'factor' };

/** What the proof is wrong about, by the refusal; null if it is right. */
type ProofFault = 'PASSWORD_WRONG' | 'FACTOR_WRONG' | 'PASSKEY_WRONG' | null;

const pointerOf: Readonly<Record<Exclude<ProofFault, null>, string>> = {
  PASSWORD_WRONG: '/proof/password',
  FACTOR_WRONG: '/proof/code',
  PASSKEY_WRONG: '/proof/passkey',
};

/** Changes of credentials: each asks for the password or a factor, so that a session that was left open changes nothing. */
@Injectable()
export class CredentialProofs {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly password: CurrentPasswordCheck,
    private readonly factors: FactorCheck,
  ) {}

  /**
   * Runs a change of the caller's own credentials once they have proved to be themselves. Answers are never stored for
   * replays, as they hold secrets.
   * @param work gets the person, whose row is locked
   * @throws DomainError `PROOF_REQUIRED`, `PASSWORD_WRONG`, `FACTOR_WRONG`, `PASSKEY_WRONG`, `TOO_MANY_REQUESTS`;
   * `NOT_PERMITTED` to an API key
   */
  async command<T>(
    call: CallContext,
    contract: { readonly subject: string },
    proof: CredentialProof,
    work: (tx: Transaction, person: PersonRow) => Promise<T>,
  ): Promise<Outcome<T>> {
    refuseApiKey(call.actor);
    const verified = await this.verify(call, proof);
    const outcome = await this.transactions.command<{ readonly fault: ProofFault; readonly body?: T }>(
      { ...call, idempotencyKey: null },
      contract,
      {},
      async (tx) => {
        tx.authorise(actions.changeOwnCredentials, {});
        const fault = await this.accept(tx, proof, verified);
        if (fault !== null) return { fault };
        const person = await this.people.lockById(tx, tx.personId);
        if (person === null) throw new DomainError('NOT_FOUND');
        return { fault, body: await work(tx, person) };
      },
    );
    const { fault, body } = outcome.body;
    // Thrown after the commit, as a rollback would undo the count of the failure.
    if (fault !== null) throw new DomainError(fault, { pointer: pointerOf[fault] });
    return { ...outcome, body: body as T };
  }

  private async verify(call: CallContext, { password, code, passkey }: CredentialProof): Promise<Verified> {
    const given = [password, code, passkey].filter((one) => one !== undefined && one !== null);
    if (given.length !== 1) throw new DomainError('PROOF_REQUIRED', { pointer: '/proof' });
    if (!password) return { by: 'factor' };
    return { by: 'password', hash: await this.password.verify(call, password) };
  }

  private async accept(tx: Transaction, proof: CredentialProof, verified: Verified): Promise<ProofFault> {
    if (verified.by === 'password')
      return (await this.password.accept(tx, verified.hash)) ? null : 'PASSWORD_WRONG';
    if (await this.factors.accept(tx, tx.personId, proof)) return null;
    return proof.passkey ? 'PASSKEY_WRONG' : 'FACTOR_WRONG';
  }
}
