import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Matter } from './matter.model.js';

/** The last day of a right, so that nobody loses it while they wait. */
export function Limitation({ limitation }: Pick<Matter, 'limitation'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (limitation === null) return null;
  const { label, lastDay, daysLeft } = limitation;
  const isOver = daysLeft < 0;
  return (
    <p className={'notice'}>
      <strong>{t('matterStep.limitation', { label, day: format.date(lastDay) })}</strong>{' '}
      {isOver ? t('matterStep.limitationPast') : t('matterStep.limitationLeft', { count: daysLeft })}
    </p>
  );
}
