import type {
  NodeWeighing,
  NodeWeights,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { DomainError } from '@gongxiang/domain';
import {
  type AhpMethod,
  groupJudgements,
  isConnected,
  type Judgements,
  mendingOf,
  parseJudgements,
  solveAhp,
} from '@gongxiang/domain/weighing';

type JudgedWeights = Pick<
  NodeWeights,
  | 'weights'
  | 'solver'
  | 'randomIndex'
  | 'lambdaMax'
  | 'consistencyRatio'
  | 'acceptable'
  | 'worst'
  | 'mend'
  | 'judges'
>;

/**
 * Weights from the judgements of one, or of several joined by their geometric mean; with how consistent each judge is,
 * and what would mend the judgements.
 * @throws DomainError `VALIDATION_FAILED` without judgements or with both kinds, `DUPLICATE_ID` for a judge who comes
 * twice, and what {@link solveAhp} throws
 */
export function judgedWeights(count: number, weighing: NodeWeighing): JudgedWeights {
  const solver = weighing.solver ?? 'eigenvector';
  const randomIndex = weighing.randomIndex ?? 'saaty-1980';
  const method = { solver, randomIndex };
  const { judgements, judges } = readJudgements(count, weighing, method);
  const { weights, lambdaMax, consistencyRatio, acceptable, worst } = solveAhp(judgements, method);
  return {
    weights: [...weights],
    solver,
    randomIndex,
    lambdaMax,
    consistencyRatio,
    acceptable,
    worst,
    judges,
    mend: acceptable ? null : mendingOf(judgements, method),
  };
}

/** Are the weights of this group judged in pairs? */
export function isJudged({ upper, judges }: NodeWeighing): boolean {
  return isPresent(upper) || isPresent(judges);
}

function readJudgements(
  count: number,
  { upper, judges }: NodeWeighing,
  method: AhpMethod,
): { readonly judgements: Judgements; readonly judges: NodeWeights['judges'] } {
  // Which of the two would count? Nobody is left to guess.
  if (isPresent(upper) && isPresent(judges)) throw refused('/upper', 'UNKNOWN_FIELD');
  if (isPresent(upper)) return { judgements: parseJudgements(count, upper), judges: [] };
  if (!isPresent(judges) || judges.length === 0) throw refused('/upper', 'REQUIRED');
  const seen = new Set<number>();
  const read = judges.map(({ judge, upper: said }, index) => {
    const pointer = `/judges/${index}`;
    if (seen.has(judge)) {
      throw new DomainError('DUPLICATE_ID', { pointer: `${pointer}/judge`, params: { id: String(judge) } });
    }
    seen.add(judge);
    return { judge, said: parsedAt(count, said, pointer) };
  });
  return {
    judgements: groupJudgements(read.map(({ said }) => said)),
    judges: read.map(({ judge, said }) => ({
      judge,
      consistencyRatio: isConnected(said) ? solveAhp(said, method).consistencyRatio : null,
    })),
  };
}

function parsedAt(count: number, upper: (string | null)[][], pointer: string): Judgements {
  try {
    return parseJudgements(count, upper);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.errors.map((problem) => ({ ...problem, pointer: `${pointer}${problem.pointer}` }));
    throw new DomainError(error.code, { params: error.params, errors });
  }
}

function refused(pointer: string, code: string): DomainError {
  return new DomainError('VALIDATION_FAILED', { errors: [{ pointer, code }] });
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
