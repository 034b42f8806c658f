import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { hourMs, spansOf } from '../resource/availability.js';
import { useAvailability } from '../resource/use-resource.js';
import type { Loan } from './loan.js';

const windowMs = 90 * 24 * hourMs;

/** The latest end that is still free, after a refused extension. */
export function FreeUntil({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const end = Date.parse(loan.endsAt);
  const { data } = useAvailability(loan.resourceId, { start: end, end: end + windowMs });
  if (data === undefined) return null;
  // The loan's own turnaround begins right at its end; the limit is the next time that is taken after it.
  const next = spansOf(data.busy).find((busy) => busy.start > end);
  return (
    <p role="status">
      {next === undefined
        ? t('loan.seeCalendar')
        : t('loan.freeUntil', { time: instant(new Date(next.start).toISOString()) })}
    </p>
  );
}
