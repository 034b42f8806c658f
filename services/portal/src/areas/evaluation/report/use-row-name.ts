import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { ResourceFunction, UnionBusiness } from '../../../api/classification.js';
import type { Grouping, ReportRow } from './use-reports.js';

/** What a row is called: its name, or what its key stands for. */
export function useRowName(groupBy: Grouping): (row: ReportRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  // 2026-Q4
  const quarterText = (key: string): string =>
    t('report.quarterOf', { year: key.slice(0, 4), quarter: key.slice(-1) });
  return ({ key, name }) => {
    if (name !== null) return name;
    if (groupBy === 'function') return t(`evaluation.function.${key as ResourceFunction}`);
    if (groupBy === 'business') return t(`evaluation.business.${key as UnionBusiness}`);
    if (groupBy === 'month') return format.month(key);
    if (groupBy === 'quarter') return quarterText(key);
    if (groupBy !== 'cell') return key;
    const [resource, business] = key.split('.') as [ResourceFunction, UnionBusiness];
    return t('evaluation.cell', {
      function: t(`evaluation.function.${resource}`),
      business: t(`evaluation.business.${business}`),
    });
  };
}
