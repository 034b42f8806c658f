import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropped, type DropPlace } from './drop-place.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';
import {
  add,
  change,
  type IndicatorNode,
  move,
  newKey,
  nodeOf,
  remove,
  type Step,
  type Tree,
} from './indicator-tree.model.js';
import { focusWithout } from './tree-focus.model.js';
import type { EditedSystem } from './use-edited-system.js';

/** What can be done to a tree; each act is said aloud, and can be taken back. */
export function useTreeEdit(edited: EditedSystem) {
  const { t } = useTranslation();
  const { nodes } = edited.values;
  const { at, choose, touched, touch } = useChosen(nodes);
  const [said, setSaid] = useState('');
  const nameOf = (key: string): string => nodeOf(nodes, key)?.name || t('indicatorDesign.unnamed');
  const apply = (tree: Tree, words: string): void => {
    setSaid(words);
    edited.change({ nodes: tree });
  };
  return {
    at,
    said,
    touched,
    choose,
    write: (key: string, changed: Partial<IndicatorNode>, field: string): void => {
      touch(key);
      edited.change({ nodes: change(nodes, key, changed) }, `${field} ${key}`);
    },
    step: (key: string, where: Step): void => {
      const after = move(nodes, key, where);
      const name = nameOf(key);
      if (after === nodes) setSaid(t('indicatorSystem.cannotMove', { name }));
      else apply(after, t(`indicatorSystem.moved.${where}`, { name }));
    },
    drop: (key: string, place: DropPlace): void => {
      const after = dropped(nodes, key, place);
      const words = { name: nameOf(key), onto: nameOf(place.onto) };
      if (after !== nodes) apply(after, t(`indicatorDesign.dropped.${place.where}`, words));
      choose(key);
    },
    add: (kind: 'group' | 'indicator'): void => {
      const { tree, key } = addedAt(nodes, at, kind);
      apply(tree, t(`indicatorDesign.added.${kind}`));
      choose(key);
    },
    remove: (key: string): void => {
      choose(focusWithout(nodes, key));
      apply(remove(nodes, key), t('indicatorDesign.removed', { name: nameOf(key) }));
    },
    takeBack: (way: 'undo' | 'redo'): void => {
      edited[way]();
      setSaid(t(`indicatorDesign.did.${way}`));
    },
  };
}

/** Which node is chosen, and which were typed in. */
function useChosen(nodes: Tree) {
  const [chosen, choose] = useState<string | null>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (key: string): void => setTouched((before) => new Set(before).add(key));
  return { at: nodeOf(nodes, chosen ?? '')?.key ?? nodes[0]?.key ?? null, choose, touched, touch };
}

export type TreeEdit = ReturnType<typeof useTreeEdit>;

/** Within the group that is chosen, else beside the indicator that is. */
function addedAt(tree: Tree, at: string | null, kind: 'group' | 'indicator') {
  const node = at === null ? undefined : nodeOf(tree, at);
  const parentKey = node?.leaf === null ? node.key : (node?.parentKey ?? null);
  return { tree: add(tree, parentKey, kind === 'group' ? null : surveyLeaf), key: newKey(tree) };
}
