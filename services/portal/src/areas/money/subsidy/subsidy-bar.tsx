import { useTranslation } from 'react-i18next';
import { Bar } from './bar.js';
import type { SubsidySummary } from './subsidy.model.js';

/** The granted amount, with the parts that were used, returned and left. */
export function SubsidyBar({ subsidy }: { readonly subsidy: SubsidySummary }) {
  const { t } = useTranslation();
  return (
    <Bar
      label={t('subsidyGiven.bar')}
      whole={subsidy.granted.amount}
      parts={[
        { key: 'drawn', name: t('subsidyGiven.drawn'), amount: subsidy.drawn.amount },
        { key: 'returned', name: t('subsidyGiven.returned'), amount: subsidy.returned.amount },
      ]}
      rest={t('subsidyGiven.left')}
    />
  );
}
