import { type KeyboardEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { aboveOf, belowOf, stepOf, typedTo } from './tree.model.js';

const typingRestMs = 700;

export interface Tree {
  readonly open: ReadonlySet<string>;
  /** The one item that Tab reaches. */
  readonly activeId: string | undefined;
  readonly activate: (id: string) => void;
  readonly toggle: (id: string) => void;
}

/** Which branches of a tree are unfolded and which item has the focus, with the keys of the ARIA pattern for trees. */
export function useTree(rootIds: readonly string[]) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(rootIds.length === 1 ? rootIds : []));
  const [activeId, activate] = useState(rootIds[0]);
  const typed = useRef({ text: '', at: 0 });
  const toggle = (id: string): void => setOpen((before) => toggled(before, id));
  const textAfter = (letter: string): string => {
    const now = Date.now();
    const { text, at } = typed.current;
    typed.current = { text: now - at < typingRestMs ? text + letter : letter, at: now };
    return typed.current.text;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const item = event.target;
    if (!isItem(item) || event.ctrlKey || event.altKey || event.metaKey) return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const id = item.dataset['id'] ?? '';
    if (event.key === 'Enter') void navigate(`/unions/${id}`);
    else if (isToggle(event.key, item)) toggle(id);
    else if (!focusOn(event.key, { items, index: items.indexOf(item), textAfter })) return;
    event.preventDefault();
  };
  const tree: Tree = { open, activeId, activate, toggle };
  return { tree, onKeyDown };
}

function isItem(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.getAttribute('role') === 'treeitem';
}

/** Right unfolds a folded branch, left folds an unfolded one. */
function isToggle(key: string, item: HTMLElement): boolean {
  return key === (item.getAttribute('aria-expanded') === 'true' ? 'ArrowLeft' : 'ArrowRight');
}

interface Place {
  readonly items: readonly HTMLElement[];
  readonly index: number;
  readonly textAfter: (letter: string) => string;
}

/** Moves the focus. @returns whether the key is one that moves it */
function focusOn(key: string, place: Place): boolean {
  const next = placeAfter(key, place);
  if (next === null) return false;
  place.items[next]?.focus();
  return true;
}

/** Null where the key does not move the focus; the current place where there is nothing to move to. */
function placeAfter(key: string, { items, index, textAfter }: Place): number | null {
  const levels = items.map((item) => Number(item.getAttribute('aria-level')));
  if (key === 'ArrowLeft') return aboveOf(levels, index) ?? index;
  if (key === 'ArrowRight') return belowOf(levels, index) ?? index;
  const isLetter = [...key].length === 1 && key.trim() !== '';
  if (!isLetter) return stepOf(key, index, items.length);
  const names = items.map(({ dataset }) => dataset['name'] ?? '');
  return typedTo(names, index, textAfter(key)) ?? index;
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
