import { useTranslation } from 'react-i18next';
import type { Correction } from './correction-form.js';

/** Each field before and after. */
export function CorrectionChanges({ changes }: Pick<Correction, 'changes'>) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t('recordCorrection.difference', {
            field: t(`recordCorrection.field.${field}`),
            before: before ?? t('common.none'),
            after,
          })}
        </li>
      ))}
    </ul>
  );
}

const tagOf = { waiting: 'is-closing', applied: 'is-published', refused: '', withdrawn: '' } as const;

export function CorrectionStateTag({ state }: Pick<Correction, 'state'>) {
  const { t } = useTranslation();
  return <span className={`tag ${tagOf[state]}`}>{t(`recordCorrection.state.${state}`)}</span>;
}
