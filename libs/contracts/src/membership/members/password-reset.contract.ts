import { command, Done } from '../../core/contract.js';
import { Flag, Text } from '../../core/fields.js';

export class ResetPasswordRequest {
  @Text({ max: 100, description: 'Phone or login' }) account: string;
  @Text({ max: 40, description: 'From a text message, or printed by an officer of the union' }) code: string;
  @Text({ min: 10, description: 'The password to sign in with from now on' }) newPassword: string;

  @Flag({
    optional: true,
    description:
      'With a printed code, which two people have vouched for: removes authenticator app, passkeys and recovery codes, where they are lost',
  })
  clearFactors?: boolean;
}

export const passwordResetContract = {
  create: command('membership.password-reset.create', ResetPasswordRequest, Done, {
    http: 'POST auth/password-resets',
    tag: 'sign-in',
    summary: 'Sets a password by a code, and ends every session',
    status: 200,
    public: true,
    idempotent: false,
    example: { account: 'operator', code: '402817', newPassword: 'not-a-real-one' },
  }),
};
