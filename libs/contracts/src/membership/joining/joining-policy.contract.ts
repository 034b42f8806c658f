import { command, query, versioned } from '../../core/contract.js';
import { Flag, Uuid, Whole } from '../../core/fields.js';

export class JoiningPolicyId {
  @Uuid() unionId: string;
}

export class ChangeJoiningPolicy {
  @Uuid() unionId: string;
  @Flag({ description: 'Whether people join this union itself, without one at their enterprise' })
  acceptsDirectMembers: boolean;
  @Whole({
    optional: true,
    min: 1,
    max: 30,
    description: 'Of the union at the root, for all: days to decide in',
  })
  workingDays?: number | null;
}

export class JoiningPolicyView {
  @Uuid() unionId: string;
  @Whole() version: number;
  @Flag() acceptsDirectMembers: boolean;
  @Whole({ description: 'Working days to decide in: a setting of the federation, no law' })
  workingDays: number;
}

const get = query('membership.joining-policy.get', JoiningPolicyId, JoiningPolicyView, {
  http: 'GET unions/:unionId/joining-policy',
  tag: 'joining',
  summary: 'Whether a union takes members directly, and how long it has to decide',
});

export const joiningPolicyContract = {
  get,
  change: versioned(
    command('membership.joining-policy.change', ChangeJoiningPolicy, JoiningPolicyView, {
      http: 'PUT unions/:unionId/joining-policy',
      tag: 'joining',
      summary: 'Says whether a union takes members directly; the root also sets the days to decide in',
      ifMatch: true,
      example: { acceptsDirectMembers: true },
    }),
    get,
  ),
};
