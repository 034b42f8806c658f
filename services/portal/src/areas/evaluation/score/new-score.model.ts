import type { components } from '../../../api/schema.js';
import type { ScoreSubjectKind } from './score.model.js';

type NewScore = components['schemas']['ComputeScoreRequest'];

/** What was found by its name. */
export interface FoundSubject {
  readonly id: string;
  readonly name: string;
}

/** What stands in the form. */
export interface TypedScore {
  readonly subjectKind?: ScoreSubjectKind;
  readonly subject?: FoundSubject;
  /** Days; those of an activity are its own. */
  readonly from?: string;
  readonly to?: string;
  readonly missing?: 'omit' | 'zero';
}

/** What is sent of it. */
export function newScoreOf(typed: TypedScore, weightVersionId: string): NewScore {
  const { subjectKind: kind = 'activity', subject, from = '', to = '', missing = 'omit' } = typed;
  return {
    subject: { kind, id: subject?.id ?? '' },
    weightVersionId,
    missing,
    ...(kind !== 'activity' && { from, to }),
  };
}

/** What the weights of the chosen system allow: without them nothing can be computed. */
export type Readiness = 'unchosen' | 'loading' | 'failed' | 'none' | 'ready';

interface Asked {
  /** Null where no version is in force, undefined where it is not known. */
  readonly data: object | null | undefined;
  readonly isError: boolean;
}

export function readinessOf(systemId: string | undefined, { data, isError }: Asked): Readiness {
  if (systemId === undefined) return 'unchosen';
  if (data === undefined) return isError ? 'failed' : 'loading';
  return data === null ? 'none' : 'ready';
}
