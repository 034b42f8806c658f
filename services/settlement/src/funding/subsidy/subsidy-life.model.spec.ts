import { describe, expect, it } from '@jest/globals';
import {
  applicationLife,
  nextApplicationState,
  nextProgrammeState,
  nextSubsidyState,
  programmeLife,
  settledState,
  subsidyLife,
} from './subsidy-life.model.js';

const programmeStates = ['draft', 'open', 'deciding', 'notice', 'closed', 'cancelled'] as const;
const applicationStates = [
  'draft',
  'submitted',
  'proposed',
  'rejected',
  'granted',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
const subsidyStates = [
  'offered',
  'accepted',
  'active',
  'reported',
  'accounted',
  'closed',
  'declined',
] as const;

/** Every step that a table allows, as it is read aloud. */
function steps<State extends string, Verb extends string>(
  life: Readonly<Record<Verb, unknown>>,
  states: readonly State[],
  next: (state: State, verb: Verb) => State,
): string[] {
  return states.flatMap((state) =>
    (Object.keys(life) as Verb[]).flatMap((verb) => {
      try {
        return [`${state} ${verb} ${next(state, verb)}`];
      } catch {
        return []; // refused: what is allowed is the whole of the expectation
      }
    }),
  );
}

describe('the life of a programme', () => {
  it('has these steps and no other', () => {
    expect(steps(programmeLife, programmeStates, nextProgrammeState)).toEqual([
      'draft change draft',
      'draft open open',
      'draft cancel cancelled',
      'open apply open',
      'open stop deciding',
      'open cancel cancelled',
      'deciding decide deciding',
      'deciding publish notice',
      'deciding finish closed',
      'deciding cancel cancelled',
      'notice revise deciding',
      'notice finish closed',
      'notice cancel cancelled',
      'closed reopen open',
    ]);
  });

  it('says that it takes no applications, where one comes at the wrong time', () => {
    expect(() => nextProgrammeState('deciding', 'apply')).toThrow('SUBSIDY_NOT_OPEN');
    expect(() => nextProgrammeState('closed', 'cancel')).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('the life of an application', () => {
  it('has these steps and no other', () => {
    expect(steps(applicationLife, applicationStates, nextApplicationState)).toEqual([
      'draft change draft',
      'draft submit submitted',
      'draft withdraw withdrawn',
      'draft lapse lapsed',
      'submitted change submitted',
      'submitted award proposed',
      'submitted refuse rejected',
      'submitted withdraw withdrawn',
      'submitted lapse lapsed',
      'proposed award proposed',
      'proposed refuse rejected',
      'proposed grant granted',
      'proposed withdraw withdrawn',
      'proposed lapse lapsed',
      'rejected award proposed',
      'rejected refuse rejected',
      'rejected turnDown refused',
      'rejected withdraw withdrawn',
      'rejected lapse lapsed',
      'granted decline withdrawn',
    ]);
  });
});

describe('the life of a subsidy', () => {
  it('has these steps and no other', () => {
    expect(steps(subsidyLife, subsidyStates, nextSubsidyState)).toEqual([
      'offered accept active',
      'offered await accepted',
      'offered decline declined',
      'accepted send accepted',
      'accepted receive active',
      'active draw active',
      'active report reported',
      'active clawBack accounted',
      'reported draw reported',
      'reported returnReport active',
      'reported account accounted',
      'accounted draw accounted',
      'accounted clawBack accounted',
    ]);
  });

  it.each([
    ['accounted', 0n, 'closed'],
    ['accounted', 1n, 'accounted'],
    ['closed', 0n, 'closed'],
    // A pool that had drawn on it was reversed.
    ['closed', 1n, 'accounted'],
    ['active', 0n, 'active'],
  ] as const)('is, when %s with %s fen left, %s', (state, left, settled) => {
    expect(settledState(state, left)).toBe(settled);
  });
});
