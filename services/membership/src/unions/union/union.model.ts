import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UnionPlaceDto } from '@gongxiang/contracts/membership/union-place';
import type { ChangeUnionRequest } from '@gongxiang/contracts/membership/unions/union.contract';
import { checkUscc, DomainError, isWithin, pathsUpwards, rootPath, usccKind } from '@gongxiang/domain';
import type { UnionRow } from './union.entity.js';

/**
 * In the name of a closed union nothing new begins.
 * @throws DomainError 409 `PARTY_CLOSED`
 */
export function requireOpen({ active, name }: Pick<UnionRow, 'active' | 'name'>, pointer?: string): void {
  if (active) return;
  const at = pointer === undefined ? {} : { pointer };
  throw new DomainError('PARTY_CLOSED', { params: { name }, ...at });
}

/** The path of a union's n-th child: numbers in base 36, so that paths stay short. */
export function childPath(parentPath: string, number: number): string {
  return `${parentPath}${number.toString(36)}.`;
}

/**
 * The path of the union that decides where something goes from one union to another: the nearest one above the first
 * that also reaches the second, which may be the second itself.
 */
export function decidedAbove(fromPath: string, toPath: string): string {
  const above = pathsUpwards(fromPath).filter((path) => path !== fromPath);
  return above.findLast((path) => isWithin(toPath, path)) ?? rootPath;
}

/**
 * Whether a union may move below another one. The root stays where it is, and no union goes below itself.
 * @throws DomainError `UNION_MOVE_OF_ROOT`, `UNION_MOVE_WITHIN`, `PARTY_CLOSED`
 */
export function checkMove(union: UnionRow, target: UnionRow): void {
  const pointer = '/parentId';
  if (union.parentId === null) throw new DomainError('UNION_MOVE_OF_ROOT', { pointer });
  if (isWithin(target.path, union.path)) throw new DomainError('UNION_MOVE_WITHIN', { pointer });
  requireOpen(target, pointer);
}

/** The depth in the tree: 1 for the federation, `1.`. */
export function levelOf(path: string): number {
  return path.split('.').length - 1;
}

/** The park of a union: the nearest one at its path or above it; null if there is none. */
export function parkOf<Park extends { readonly path: string }>(
  path: string,
  parks: readonly Park[],
): Park | null {
  const around = parks.filter((park) => isWithin(path, park.path));
  return around.reduce<Park | null>(
    (nearest, park) => (nearest === null || park.path.length > nearest.path.length ? park : nearest),
    null,
  );
}

/**
 * The size class of a union: that of the nearest firm at its path or above it, as a branch belongs to its firm.
 * @param firms the size classes of firms by the paths of their unions
 * @returns null if no firm's union is above
 */
export function sizeClassAt(path: string, firms: ReadonlyMap<string, SizeClassName>): SizeClassName | null {
  const nearest = pathsUpwards(path)
    .filter((place) => firms.has(place))
    .sort((left, right) => right.length - left.length)[0];
  return firms.get(nearest ?? '') ?? null;
}

type Place = Pick<UnionRow, 'longitude' | 'latitude' | 'address'>;

/** The columns of a place; all null without one. */
export function placeColumns(place: UnionPlaceDto | null | undefined): Place {
  const { longitude = null, latitude = null, address = null } = place ?? {};
  return { longitude, latitude, address };
}

/** The place as published and shown; null if it is unknown. */
export function placeOf({ longitude, latitude, address }: Place): UnionPlaceDto | null {
  return longitude === null || latitude === null ? null : { longitude, latitude, address };
}

/**
 * Omitted fields stay; a tier or a place that is null is removed, and a name, a code or a union above that is null stays.
 * @throws DomainError `VALIDATION_FAILED` if nothing is given; see `checkUnionCode` for a code
 */
export function changedBy(before: UnionRow, request: Omit<ChangeUnionRequest, 'unionId'>): UnionRow {
  const { name, tier, place, uscc, parentId } = request;
  if ([name, uscc, parentId].every(isNothing) && tier === undefined && place === undefined)
    throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer: '', code: 'REQUIRED' }] });
  return {
    ...before,
    version: before.version + 1,
    name: name ?? before.name,
    tier: tier === undefined ? before.tier : tier,
    ...(place === undefined ? {} : placeColumns(place)),
    ...changedCode(before, uscc),
    parentId: parentId ?? before.parentId,
  };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A code that is already there keeps its check: a reviewed one is not to be reviewed again. */
function changedCode(before: UnionRow, uscc: string | null | undefined): Partial<CheckedCode> {
  if (uscc === undefined || uscc === null) return {};
  const checked = checkUnionCode(uscc);
  return checked.uscc === before.uscc ? {} : checked;
}

/** The fields of a change that wait for another person. */
export type WaitingField = 'name' | 'tier' | 'uscc' | 'parentId';

/**
 * The fields that wait for another person: the code always, as other registers rely on it, and the place in the tree, as
 * others are over its members then; name and tier unless the caller holds office above.
 */
export function waitingFields(isFromAbove: boolean): readonly WaitingField[] {
  return isFromAbove ? ['uscc', 'parentId'] : ['name', 'tier', 'uscc', 'parentId'];
}

/** What of a wanted change takes effect at once: all but the fields that wait. */
export function changedAtOnce(
  before: UnionRow,
  wanted: UnionRow,
  waiting: readonly WaitingField[],
): UnionRow {
  return {
    ...wanted,
    name: waiting.includes('name') ? before.name : wanted.name,
    tier: waiting.includes('tier') ? before.tier : wanted.tier,
    uscc: before.uscc,
    usccCheck: before.usccCheck,
    parentId: before.parentId,
  };
}

/** The columns of a code that another officer has confirmed: their look is the review of one that fails its check. */
export function confirmedCode(code: string): Pick<UnionRow, 'uscc' | 'usccCheck'> {
  const { uscc, usccCheck } = checkUnionCode(code);
  return { uscc, usccCheck: usccCheck === 'failed' ? 'reviewed' : usccCheck };
}

export interface CheckedCode {
  readonly uscc: string;
  /** A genuine code can fail its check digit: it is stored, and a person reviews it with evidence. */
  readonly usccCheck: 'passed' | 'failed';
}

/**
 * Checks a union's own code.
 * @throws DomainError `USCC_FORMAT` unless it has 18 characters of the alphabet, `USCC_NOT_A_UNION` if it is of
 * another kind
 */
export function checkUnionCode(code: string): CheckedCode {
  const { value, valid, reason } = checkUscc(code);
  if (reason === 'LENGTH' || reason === 'ALPHABET')
    throw new DomainError('USCC_FORMAT', { pointer: '/uscc' });
  if (usccKind(value) !== 'union') throw new DomainError('USCC_NOT_A_UNION', { pointer: '/uscc' });
  return { uscc: value, usccCheck: valid ? 'passed' : 'failed' };
}
