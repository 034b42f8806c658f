import { childrenOf, nodeOf, type Tree } from './indicator-tree.model.js';

/** What is open of a tree: the keys of groups that are closed. */
export type Closed = ReadonlySet<string>;

/** The keys that are seen, from the top down. */
export function visibleKeys(tree: Tree, closed: Closed, parentKey: string | null = null): string[] {
  return childrenOf(tree, parentKey).flatMap(({ key }) => [
    key,
    ...(closed.has(key) ? [] : visibleKeys(tree, closed, key)),
  ]);
}

/** What a key does to a tree (WAI-ARIA, tree view): where the focus goes, or which group opens or closes. */
type TreeMove = { readonly focus: string } | { readonly open: string } | { readonly close: string } | null;

/** @param pressed as the browser names the key: an arrow, Home, End */
export function movedBy(tree: Tree, closed: Closed, at: string, pressed: string): TreeMove {
  const seen = visibleKeys(tree, closed);
  const place = seen.indexOf(at);
  const to = (key: string | undefined): TreeMove => (key === undefined ? null : { focus: key });
  switch (pressed) {
    case 'ArrowDown':
      return to(seen[place + 1]);
    case 'ArrowUp':
      return to(seen[place - 1]);
    case 'Home':
      return to(seen[0]);
    case 'End':
      return to(seen.at(-1));
    case 'ArrowRight':
      return inward(tree, closed, at);
    case 'ArrowLeft':
      return outward(tree, closed, at);
    default:
      return null;
  }
}

function inward(tree: Tree, closed: Closed, at: string): TreeMove {
  const [first] = childrenOf(tree, at);
  if (first === undefined) return null;
  return closed.has(at) ? { open: at } : { focus: first.key };
}

function outward(tree: Tree, closed: Closed, at: string): TreeMove {
  const node = nodeOf(tree, at);
  if (node?.leaf === null && !closed.has(at) && childrenOf(tree, at).length > 0) return { close: at };
  return node?.parentKey == null ? null : { focus: node.parentKey };
}

/** The next that is seen whose name begins with the letters that were typed, after the one that has the focus. */
export function typedTo(tree: Tree, closed: Closed, at: string, letters: string): string | null {
  const seen = visibleKeys(tree, closed);
  const place = seen.indexOf(at);
  const wanted = letters.toLowerCase();
  const turned = [...seen.slice(place + 1), ...seen.slice(0, place + 1)];
  return turned.find((key) => nodeOf(tree, key)?.name.toLowerCase().startsWith(wanted)) ?? null;
}

/** Where the focus goes when a node is taken away: to the one after it, before it, or above it. */
export function focusWithout(tree: Tree, key: string): string | null {
  const node = nodeOf(tree, key);
  if (node === undefined) return null;
  const siblings = childrenOf(tree, node.parentKey).map((one) => one.key);
  const place = siblings.indexOf(key);
  return siblings[place + 1] ?? siblings[place - 1] ?? node.parentKey;
}
