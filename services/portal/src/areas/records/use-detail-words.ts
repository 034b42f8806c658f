import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import type { RecordDetails } from './record.model.js';

/** What only its kind says of a record, in one line. */
export function useDetailWords(): (details: RecordDetails) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ honourLevel, year, skillLevel, post, from, to, hours, result, payer }) =>
    [
      honourLevel && t(`personRecord.honourLevel.${honourLevel}`),
      year && t('personRecord.inYear', { year: String(year) }),
      skillLevel,
      post && t(`personRecord.post.${post}`),
      from &&
        (to
          ? t('personRecord.fromTo', { from: format.date(from), to: format.date(to) })
          : t('personRecord.since', { from: format.date(from) })),
      hours != null && t('personRecord.hoursCount', { count: hours }),
      result,
      payer && t('personRecord.paidBy', { payer: t(`personRecord.payer.${payer}`) }),
    ]
      .filter((word) => typeof word === 'string' && word !== '')
      .join(t('common.separator'));
}
