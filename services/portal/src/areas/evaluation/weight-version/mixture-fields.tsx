import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Labelled } from '../indicator-system/labelled.js';
import type { GroupFieldsProps } from './group-section.js';
import { comparedMax, mixtures, objectives } from './weighing.model.js';
import { Input } from '../../../kit/input.js';

/** What is mixed with what, and how. */
export function MixtureFields({ names, group, onChange }: GroupFieldsProps) {
  const { t } = useTranslation();
  const judgedBy = (['ahp', 'direct'] as const).filter((one) => one !== 'ahp' || names.length <= comparedMax);
  return (
    <div className="leaf-grid">
      <Labelled text={t('weightVersion.judgedBy')}>
        <Choice
          value={group.judgedBy}
          options={judgedBy.map((value) => ({ value, label: t(`weightVersion.method.${value}`) }))}
          onChange={(value) => value !== undefined && onChange({ ...group, judgedBy: value })}
        />
      </Labelled>
      <Labelled text={t('weightVersion.objective')}>
        <Choice
          value={group.objective}
          options={objectives.map((value) => ({ value, label: t(`weightVersion.method.${value}`) }))}
          onChange={(value) => value !== undefined && onChange({ ...group, objective: value })}
        />
      </Labelled>
      <Labelled text={t('weightVersion.mixtureLabel')}>
        <Choice
          value={group.mixture}
          options={mixtures.map((value) => ({ value, label: t(`weightVersion.mixture.${value}`) }))}
          onChange={(value) => value !== undefined && onChange({ ...group, mixture: value })}
        />
      </Labelled>
      {group.mixture === 'additive' && (
        <Labelled text={t('weightVersion.coefficient')}>
          <Input
            inputMode="decimal"
            value={group.coefficient}
            onChange={(event) => onChange({ ...group, coefficient: event.target.value })}
          />
        </Labelled>
      )}
    </div>
  );
}
