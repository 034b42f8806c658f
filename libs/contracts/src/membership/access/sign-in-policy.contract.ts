import { command, NoRequest, query, versioned } from '../../core/contract.js';
import { SomeOf, Whole } from '../../core/fields.js';

/** Of whom the federation can ask a second factor; `rootOfficer`: officers and operators of the federation itself. */
export const factorDuties = ['finance', 'approver', 'rootOfficer'] as const;
export type FactorDuty = (typeof factorDuties)[number];

export class ChangeSignInPolicyRequest {
  @SomeOf(factorDuties, {
    description: 'Who has to set up a second factor within 14 days of this, or of getting the role',
  })
  secondFactorFor: FactorDuty[];
}

export class SignInPolicyView {
  @Whole() version: number;
  @SomeOf(factorDuties) secondFactorFor: FactorDuty[];
}

const get = query('membership.sign-in-policy.get', NoRequest, SignInPolicyView, {
  http: 'GET sign-in-policy',
  tag: 'sign-in',
  summary: 'Shows of whom the federation asks a second factor',
});

export const signInPolicyContract = {
  get,
  change: versioned(
    command('membership.sign-in-policy.change', ChangeSignInPolicyRequest, SignInPolicyView, {
      http: 'PUT sign-in-policy',
      tag: 'sign-in',
      summary: 'Sets of whom the federation asks a second factor; for its officers and operators',
      freshRoles: true,
      example: { secondFactorFor: ['finance', 'approver'] },
    }),
    get,
  ),
};
