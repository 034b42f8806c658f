import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { ReportFigures } from './use-reports.js';

/** The figures of a report, in the order of their columns. */
export const figureNames = [
  'activities',
  'heads',
  'costPerHead',
  'satisfaction',
  'score',
  'smallFirmShare',
  'loans',
  'loansOnTime',
] as const satisfies (keyof ReportFigures)[];
export type FigureName = (typeof figureNames)[number];

/** A figure as it is read; a dash where it is not known. */
export function useFigureText() {
  const format = useFormat();
  const { t } = useTranslation();
  return (name: FigureName, value: number | null): string => {
    if (value === null) return t('report.unknown');
    if (name === 'smallFirmShare') return format.share(value);
    if (name === 'costPerHead') return format.money({ amount: String(Math.round(value * 100)) });
    return name === 'satisfaction' || name === 'score' ? value.toFixed(2) : format.number(value);
  };
}
