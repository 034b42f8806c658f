import { DomainError, type FieldProblem } from '@gongxiang/domain';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, useContainer, validateSync, type ValidationError } from 'class-validator';
import type { Dto } from './contract.js';
import { fromText, fromTextOf, saidYear } from './fields.js';

rememberMetadata();
rememberRules();

/**
 * For each object that class-validator looks at, it walks along all classes that were ever declared, which takes longer
 * than the validation itself. What it finds, and how that is
 * grouped, is the same each time, as all fields are declared when their class is loaded.
 */
function rememberMetadata(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<object, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, ...how) => {
    const found = known.get(target) ?? find(target, ...how);
    known.set(target, found);
    return found;
  };
  const group = storage.groupByPropertyName.bind(storage);
  const grouped = new WeakMap<object, ReturnType<typeof group>>();
  storage.groupByPropertyName = (metadata) => {
    const groups = grouped.get(metadata) ?? group(metadata);
    grouped.set(metadata, groups);
    return groups;
  };
}

/**
 * Each rule of each field is a class of its own, of which class-validator keeps one instance in a list and searches that list whenever
 * a rule is asked: with the thousands of rules of a service this takes longer than all else. Rules live as long as the process.
 */
function rememberRules(): void {
  const instances = new Map<new () => unknown, unknown>();
  useContainer({
    get(rule: new () => unknown): unknown {
      const known = instances.get(rule);
      if (known !== undefined) return known;
      const made = new rule();
      instances.set(rule, made);
      return made;
    },
  });
}

export interface ValidateOptions {
  /**
   * At the HTTP edge a field that nobody knows is an error; between services it is ignored, so that versions can roll, and a date may
   * lie in a year that nobody may say, as one that is computed from a date within the range may lie outside.
   */
  readonly refuseUnknown: boolean;
  /** Query strings and paths carry text only: numbers and flags are read from it, of all fields or of those that are named. */
  readonly fromText?: boolean | readonly string[];
}

function groupsOf(text: ValidateOptions['fromText'] = false): string[] {
  if (typeof text === 'boolean') return text ? [fromText] : [];
  return text.map(fromTextOf);
}

/**
 * Reads untrusted data as an instance of a request class.
 * @throws DomainError `VALIDATION_FAILED` with a pointer for each field that is wrong
 */
export function validateAs<T>(type: Dto<T>, plain: unknown, options: ValidateOptions): T {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '', code: 'OBJECT_EXPECTED' }] });
  }
  // In this order: the first bounds the depth for the second.
  const unkeepable =
    findUnkeepable(plain, options.refuseUnknown, 0) ?? (options.refuseUnknown ? findInherited(plain) : null);
  if (unkeepable !== null) throw new DomainError('VALIDATION_FAILED', { errors: [unkeepable] });
  const instance = plainToInstance(type as unknown as new () => object, plain, {
    groups: groupsOf(options.fromText),
    exposeDefaultValues: true,
  });
  const found = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: options.refuseUnknown,
    forbidUnknownValues: false,
  });
  const problems = found.flatMap((error) => problemsOf(error, '', options.refuseUnknown));
  if (problems.length > 0) {
    throw new DomainError('VALIDATION_FAILED', {
      errors: problems.slice(0, problemsMax),
    });
  }
  return instance as T;
}

/** Nobody mends more at a time. */
const problemsMax = 100;

/** Objects of a list that are read without a pause: some milliseconds. */
const stepItems = 200;

/** Objects that are read at once, beside whatever else is: a fifth of a step. */
const objectsAtOnce = 40;

let lastStep: Promise<void> = Promise.resolve();

/**
 * One step of one list in each turn of the event loop, in the order in which they ask: of twenty long lists at once each turn would
 * take twenty steps otherwise, and whoever reads something small waits for several turns.
 */
function ownTurn(): Promise<void> {
  lastStep = lastStep.then(() => new Promise((resolve) => setImmediate(resolve)));
  return lastStep;
}

/**
 * The same for what comes from outside and may be long: between the steps of a long list of objects, others are served. Ten
 * thousand debts in one piece would keep the process from everybody else for a quarter of a second, and so would two hundred
 * requests of a hundred tiers each that one read of the socket brings: all but the small ones wait for a turn of their own.
 * @throws DomainError as `validateAs` does
 */
export async function validateInSteps<T extends object>(
  type: Dto<T>,
  plain: unknown,
  options: ValidateOptions,
): Promise<T> {
  const long = longListOf(type, plain);
  if (long === null) {
    if (countObjects(plain, objectsAtOnce + 1) > objectsAtOnce) await ownTurn();
    return validateAs(type, plain, options);
  }
  const { property, items, max } = long;
  if (items.length > max)
    throw new DomainError('VALIDATION_FAILED', {
      errors: [{ pointer: `/${escapePointer(property)}`, code: 'LIST_TOO_LONG' }],
    });
  const read: unknown[] = [];
  const errors: FieldProblem[] = [];
  let instance: T | null = null;
  // Of even length: a short rest could be shorter than the list may be.
  const length = Math.ceil(items.length / Math.ceil(items.length / stepItems));
  for (let from = 0; from < items.length && errors.length < problemsMax; from += length) {
    await ownTurn();
    const step = { ...(plain as object), [property]: items.slice(from, from + length) };
    try {
      instance = validateAs(type, step, options);
      read.push(...((instance as Record<string, unknown>)[property] as unknown[]));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // What is wrong beside the list is wrong in each step, and reported once.
      const isBesides = ({ pointer }: FieldProblem): boolean =>
        pointer.split('/')[1] !== escapePointer(property);
      const found = error.errors.filter((one) => from === 0 || !isBesides(one));
      errors.push(...found.map((one) => (isBesides(one) ? one : movedBy(from, one))));
    }
  }
  if (instance === null || errors.length > 0)
    throw new DomainError('VALIDATION_FAILED', { errors: errors.slice(0, problemsMax) });
  return Object.assign(instance, { [property]: read });
}

/** The objects and lists in `value`, itself included; counted up to `enough`. */
function countObjects(value: unknown, enough: number): number {
  let count = 0;
  // Not by recursion: what is looked at here has no bound on its depth yet.
  const rest: unknown[] = [value];
  while (rest.length > 0 && count < enough) {
    const one = rest.pop();
    if (typeof one !== 'object' || one === null) continue;
    count += 1;
    for (const inner of Object.values(one)) if (typeof inner === 'object' && inner !== null) rest.push(inner);
  }
  return count;
}

interface LongList {
  readonly property: string;
  readonly items: readonly unknown[];
  readonly max: number;
}

/** The first list of objects of the class that is longer than a step. Requests have one such list at most that may hold thousands. */
function longListOf(type: Dto<unknown>, plain: unknown): LongList | null {
  if (typeof plain !== 'object' || plain === null) return null;
  for (const [property, items] of Object.entries(plain)) {
    if (!Array.isArray(items) || items.length <= stepItems) continue;
    const rules = getMetadataStorage()
      .getTargetValidationMetadatas(type as never, '', false, false)
      .filter(({ propertyName }) => propertyName === property);
    const max: unknown = rules.find(({ name }) => name === 'arrayMaxSize')?.constraints[0];
    const isOfObjects = rules.some(({ type: kind }) => kind === 'nestedValidation');
    if (isOfObjects && typeof max === 'number') return { property, items, max };
  }
  return null;
}

/** `/debts/3/from` of the step that begins at 500 is `/debts/503/from`. */
function movedBy(from: number, { pointer, code }: FieldProblem): FieldProblem {
  const [, property = '', index, ...inner] = pointer.split('/');
  if (index === undefined) return { pointer, code };
  return { pointer: ['', property, Number(index) + from, ...inner].join('/'), code };
}

/** Deeper than any contract nests, and far from the depth at which recursion would overflow the stack. */
const depthMax = 64;

/**
 * The first thing that no field could hold: nesting without a bound, or text that PostgreSQL refuses (NUL, and halves of
 * surrogate pairs, which are no characters). Keys are looked at too, as in maps and free JSON they are data.
 * @param isEdge refuses control characters as well; between services they pass, as older rows may hold some
 */
function findUnkeepable(value: unknown, isEdge: boolean, depth: number): FieldProblem | null {
  if (typeof value === 'string') return findInText(value, isEdge);
  if (typeof value !== 'object' || value === null) return null;
  if (depth === depthMax) return { pointer: '', code: 'FORMAT' };
  for (const [key, inner] of Object.entries(value)) {
    if (!isKeepable(key)) return { pointer: '', code: 'FORMAT' };
    const found = findUnkeepable(inner, isEdge, depth + 1);
    if (found !== null) return below(key, found);
  }
  return null;
}

function findInText(text: string, isEdge: boolean): FieldProblem | null {
  if (!isKeepable(text)) return { pointer: '', code: 'FORMAT' };
  return isEdge && hasControls(text) ? { pointer: '', code: 'CONTROL_CHARACTER' } : null;
}

/**
 * The first key that every object inherits (`constructor`, `toString`), at any depth: the transformer drops such a key
 * without a word or fails at it, where any other field that nobody knows is refused.
 */
function findInherited(value: unknown): FieldProblem | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (key in Object.prototype) return below(key, { pointer: '', code: 'UNKNOWN_FIELD' });
    const found = findInherited(inner);
    if (found !== null) return below(key, found);
  }
  return null;
}

function below(key: string, { pointer, code }: FieldProblem): FieldProblem {
  return { pointer: `/${escapePointer(key)}${pointer}`, code };
}

function isKeepable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/**
 * Characters that nobody sees and that change how the text around them is shown: control characters but for tabs and line
 * breaks, and those that turn the direction of writing, by which one name is shown as another. Joiners stay: scripts need them.
 */
function hasControls(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Bidi_Control}]/u.test(text);
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Which of our codes stands for which of the validator's constraints. */
const codeOfConstraint: Readonly<Record<string, string>> = {
  whitelistValidation: 'UNKNOWN_FIELD',
  isString: 'TEXT_EXPECTED',
  isLength: 'TEXT_LENGTH',
  matches: 'FORMAT',
  isUuid: 'UUID_EXPECTED',
  isInt: 'WHOLE_NUMBER_EXPECTED',
  isNumber: 'NUMBER_EXPECTED',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
  isBoolean: 'FLAG_EXPECTED',
  isIn: 'NOT_ONE_OF',
  isIso8601: 'DATE_FORMAT',
  dateFormat: 'DATE_FORMAT',
  [saidYear]: 'YEAR_RANGE',
  year: 'YEAR_RANGE',
  isArray: 'LIST_EXPECTED',
  arrayMinSize: 'LIST_TOO_SHORT',
  arrayMaxSize: 'LIST_TOO_LONG',
  isObject: 'OBJECT_EXPECTED',
  nestedValidation: 'OBJECT_EXPECTED',
  mapValues: 'MAP_VALUES',
  rows: 'ROWS_FORMAT',
};

function problemsOf(error: ValidationError, parent: string, isEdge: boolean): FieldProblem[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const own = Object.keys(error.constraints ?? {})
    .filter((constraint) => isEdge || constraint !== saidYear)
    .slice(0, 1)
    .map((constraint) => ({ pointer, code: codeOf(constraint, error.value) }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, pointer, isEdge))];
}

function codeOf(constraint: string, value: unknown): string {
  if (value === undefined && constraint !== 'whitelistValidation') return 'REQUIRED';
  return codeOfConstraint[constraint] ?? 'FORMAT';
}
