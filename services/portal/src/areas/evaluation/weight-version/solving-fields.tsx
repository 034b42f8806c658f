import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { randomIndexes, type Solving, solvers } from './weighing.model.js';

interface SolvingFieldsProps {
  readonly solving: Solving;
  readonly onChange: (solving: Solving) => void;
}

/** How judgements are solved: for those who compare with a paper. */
export function SolvingFields({ solving, onChange }: SolvingFieldsProps) {
  const { t } = useTranslation();
  return (
    <details className="card fold">
      <summary>{t('weightVersion.solving')}</summary>
      <div className="two-columns">
        <label className="labelled">
          <span>{t('weightVersion.solverLabel')}</span>
          <Choice
            value={solving.solver}
            options={solvers.map((value) => ({ value, label: t(`weightVersion.solver.${value}`) }))}
            onChange={(solver) => solver !== undefined && onChange({ ...solving, solver })}
          />
        </label>
        <label className="labelled">
          <span>{t('weightVersion.randomIndexLabel')}</span>
          <Choice
            value={solving.randomIndex}
            options={randomIndexes.map((value) => ({
              value,
              label: t(`weightVersion.randomIndex.${value}`),
            }))}
            onChange={(randomIndex) => randomIndex !== undefined && onChange({ ...solving, randomIndex })}
          />
        </label>
      </div>
    </details>
  );
}
