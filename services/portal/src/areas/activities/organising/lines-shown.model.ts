import type { components } from '../../../api/schema.js';

type Line = components['schemas']['RegistrationLineView'];

interface LineFilters {
  /** The id of a pool; '' for all. */
  readonly pool: string;
  /** The name, or how it begins; '' for any. */
  readonly text: string;
}

/**
 * The platform filters by state alone, and knows of a name its first character and its length (`张**`): a name that is typed finds everybody whose
 * it may be.
 */
export function linesShown<Shown extends Pick<Line, 'pool' | 'maskedName'>>(
  lines: readonly Shown[],
  { pool, text }: LineFilters,
): Shown[] {
  return lines.filter((line) => (pool === '' || line.pool === pool) && mayBe(line.maskedName, text.trim()));
}

function mayBe(maskedName: string, name: string): boolean {
  const shown = [...maskedName];
  return [...name].every((character, index) => shown[index] === '*' || shown[index] === character);
}
