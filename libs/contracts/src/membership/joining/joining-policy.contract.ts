import { command, query, versioned } from '../../core/contract.js';
import { Flag, SomeOf, Uuid, Whole } from '../../core/fields.js';
import { type WorkLine, workLines } from './work-line.js';

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
  @SomeOf(workLines, {
    optional: true,
    description:
      'It is the sector union for these: in the area of the union above it, those who work in them for nobody apply here. What is left out stays',
  })
  workLines?: WorkLine[] | null;
}

export class JoiningPolicyView {
  @Uuid() unionId: string;
  @Whole() version: number;
  @Flag() acceptsDirectMembers: boolean;
  @Whole({ description: 'Working days to decide in: a setting of the federation, no law' })
  workingDays: number;
  @SomeOf(workLines, { description: 'For which it is the sector union' }) workLines: WorkLine[];
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
      summary:
        'Says whether a union takes members directly, and for which lines of work it is the sector union; the root also sets the days to decide in',
      ifMatch: true,
      example: { acceptsDirectMembers: true },
    }),
    get,
  ),
};
