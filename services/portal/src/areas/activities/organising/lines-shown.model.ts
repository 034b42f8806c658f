import type { components } from '../../../api/schema.js';

type Line = components['schemas']['RegistrationLineView'];

interface LineFilters {
  /** The id of a pool; '' for all. */
  readonly pool: string;
  /** What the name contains; '' for any. */
  readonly text: string;
}

/** The platform filters by state alone. */
export function linesShown<Shown extends Pick<Line, 'pool' | 'maskedName'>>(
  lines: readonly Shown[],
  { pool, text }: LineFilters,
): Shown[] {
  return lines.filter((line) => (pool === '' || line.pool === pool) && line.maskedName.includes(text.trim()));
}
