import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useCellName } from '../efficacy/use-cell-name.js';
import { itemOf } from './indicator-leaf.model.js';
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
          {leaf !== null && <div className="hint">{leafText(leaf, name)}</div>}
          {leaf === null && <TreeView nodes={nodes} parentKey={key} />}
        </li>
      ))}
    </ul>
  );
}

/** How an indicator is measured and what it is about, in one line that does not repeat its name. */
export function useLeafText() {
  const { t } = useTranslation();
  const format = useFormat();
  const cellName = useCellName();
  const sourceOf = (leaf: IndicatorLeaf, name: string): string => {
    if (leaf.kind === 'figure') return t('indicatorSystem.toldFigure', { name: leaf.figure ?? '' });
    if (leaf.kind === 'fact' && leaf.fact != null) {
      const fact = t(`indicatorSystem.fact.${leaf.fact}`);
      return fact === name ? t('indicatorSystem.leafKind.fact') : fact;
    }
    return t(`indicatorSystem.item.${itemOf(leaf) ?? 'likert'}`);
  };
  return (leaf: IndicatorLeaf, name: string): string => {
    const cell = cellName(`${leaf.function}.${leaf.business}`);
    const item = itemOf(leaf);
    const source = sourceOf(leaf, name);
    if (item === 'text') return t('indicatorSystem.wordsText', { source, cell });
    // These two say themselves from what to what they go.
    const isRangeSaid = item === 'likert' || item === 'nps';
    const said = t(isRangeSaid ? 'indicatorSystem.itemText' : 'indicatorSystem.leafText', {
      source,
      from: format.number(leaf.scaleMin),
      to: format.number(leaf.scaleMax),
      direction: t(`indicatorSystem.direction.${leaf.direction}`),
      cell,
    });
    if (leaf.target == null) return said;
    return t('indicatorSystem.withTarget', {
      said,
      target: format.number(leaf.target),
      unit: leaf.unit ?? '',
    });
  };
}
