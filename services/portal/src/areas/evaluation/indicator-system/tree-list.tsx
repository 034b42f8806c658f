import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { childrenOf, type IndicatorNode, levelOf, nodeOf, type Tree } from './indicator-tree.model.js';
import { type Closed, movedBy, typedTo, visibleKeys } from './tree-focus.model.js';
import { useLeafText } from './tree-view.js';
import { useTreeDrag } from './use-tree-drag.js';
import type { TreeEdit } from './use-tree-edit.js';

interface TreeListProps {
  readonly tree: Tree;
  readonly edit: TreeEdit;
  readonly closed: Closed;
  /** What is wrong with single nodes, by their keys. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onClosed: (closed: Closed) => void;
  readonly onRename: () => void;
}

const steps = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
const letterPauseMs = 600;

/** The tree view of WAI-ARIA: one node has the focus, arrows move it, Alt with arrows moves the node. */
export function TreeList(props: TreeListProps) {
  const { t } = useTranslation();
  const { tree, edit, closed, onClosed } = props;
  const list = useRef<HTMLUListElement>(null);
  const drag = useTreeDrag(tree, edit.drop);
  const press = useKeys(props);
  const id = useId();
  const hadFocus = useRef(false);
  // A node that moves in the page loses the focus: it gets it back.
  useEffect(() => {
    if (hadFocus.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [edit.at, tree]);
  const toggle = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    onClosed(next);
  };
  return (
    <ul
      ref={list}
      role="tree"
      aria-label={t('indicatorSystem.tree')}
      className={drag.dragged === null ? 'tree-list' : 'tree-list is-dragging'}
      onKeyDown={press}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => {
        // What is taken out of the page has no place to which the focus would go.
        if (event.relatedTarget !== null) hadFocus.current = false;
      }}
    >
      {visibleKeys(tree, closed).map((key) => {
        const node = nodeOf(tree, key);
        return node && <Item key={key} {...props} node={node} id={id} drag={drag} onToggle={toggle} />;
      })}
    </ul>
  );
}

interface ItemProps extends TreeListProps {
  readonly node: IndicatorNode;
  readonly id: string;
  readonly drag: ReturnType<typeof useTreeDrag>;
  readonly onToggle: (key: string) => void;
}

/** Items stand beside each other and say their level: within each other, one would be read with all that is below it. */
function Item({ node, ...rest }: ItemProps) {
  const { tree, edit, closed, drag, id } = rest;
  const siblings = childrenOf(tree, node.parentKey);
  const level = levelOf(tree, node.key);
  const hasChildren = childrenOf(tree, node.key).length > 0;
  const isOpen = !closed.has(node.key);
  const isChosen = edit.at === node.key;
  const dropClass = drag.dragged?.place?.onto === node.key ? ` drop-${drag.dragged.place.where}` : '';
  return (
    <li
      role="treeitem"
      aria-selected={isChosen}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-level={level}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-setsize={siblings.length}
      aria-labelledby={`${id}-${node.key}`}
      tabIndex={isChosen ? 0 : -1}
      className={`tree-row${isChosen ? ' is-chosen' : ''}${dropClass}`}
      style={{ '--level': level - 1 } as CSSProperties}
      data-node={node.key}
      onClick={() => edit.choose(node.key)}
    >
      <Row node={node} hasChildren={hasChildren} isOpen={isOpen} {...rest} />
    </li>
  );
}

interface RowProps extends ItemProps {
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

function Row({ node, hasChildren, isOpen, problems, drag, id, onToggle }: RowProps) {
  const { t } = useTranslation();
  const leafText = useLeafText();
  const problem = problems.get(node.key);
  const toggleClass = isOpen ? 'tree-arrow is-open' : 'tree-arrow';
  return (
    <>
      <span
        className={hasChildren ? toggleClass : undefined}
        aria-hidden="true"
        onClick={() => hasChildren && onToggle(node.key)}
      />
      <span id={`${id}-${node.key}`} className="tree-text">
        <span className={node.leaf === null ? 'tree-group' : undefined}>
          {node.name || t('indicatorDesign.unnamed')}
        </span>
        <span className="hint">
          {node.leaf === null ? t('indicatorDesign.group') : leafText(node.leaf, node.name)}
        </span>
        {problem !== undefined && <span className="field-error">{problem}</span>}
      </span>
      <span className="tree-handle" aria-hidden="true" {...drag.handleOf(node.key)} />
    </>
  );
}

function useKeys({ tree, edit, closed, onClosed, onRename }: TreeListProps) {
  const letters = useRef({ text: '', at: 0 });
  const { at } = edit;
  const walk = (key: string, pressed: string): boolean => {
    const to = movedBy(tree, closed, key, pressed);
    if (to === null) return false;
    if ('focus' in to) edit.choose(to.focus);
    else if ('close' in to) onClosed(new Set([...closed, to.close]));
    else onClosed(new Set([...closed].filter((one) => one !== to.open)));
    return true;
  };
  const type = (key: string, letter: string): boolean => {
    const now = Date.now();
    const text = now - letters.current.at < letterPauseMs ? letters.current.text + letter : letter;
    letters.current = { text, at: now };
    const found = typedTo(tree, closed, key, text);
    if (found !== null) edit.choose(found);
    return found !== null;
  };
  const act = (key: string, event: KeyboardEvent): boolean => {
    const step = event.altKey ? steps[event.key as keyof typeof steps] : undefined;
    if (step !== undefined) edit.step(key, step);
    else if (event.key === 'Delete') edit.remove(key);
    else if (event.key === 'Enter' || event.key === 'F2') onRename();
    else if (event.ctrlKey || event.metaKey) return takeBack(edit, event);
    else if (event.key.length === 1 && event.key !== ' ') return type(key, event.key);
    else return walk(key, event.key);
    return true;
  };
  return (event: KeyboardEvent): void => {
    if (at !== null && act(at, event)) event.preventDefault();
  };
}

function takeBack(edit: TreeEdit, { key, shiftKey }: KeyboardEvent): boolean {
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) edit.takeBack('redo');
  else if (letter === 'z') edit.takeBack('undo');
  else return false;
  return true;
}
