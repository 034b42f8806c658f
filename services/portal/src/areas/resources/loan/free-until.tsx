import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { hourMs, spansOf } from '../resource/availability.js';
import { useAvailability } from '../resource/use-resource.js';
import type { Loan } from './loan.js';

const windowMs = 90 * 24 * hourMs;

/** Until when a loan could be extended, where its new end was refused. */
export function FreeUntil({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const end = Date.parse(loan.endsAt);
  const { data } = useAvailability(loan.resourceId, { start: end, end: end + windowMs });
  if (data === undefined) return null;
  // What is taken right at the end is the loan's own time to be made ready, or the next loan: either is the limit.
  const next = spansOf(data.busy).find((busy) => busy.start > end);
  return (
    <p role="status">
      {next === undefined
        ? t('loan.seeCalendar')
        : t('loan.freeUntil', { time: instant(new Date(next.start).toISOString()) })}
    </p>
  );
}
