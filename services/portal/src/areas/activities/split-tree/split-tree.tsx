import './split-tree.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';

type Schemas = components['schemas'];
type SplitPlace = Omit<Schemas['SplitNodeView'], 'gifts'>;

interface SplitTreeProps<Node extends SplitPlace> {
  /** Parents before their children. */
  readonly nodes: readonly Node[];
  /** The amounts that a node assigns, and to whom. */
  readonly gifts: (node: Node) => ReactNode;
}

/** A rule as a tree, with the amount that reached each node. */
export function SplitTree<Node extends SplitPlace>({ nodes, gifts }: SplitTreeProps<Node>) {
  const [root] = nodes;
  if (root === undefined) return null;
  return (
    <ul className="split-tree">
      <Branch node={root} nodes={nodes} gifts={gifts} />
    </ul>
  );
}

function Branch<Node extends SplitPlace>({
  node,
  nodes,
  gifts,
}: SplitTreeProps<Node> & { readonly node: Node }) {
  const inner = nodes.filter(
    ({ pointer, depth }) => depth === node.depth + 1 && pointer.startsWith(`${node.pointer}/`),
  );
  return (
    <li className={node.reached === null ? 'is-unused' : undefined}>
      <p>
        <Place node={node} />
      </p>
      {node.reached !== null && gifts(node)}
      {inner.length > 0 && (
        <ul className="split-tree">
          {inner.map((one) => (
            <Branch key={one.pointer} node={one} nodes={nodes} gifts={gifts} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The kind of a node, its place, and the amount that reached it. */
function Place({ node }: { readonly node: SplitPlace }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { kind, percent, upTo, reached } = node;
  const details = [
    ...(percent === null ? [] : [t('splitTree.percent', { percent })]),
    ...(upTo === null ? [] : [t('splitTree.upTo', { amount: money(upTo) })]),
  ].join(t('common.separator'));
  return (
    <>
      <TierOf node={node} />
      <strong>{t(`splitRule.kind.${kind}`)}</strong>
      {details !== '' && ` ${details}`}{' '}
      <span className="split-reached">
        {reached === null ? t('splitTree.unused') : t('splitTree.reached', { amount: money(reached) })}
      </span>
    </>
  );
}

function TierOf({ node: { tier, tierFrom, tierUpTo } }: { readonly node: SplitPlace }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (tier === null || tierFrom === null) return null;
  const from = money(tierFrom);
  const words =
    tierUpTo === null
      ? t('splitTree.lastTier', { number: tier, from })
      : t('splitTree.tier', { number: tier, from, to: money(tierUpTo) });
  return <span className="hint">{words} </span>;
}
