/** One text of the page that is no longer as it was: `before` is empty where it is new, `now` where it is gone. */
export interface ShownChange {
  /** What the page calls it; empty where it has no name of its own. */
  readonly label: string;
  readonly before: string;
  readonly now: string;
}

/** What is there to act on, or says how an act went, is no part of what was decided on. */
const notContent =
  'button, dialog, [role="dialog"], [role="alert"], [role="status"], [aria-live], .ant-spin, script, style';

/**
 * Notes which texts a part of the page changes from now on, as the reader sees them.
 * @returns ends it, with what is different at the end; what came and went meanwhile is not
 */
export function watchShown(element: Element): () => ShownChange[] {
  const texts = new Map<Node, string>();
  const added = new Set<Node>();
  const removed = new Map<Node, ShownChange>();
  const take = (records: readonly MutationRecord[]): void => {
    for (const { type, target, oldValue, addedNodes, removedNodes } of records) {
      if (type === 'characterData' && !texts.has(target)) texts.set(target, oldValue ?? '');
      for (const node of addedNodes) added.add(node);
      for (const node of removedNodes) {
        // Moved, or never seen before: neither is a loss.
        if (!added.delete(node) && isContent(target))
          removed.set(node, { label: labelOf(target), before: wordsOf(node), now: '' });
      }
    }
  };
  const observer = new MutationObserver(take);
  observer.observe(element, {
    subtree: true,
    childList: true,
    characterData: true,
    characterDataOldValue: true,
  });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    const isThere = (node: Node): boolean => node.isConnected && isContent(node);
    const changed = [...texts]
      .filter(([node]) => isThere(node))
      .map(([node, before]) => ({ label: labelOf(node), before: before.trim(), now: wordsOf(node) }));
    const fresh = [...added]
      .filter((node) => isThere(node) && !removed.has(node))
      .map((node) => ({ label: labelOf(node), before: '', now: wordsOf(node) }));
    const gone = [...removed].filter(([node]) => !node.isConnected).map(([, change]) => change);
    return [...changed, ...gone, ...fresh].filter(({ before, now }) => before !== now);
  };
}

function isContent(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && element.closest(notContent) === null;
}

/** The texts of a part one after the other: those of two cells are two words. */
function wordsOf(node: Node): string {
  if (node instanceof Element && node.matches(notContent)) return '';
  if (node.childNodes.length === 0) return (node.textContent ?? '').trim();
  return [...node.childNodes].map(wordsOf).filter(Boolean).join(' ');
}

/** The term that a text is the description of. */
function labelOf(node: Node): string {
  const element = node instanceof Element ? node : node.parentElement;
  const term = element?.closest('dd')?.previousElementSibling;
  return term?.tagName === 'DT' ? wordsOf(term) : '';
}
