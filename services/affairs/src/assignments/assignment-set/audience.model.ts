import { DomainError } from '@gongxiang/domain';

/** Which unions below somebody has chosen: some for themselves, some with all below them. */
export interface ChosenUnions {
  readonly unionIds: readonly string[];
  readonly branchIds: readonly string[];
}

/** Those that were chosen and are not among the open unions below. @param found open unions below, at least those that were chosen */
export function unknownOf({ unionIds, branchIds }: ChosenUnions, found: Iterable<string>): string[] {
  const known = new Set(found);
  return [...new Set([...unionIds, ...branchIds])].filter((id) => !known.has(id));
}

/** Without what is not among the open unions below any more. */
export function openOf(
  chosen: ChosenUnions,
  found: Iterable<string>,
): { unionIds: string[]; branchIds: string[] } {
  const known = new Set(found);
  const isOpen = (id: string): boolean => known.has(id);
  return { unionIds: chosen.unionIds.filter(isOpen), branchIds: chosen.branchIds.filter(isOpen) };
}

/** @throws DomainError `ASSIGNMENT_UNIONS_MISSING`, `ASSIGNMENT_UNION_NOT_BELOW` */
export function requireChosen(chosen: ChosenUnions, found: Iterable<string>): void {
  if (chosen.unionIds.length + chosen.branchIds.length === 0)
    throw new DomainError('ASSIGNMENT_UNIONS_MISSING', { pointer: '/unionIds' });
  const [unknown] = unknownOf(chosen, found);
  if (unknown === undefined) return;
  const list = chosen.unionIds.includes(unknown) ? 'unionIds' : 'branchIds';
  throw new DomainError('ASSIGNMENT_UNION_NOT_BELOW', { pointer: `/${list}` });
}
