import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { useCellName } from '../efficacy/use-cell-name.js';
import { childrenOf, type IndicatorLeaf, type Tree } from './indicator-tree.model.js';

interface TreeViewProps {
  readonly nodes: Tree;
  readonly parentKey?: string | null;
}

/** The tree as it stands, to be read. */
export function TreeView({ nodes, parentKey = null }: TreeViewProps) {
  const leafText = useLeafText();
  return (
    <ul className="tree-view">
      {childrenOf(nodes, parentKey).map(({ key, name, leaf }) => (
        <li key={key}>
          {leaf === null ? <strong>{name}</strong> : name}
          {leaf !== null && <div className="hint">{leafText(leaf)}</div>}
          {leaf === null && <TreeView nodes={nodes} parentKey={key} />}
        </li>
      ))}
    </ul>
  );
}

/** How an indicator is measured and what it is about, in one line. */
export function useLeafText() {
  const { t } = useTranslation();
  const format = useFormat();
  const cellName = useCellName();
  return (leaf: IndicatorLeaf): string =>
    t('indicatorSystem.leafText', {
      source:
        leaf.kind === 'fact' && leaf.fact != null
          ? t(`indicatorSystem.fact.${leaf.fact}`)
          : t('indicatorSystem.leafKind.survey'),
      from: format.number(leaf.scaleMin),
      to: format.number(leaf.scaleMax),
      direction: t(`indicatorSystem.direction.${leaf.direction}`),
      cell: cellName(`${leaf.function}.${leaf.business}`),
    });
}
