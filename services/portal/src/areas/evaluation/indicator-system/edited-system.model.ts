import { canonical } from '../../../kit/changes.model.js';
import { type IndicatorNode, ordered, type Tree } from './indicator-tree.model.js';

export interface SystemValues {
  readonly name: string;
  readonly nodes: Tree;
}

/** A tree as it is being edited, and what of the platform it began with. */
export interface Edited {
  readonly base: SystemValues;
  /** Of the base: what a change is refused by once somebody else has saved. */
  readonly version: number;
  readonly values: SystemValues;
}

interface Saved {
  readonly name: string;
  readonly nodes: readonly IndicatorNode[];
  readonly version: number;
}

export function editedOf({ name, nodes, version }: Saved): Edited {
  const base = { name, nodes: ordered(nodes) };
  return { base, version, values: base };
}

/** A name is saved without the blanks around it: they are no change. */
export function isChanged({ base, values }: Edited): boolean {
  const textOf = ({ name, nodes }: SystemValues): string => canonical({ name: name.trim(), nodes });
  return textOf(base) !== textOf(values);
}

/** What is kept here, or what is saved: as long as nothing is changed here, what others save is shown. */
export function presentOf(kept: Edited | null, saved: Saved): Edited {
  return kept === null || (isBehind(kept, saved) && !isChanged(kept)) ? editedOf(saved) : kept;
}

export function isBehind({ version }: Edited, saved: Saved): boolean {
  return saved.version > version;
}

/** The changes that were made here on top of what somebody else has saved, whose own changes go. */
export function insisted({ values }: Edited, saved: Saved): Edited {
  return { ...editedOf(saved), values };
}
