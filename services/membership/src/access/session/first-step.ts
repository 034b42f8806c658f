import { Injectable } from '@nestjs/common';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { methodsOf, SecondFactors } from '../second-factor/second-factors.js';
import { SessionStarter } from './session-starter.js';
import { SignInChallenges } from './sign-in-challenges.js';

/** What the second step is completed with; the gateway tells it as `secondFactor` of the refusal. */
interface SecondStep {
  readonly challenge: string;
  readonly expiresAt: string;
  /** Separated by blanks. */
  readonly methods: string;
}

export type FirstStepView = SignInView | SecondStep;

/** Ends the first step of a sign-in, by a password or elsewhere: with a session, or with the second step. */
@Injectable()
export class FirstStep {
  constructor(
    private readonly factors: SecondFactors,
    private readonly challenges: SignInChallenges,
    private readonly starter: SessionStarter,
  ) {}

  /** @param person whose row is locked */
  async take(tx: Transaction, person: PersonRow): Promise<FirstStepView> {
    const methods = methodsOf(await this.factors.stateOf(tx, person.id));
    if (methods.length === 0) return this.starter.start(tx, person.id);
    return { ...this.challenges.issue(person, tx.now), methods: methods.join(' ') };
  }
}

/** @throws DomainError `SECOND_FACTOR_REQUIRED`, after the commit */
export function signedIn(outcome: Outcome<FirstStepView>): Outcome<SignInView> {
  const { body } = outcome;
  if ('challenge' in body) throw new DomainError('SECOND_FACTOR_REQUIRED', { params: { ...body } });
  return { ...outcome, body };
}
