import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Breach } from './fund-rule.model.js';

/** A figure of a breach in words: money, in all or by the piece, people or days. */
export function useMeasure() {
  const { t } = useTranslation();
  const { money } = useFormat();
  return ({ measure }: Pick<Breach, 'measure'>, value: string): string => {
    if (measure === 'money') return money({ amount: value });
    if (measure === 'perPiece') return t('fundRule.check.perPiece', { amount: money({ amount: value }) });
    return t(`fundRule.check.${measure}`, { count: Number(value) });
  };
}
