import '../../../kit/styles/union.css';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagesOf, usePages } from '../../../api/use-read.js';
import { Refusal } from '../../../kit/states.js';
import { type Tree, useTree } from './use-tree.js';
import type { Union } from './union-form.model.js';

interface UnionTreeProps {
  readonly label: string;
  /** The topmost ones; a single one is unfolded from the start. */
  readonly roots: readonly Union[];
}

/** Unions and those below them, which are read as they are unfolded. */
export function UnionTree({ label, roots }: UnionTreeProps) {
  const { t } = useTranslation();
  const hintId = useId();
  const { tree, onKeyDown } = useTree(roots.map(({ id }) => id));
  return (
    <>
      <ul
        role="tree"
        aria-label={label}
        aria-describedby={hintId}
        className="plain-list union-tree"
        onKeyDown={onKeyDown}
      >
        {roots.map((union) => (
          <Node key={union.id} union={union} level={1} tree={tree} />
        ))}
      </ul>
      <p id={hintId} className="hint tree-hint">
        {t('union.treeHint')}
      </p>
    </>
  );
}

/** Only those below a union, which itself is the page around it. */
export function UnionsBelow({ label, parentId }: { readonly label: string; readonly parentId: string }) {
  const { t } = useTranslation();
  const branch = useBranch(parentId);
  const { items } = branch;
  return (
    <>
      {items !== undefined && items.length > 0 && <UnionTree label={label} roots={items} />}
      <BranchRest branch={branch} />
      {items?.length === 0 && <p className="hint">{t('union.noneBelow')}</p>}
    </>
  );
}

interface NodeProps {
  readonly union: Union;
  readonly level: number;
  readonly tree: Tree;
}

function Node({ union, level, tree }: NodeProps) {
  const { t } = useTranslation();
  const { id, name, tier, active } = union;
  const isOpen = tree.open.has(id);
  const labelId = useId();
  const tierId = useId();
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-labelledby={tier === null ? labelId : `${labelId} ${tierId}`}
        aria-level={level}
        aria-expanded={isOpen}
        tabIndex={tree.activeId === id ? 0 : -1}
        data-id={id}
        data-name={name}
        className="tree-row"
        onFocus={(event) => event.target === event.currentTarget && tree.activate(id)}
      >
        <button
          type="button"
          tabIndex={-1}
          className="tree-toggle"
          aria-label={t(isOpen ? 'union.fold' : 'union.open', { name })}
          onClick={() => tree.toggle(id)}
        />
        <Link id={labelId} to={`/unions/${id}`} tabIndex={-1} className="tree-link">
          {name}
        </Link>
        {tier !== null && (
          <span id={tierId} className="hint tree-tier">
            {t(`union.tiers.${tier}`)}
          </span>
        )}
        {!active && <span className="tag">{t('union.inactive')}</span>}
      </div>
      {isOpen && <Branch parentId={id} level={level + 1} tree={tree} />}
    </li>
  );
}

const branchPageSize = 200;

/** The unions directly below one, by name. */
function useBranch(parent: string) {
  const fetchPage = pagesOf('/unions', { parent });
  return usePages(['union', '/unions', { parent }, 'pages'], (page, signal) =>
    fetchPage({ ...page, limit: branchPageSize }, signal),
  );
}

interface BranchProps {
  readonly parentId: string;
  readonly level: number;
  readonly tree: Tree;
}

function Branch({ parentId, level, tree }: BranchProps) {
  const { t } = useTranslation();
  const branch = useBranch(parentId);
  const { items } = branch;
  return (
    <>
      {items !== undefined && items.length > 0 && (
        <ul role="group" className="plain-list tree-branch">
          {items.map((union) => (
            <Node key={union.id} union={union} level={level} tree={tree} />
          ))}
        </ul>
      )}
      <BranchRest branch={branch} />
      {items?.length === 0 && <p className="hint tree-note">{t('union.noneBelow')}</p>}
    </>
  );
}

/** That more is read, or can be, or failed. */
function BranchRest({ branch }: { readonly branch: ReturnType<typeof useBranch> }) {
  const { t } = useTranslation();
  const { items, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = branch;
  const again = (): void => void (hasNextPage ? fetchNextPage() : refetch());
  return (
    <>
      {items === undefined && error === null && <p className="hint tree-note">{t('common.loading')}</p>}
      {hasNextPage && error === null && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('union.more')}
        </Button>
      )}
      {error !== null && (
        <>
          <Refusal title={t('common.failed')} error={error} />
          <Button onClick={again}>{t('common.retry')}</Button>
        </>
      )}
    </>
  );
}
