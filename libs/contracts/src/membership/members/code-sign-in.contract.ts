import { command } from '../../core/contract.js';
import { Text } from '../../core/fields.js';
import { SignInView } from '../access/session.contract.js';

export class SignInByCodeRequest {
  @Text({ max: 100, description: 'Phone or login, as the code was asked for' }) account: string;
  @Text({ max: 40, description: 'From a text message of the purpose `signIn`; it works once' }) code: string;
}

export const codeSignInContract = {
  create: command('membership.code-sign-in.create', SignInByCodeRequest, SignInView, {
    http: 'POST auth/sessions/code',
    tag: 'sign-in',
    summary:
      'Signs in by a code sent to the phone on record; an account with a second factor is refused as with a password, and goes on likewise',
    public: true,
    idempotent: false,
    example: { account: '13900001158', code: '402817' },
  }),
};
