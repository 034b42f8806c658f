/** Something that can be opened. */
export interface Choice {
  readonly to: string;
  readonly name: string;
  readonly detail?: string;
}

export interface ChoiceGroup {
  readonly key: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}

export function useFoundThings(_q: string): {
  groups: readonly ChoiceGroup[];
  isOnItsWay: boolean;
  status: string;
} {
  return { groups: [], isOnItsWay: false, status: '' };
}
