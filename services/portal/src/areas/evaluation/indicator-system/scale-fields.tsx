import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { itemOf } from './indicator-leaf.model.js';
import type { LeafFieldsProps } from './leaf-fields.js';
import { Labelled } from './labelled.js';
import { NumberField } from './number-field.js';

/** The scale, which of its ends is better, what is to be reached, and what a missing value does. */
export function ScaleFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  // 1 to 5 and 0 to 10 are what is asked.
  const isFixed = itemOf(leaf) === 'likert' || itemOf(leaf) === 'nps';
  const ends = ['scaleMin', 'scaleMax'] as const;
  return (
    <div className="leaf-grid">
      {!isFixed &&
        ends.map((end) => (
          <NumberField
            key={end}
            text={t(`indicatorSystem.leaf.${end}`)}
            value={leaf[end]}
            onChange={(value) => value !== null && onChange({ ...leaf, [end]: value }, end)}
          />
        ))}
      <Labelled text={t('indicatorSystem.leaf.direction')}>
        <Choice
          value={leaf.direction}
          options={(['max', 'min'] as const).map((value) => ({
            value,
            label: t(`indicatorSystem.direction.${value}`),
          }))}
          onChange={(direction) => direction !== undefined && onChange({ ...leaf, direction }, 'direction')}
        />
      </Labelled>
      <NumberField
        text={t('indicatorDesign.target')}
        value={leaf.target ?? null}
        isOptional
        onChange={(target) => onChange({ ...leaf, target }, 'target')}
      />
      <Labelled text={t('indicatorDesign.unit')}>
        <Input
          value={leaf.unit ?? ''}
          maxLength={20}
          onChange={({ target }) => onChange({ ...leaf, unit: target.value || null }, 'unit')}
        />
      </Labelled>
      <MissingField leaf={leaf} onChange={onChange} />
    </div>
  );
}

function MissingField({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <Labelled text={t('indicatorDesign.missing')}>
      <Choice
        {...(leaf.missing ? { value: leaf.missing } : {})}
        options={[
          { value: '', label: t('indicatorDesign.missingByComputation') },
          ...(['omit', 'zero'] as const).map((value) => ({
            value,
            label: t(`indicatorDesign.missingRule.${value}`),
          })),
        ]}
        onChange={(missing) => onChange({ ...leaf, missing: missing ?? null }, 'missing')}
      />
    </Labelled>
  );
}
