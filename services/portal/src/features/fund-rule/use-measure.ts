import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import type { Breach } from './use-fund-rules.js';

/** A figure of a breach in words: money, people or days. */
export function useMeasure() {
  const { t } = useTranslation();
  const { money } = useFormat();
  return ({ measure }: Pick<Breach, 'measure'>, value: string): string =>
    measure === 'money' ? money({ amount: value }) : t(`fundRule.check.${measure}`, { count: Number(value) });
}
