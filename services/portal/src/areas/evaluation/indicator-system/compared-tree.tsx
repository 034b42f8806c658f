import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type ComparedNode, type Difference, fieldTextOf } from './comparison.model.js';
import type { IndicatorLeaf } from './indicator-tree.model.js';

interface ComparedTreeProps {
  readonly nodes: readonly ComparedNode[];
  readonly parentKey?: string | null;
}

/** Each node with the words for what became of it; those words carry it, and colour only helps. */
export function ComparedTree({ nodes, parentKey = null }: ComparedTreeProps) {
  const { t } = useTranslation();
  const own = nodes.filter(({ node }) => node.parentKey === parentKey);
  if (own.length === 0) return null;
  return (
    <ul className="tree-view">
      {own.map(({ node, difference }) => {
        const isGone = difference?.after === null;
        return (
          <li key={node.key}>
            {isGone ? <del>{node.name}</del> : <strong>{node.name}</strong>}
            {difference?.marks.map((mark) => (
              <span key={mark} className={`tag mark-${mark}`}>
                {t(`indicatorDesign.mark.${mark}`)}
              </span>
            ))}
            {difference !== null && <Details difference={difference} nodes={nodes} />}
            <ComparedTree nodes={nodes} parentKey={node.key} />
          </li>
        );
      })}
    </ul>
  );
}

function Details({
  difference,
  nodes,
}: {
  readonly difference: Difference;
  readonly nodes: readonly ComparedNode[];
}) {
  const { t } = useTranslation();
  const { before, after, marks, fields } = difference;
  if (before === null || after === null) return null;
  const nameOf = (key: string | null): string =>
    key === null
      ? t('indicatorDesign.top')
      : (nodes.find(({ node }) => node.key === key)?.node.name ?? t('indicatorDesign.top'));
  return (
    <>
      {marks.includes('renamed') && (
        <div className="hint">{t('indicatorDesign.wasNamed', { name: before.name })}</div>
      )}
      {marks.includes('moved') && before.parentKey !== after.parentKey && (
        <div className="hint">{t('indicatorDesign.wasWithin', { name: nameOf(before.parentKey) })}</div>
      )}
      {fields.map((field) => (
        <Field key={field} field={field} before={before.leaf} after={after.leaf} />
      ))}
    </>
  );
}

interface FieldProps {
  readonly field: string;
  readonly before: IndicatorLeaf | null;
  readonly after: IndicatorLeaf | null;
}

function Field({ field, before, after }: FieldProps) {
  const { t } = useTranslation();
  const textOf = useFieldText();
  if (before === null || after === null) {
    return (
      <div className="hint">
        {t(after === null ? 'indicatorDesign.nowGroup' : 'indicatorDesign.nowIndicator')}
      </div>
    );
  }
  const name = t(`indicatorDesign.field.${field as 'unit'}`);
  return (
    <div className="hint">
      {t('indicatorDesign.fieldChanged', {
        name,
        before: textOf(before, field),
        after: textOf(after, field),
      })}
    </div>
  );
}

function useFieldText() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const words: Readonly<Record<string, (word: string) => string>> = {
    kind: (word) => t(`indicatorSystem.leafKind.${word as 'survey'}`),
    item: (word) => t(`indicatorSystem.item.${word as 'likert'}`),
    fact: (word) => t(`indicatorSystem.fact.${word as 'fillRate'}`),
    direction: (word) => t(`indicatorSystem.direction.${word as 'max'}`),
    missing: (word) => t(`indicatorDesign.missingRule.${word as 'omit'}`),
    function: (word) => t(`evaluation.function.${word as 'service'}`),
    business: (word) => t(`evaluation.business.${word as 'service'}`),
  };
  return (leaf: IndicatorLeaf, field: string): string => {
    const text = fieldTextOf(leaf, field);
    if (text.kind === 'none') return t('common.none');
    if (text.kind === 'number') return number(text.number);
    return words[field]?.(text.text) ?? text.text;
  };
}
