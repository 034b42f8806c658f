import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { AxisFields } from './axis-fields.js';
import { ChoiceFields } from './choice-fields.js';
import {
  explainedFact,
  facts,
  itemOf,
  items,
  kinds,
  withFact,
  withItem,
  withKind,
} from './indicator-leaf.model.js';
import type { IndicatorLeaf } from './indicator-tree.model.js';
import { Labelled } from './labelled.js';
import { ScaleFields } from './scale-fields.js';

export interface LeafFieldsProps {
  readonly leaf: IndicatorLeaf;
  /** @param field what is typed in, so that typing is taken back in one step */
  readonly onChange: (leaf: IndicatorLeaf, field: string) => void;
}

/** How an indicator is measured, and what it is about. */
export function LeafFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="leaf-grid">
        <Labelled text={t('indicatorSystem.leaf.kind')}>
          <Choice
            value={leaf.kind}
            options={kinds.map((value) => ({ value, label: t(`indicatorSystem.leafKind.${value}`) }))}
            onChange={(kind) => kind !== undefined && onChange(withKind(leaf, kind), 'kind')}
          />
        </Labelled>
        <SourceField leaf={leaf} onChange={onChange} />
      </div>
      {itemOf(leaf) === 'choice' && <ChoiceFields leaf={leaf} onChange={onChange} />}
      {itemOf(leaf) === 'text' ? (
        <p className="hint">{t('indicatorDesign.textHint')}</p>
      ) : (
        <ScaleFields leaf={leaf} onChange={onChange} />
      )}
      <AboutFields leaf={leaf} onChange={onChange} />
      <AxisFields leaf={leaf} onChange={onChange} />
    </>
  );
}

/** Which question, fact or figure. */
function SourceField({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  if (leaf.kind === 'fact') {
    const fact = leaf.fact ?? 'attendanceRate';
    const explained = explainedFact(fact);
    return (
      <div>
        <Labelled text={t('indicatorSystem.leaf.fact')}>
          <Choice
            value={fact}
            options={facts.map((value) => ({ value, label: t(`indicatorSystem.fact.${value}`) }))}
            onChange={(chosen) => chosen !== undefined && onChange(withFact(leaf, chosen), 'fact')}
          />
        </Labelled>
        {explained !== null && <p className="hint">{t(`indicatorDesign.factHint.${explained}`)}</p>}
      </div>
    );
  }
  if (leaf.kind === 'figure') {
    return (
      <Labelled text={t('indicatorDesign.figure')}>
        <Input
          value={leaf.figure ?? ''}
          maxLength={60}
          onChange={({ target }) => onChange({ ...leaf, figure: target.value }, 'figure')}
        />
      </Labelled>
    );
  }
  return (
    <Labelled text={t('indicatorDesign.item')}>
      <Choice
        value={itemOf(leaf) ?? 'likert'}
        options={items.map((value) => ({ value, label: t(`indicatorSystem.item.${value}`) }))}
        onChange={(item) => item !== undefined && onChange(withItem(leaf, item), 'item')}
      />
    </Labelled>
  );
}

function AboutFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="leaf-grid">
      <Labelled text={t('evaluation.functionLabel')}>
        <Choice
          value={leaf.function}
          options={resourceFunctions.map((value) => ({ value, label: t(`evaluation.function.${value}`) }))}
          onChange={(one) => one !== undefined && onChange({ ...leaf, function: one }, 'function')}
        />
      </Labelled>
      <Labelled text={t('evaluation.businessLabel')}>
        <Choice
          value={leaf.business}
          options={unionBusinesses.map((value) => ({ value, label: t(`evaluation.business.${value}`) }))}
          onChange={(business) => business !== undefined && onChange({ ...leaf, business }, 'business')}
        />
      </Labelled>
    </div>
  );
}
