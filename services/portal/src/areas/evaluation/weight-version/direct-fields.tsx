import { useTranslation } from 'react-i18next';
import type { GroupFieldsProps } from './group-section.js';
import { sharesOf } from './weighing.model.js';
import { Input } from '../../../kit/input.js';

/** Weights by hand, in any unit: the shares are computed. */
export function DirectFields({ id, names, group, onChange }: GroupFieldsProps) {
  const { t } = useTranslation();
  const change = (index: number, text: string): void =>
    onChange({ ...group, weights: group.weights.map((one, place) => (place === index ? text : one)) });
  return (
    <>
      <div className="leaf-grid">
        {names.map((name, index) => (
          <label key={name} className="labelled">
            <span>{name}</span>
            <Input
              id={`${id}-weight-${index}`}
              inputMode="decimal"
              value={group.weights[index] ?? ''}
              onChange={(event) => change(index, event.target.value)}
            />
          </label>
        ))}
      </div>
      {sharesOf(group.weights) === null ? (
        <p className="field-error">{t('weightVersion.weightsWrong')}</p>
      ) : (
        <p className="hint">{t('weightVersion.weightsHint')}</p>
      )}
    </>
  );
}
