import { command } from '../../core/contract.js';
import { Text } from '../../core/fields.js';
import { SignInView } from '../access/session.contract.js';

export class ActivateRequest {
  @Text({ max: 40, description: 'Resident identity number, as in the roster' }) residentNumber: string;
  @Text({ max: 100, description: 'Name, as in the roster' }) name: string;
  @Text({ max: 40, description: 'From a text message, or printed by an officer of the union' }) code: string;
  @Text({ min: 10, description: 'The password to sign in with from now on' }) password: string;

  @Text({ optional: true, max: 40, description: 'A login; where absent, the phone in the roster' }) account?:
    string | null;
}

export const activationContract = {
  create: command('membership.activation.create', ActivateRequest, SignInView, {
    http: 'POST auth/activations',
    tag: 'sign-in',
    summary: 'First sign-in of an imported member',
    public: true,
    idempotent: false,
    example: {
      residentNumber: '11010519491231002X',
      name: '张三',
      code: '402817',
      password: 'not-a-real-one',
    },
  }),
};
