import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { resourceFunctions, unionBusinesses } from '../activity/activity-filters.js';
import { facts, type IndicatorLeaf, withFact, withKind } from './indicator-tree.model.js';
import { Labelled } from './labelled.js';
import { useLeafText } from './tree-view.js';
import { Input } from '../../shell/input.js';

interface LeafFieldsProps {
  readonly leaf: IndicatorLeaf;
  readonly onChange: (leaf: IndicatorLeaf) => void;
}

/** How an indicator is measured, and what it is about. */
export function LeafFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  const leafText = useLeafText();
  return (
    <details className="leaf-fields">
      <summary>{leafText(leaf)}</summary>
      <div className="leaf-grid">
        <Labelled text={t('indicatorSystem.leaf.kind')}>
          <Choice
            value={leaf.kind}
            options={(['survey', 'fact'] as const).map((value) => ({
              value,
              label: t(`indicatorSystem.leafKind.${value}`),
            }))}
            onChange={(kind) => kind !== undefined && onChange(withKind(leaf, kind))}
          />
        </Labelled>
        {leaf.kind === 'fact' && <FactFields leaf={leaf} onChange={onChange} />}
        <Labelled text={t('evaluation.functionLabel')}>
          <Choice
            value={leaf.function}
            options={resourceFunctions.map((value) => ({ value, label: t(`evaluation.function.${value}`) }))}
            onChange={(resource) => resource !== undefined && onChange({ ...leaf, function: resource })}
          />
        </Labelled>
        <Labelled text={t('evaluation.businessLabel')}>
          <Choice
            value={leaf.business}
            options={unionBusinesses.map((value) => ({ value, label: t(`evaluation.business.${value}`) }))}
            onChange={(business) => business !== undefined && onChange({ ...leaf, business })}
          />
        </Labelled>
        <DirectionField leaf={leaf} onChange={onChange} />
      </div>
    </details>
  );
}

function FactFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Labelled text={t('indicatorSystem.leaf.fact')}>
        <Choice
          value={leaf.fact ?? 'attendanceRate'}
          options={facts.map((value) => ({ value, label: t(`indicatorSystem.fact.${value}`) }))}
          onChange={(fact) => fact !== undefined && onChange(withFact(leaf, fact))}
        />
      </Labelled>
      <NumberField
        key={`${leaf.fact} min`}
        text={t('indicatorSystem.leaf.scaleMin')}
        value={leaf.scaleMin}
        onChange={(scaleMin) => onChange({ ...leaf, scaleMin })}
      />
      <NumberField
        key={`${leaf.fact} max`}
        text={t('indicatorSystem.leaf.scaleMax')}
        value={leaf.scaleMax}
        onChange={(scaleMax) => onChange({ ...leaf, scaleMax })}
      />
    </>
  );
}

function DirectionField({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <Labelled text={t('indicatorSystem.leaf.direction')}>
      <Choice
        value={leaf.direction}
        options={(['max', 'min'] as const).map((value) => ({
          value,
          label: t(`indicatorSystem.direction.${value}`),
        }))}
        onChange={(direction) => direction !== undefined && onChange({ ...leaf, direction })}
      />
    </Labelled>
  );
}

interface NumberFieldProps {
  readonly text: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Keeps what is typed, also while it is not yet a number. */
function NumberField({ text, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value));
  const change = (next: string): void => {
    setTyped(next);
    const number = Number(next);
    if (next.trim() !== '' && Number.isFinite(number)) onChange(number);
  };
  return (
    <Labelled text={text}>
      <Input inputMode="decimal" value={typed} onChange={(event) => change(event.target.value)} />
    </Labelled>
  );
}
