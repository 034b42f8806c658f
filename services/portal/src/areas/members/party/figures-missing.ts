import { ProblemError } from '../../../api/problem.js';
import { type FigureName, figureNames } from './party.model.js';

/** The figures that a classification lacks; null where it was refused for another reason. */
export function figuresMissing(error: unknown): readonly FigureName[] | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'FIGURE_REQUIRED') return null;
  const pointers = error.problem.errors.map(({ pointer }) => pointer.slice(1));
  return figureNames.filter((name) => pointers.includes(name));
}
