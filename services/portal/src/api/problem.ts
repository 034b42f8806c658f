import type { components } from './schema.js';

/** What every refusal looks like (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** A refusal by the platform. `message` is its text in the reader's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The platform could not be reached, or did not answer in its own words. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Does the address lead to nothing? 400 is one that holds no id at all. */
export function isMissing(error: unknown): boolean {
  return error instanceof ProblemError && [400, 404].includes(error.problem.status);
}

/** May the person not do this, though what it is about is there? */
export function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 403;
}

/** Where a field stands in a form: `/companions/0/ageBand` → `['companions', 0, 'ageBand']`. */
type FieldPath = readonly (string | number)[];

interface FieldError {
  readonly path: FieldPath;
  readonly text: string;
}

interface SortedErrors {
  /** Those that belong to a field of the form. */
  readonly fields: readonly FieldError[];
  /** What no field can show; empty where the fields say everything. */
  readonly general: readonly string[];
}

/** Does this look like a problem document? A proxy in between answers with anything. */
export function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail, errors } = body as Partial<Record<keyof Problem, unknown>>;
  return typeof code === 'string' && typeof detail === 'string' && Array.isArray(errors);
}

/** Did If-Match name a version that is no longer the present one? */
export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 412;
}

/** Where what stands in the way is to be seen and taken back; null where the refusal names nothing. */
export function obstaclePath({ obstacle }: Pick<Problem, 'obstacle'>): string | null {
  if (!obstacle) return null;
  const pool = `/cost-pools/${obstacle.costPoolId}`;
  return obstacle.refundId === null ? pool : `${pool}/refunds#refund-${obstacle.refundId}`;
}

/** The path of a JSON pointer (RFC 6901). A segment of digits is the place in a list. */
export function pathOf(pointer: string): FieldPath {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}

/**
 * Puts each error at its field.
 * @param known the fields of the form, with `*` for any place of a list: such as `name` or, two levels down, `companions`, any place, `ageBand`
 */
export function sortErrors(problem: Problem, known: readonly string[]): SortedErrors {
  const fields: FieldError[] = [];
  const general: string[] = [];
  for (const { pointer, detail } of problem.errors) {
    const path = pathOf(pointer);
    if (known.includes(patternOf(path))) fields.push({ path, text: detail });
    else general.push(detail);
  }
  return { fields, general: fields.length === 0 && general.length === 0 ? [problem.detail] : general };
}

/** A path as forms name their fields in `sortErrors`: any place of a list is `*`. */
export function patternOf(path: FieldPath): string {
  return path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('/');
}
