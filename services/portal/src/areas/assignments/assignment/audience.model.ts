/** Unions that were chosen: some for themselves, some with all below them. */
export interface ChosenUnions {
  readonly unionIds: readonly string[];
  readonly branchIds: readonly string[];
}

/** As many as one choice may name. */
export const chosenUnionsMax = 200;

export const isFull = ({ unionIds, branchIds }: ChosenUnions): boolean =>
  unionIds.length + branchIds.length >= chosenUnionsMax;

/** With one more or one less of those that stand for themselves. */
export function withUnion(chosen: ChosenUnions, id: string, isChosen: boolean): ChosenUnions {
  return { ...chosen, unionIds: toggled(chosen.unionIds, id, isChosen) };
}

/** With one more or one less of those that stand for all below them; alone it need not be named as well. */
export function withBranch(
  { unionIds, branchIds }: ChosenUnions,
  id: string,
  isChosen: boolean,
): ChosenUnions {
  return {
    unionIds: isChosen ? unionIds.filter((one) => one !== id) : unionIds,
    branchIds: toggled(branchIds, id, isChosen),
  };
}

function toggled(ids: readonly string[], id: string, isIn: boolean): string[] {
  const others = ids.filter((one) => one !== id);
  return isIn ? [...others, id] : others;
}

/** Of unions that were found, those below a place of the tree. */
export function belowOf<Union extends { readonly path: string }>(
  unions: readonly Union[],
  path: string,
): Union[] {
  return unions.filter((union) => union.path !== path && union.path.startsWith(path));
}
