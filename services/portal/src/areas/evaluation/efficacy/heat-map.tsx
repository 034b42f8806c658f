import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';
import { heatMapOption, type Scale } from './heat-map.model.js';
import { useChartFont } from '../../../kit/use-chart-font.js';

interface HeatCell {
  readonly key: string;
  readonly function: ResourceFunction;
  readonly business: UnionBusiness;
  /** Null where nothing is published. */
  readonly value: number | null;
}

interface HeatMapProps<Cell> {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly scale: Scale;
  /** Further columns of the table. */
  readonly more?: readonly Column<Cell>[];
}

const heightPx = 440;
/** Five columns of figures stand beside each other on a phone: larger letters would not fit. */
const fontSizePxMax = 16;

/** Resource function by business, the darker the better; behind it the figures of the cells that have one. */
export function HeatMap<Cell extends HeatCell>({ label, cells, scale, more = [] }: HeatMapProps<Cell>) {
  const { t } = useTranslation();
  const known = useMemo(() => cells.filter(({ value }) => value !== null), [cells]);
  const option = useHeatMapOption(known, scale);
  const columns: readonly Column<Cell>[] = [
    {
      key: 'function',
      title: t('evaluation.functionLabel'),
      cell: ({ function: resource }) => t(`evaluation.function.${resource}`),
    },
    {
      key: 'business',
      title: t('evaluation.businessLabel'),
      cell: ({ business }) => t(`evaluation.business.${business}`),
    },
    {
      key: 'value',
      title: t('evaluation.value'),
      isNumber: true,
      cell: ({ value }) => (value ?? 0).toFixed(2),
    },
    ...more,
  ];
  return (
    <Chart
      label={label}
      option={option}
      heightPx={heightPx}
      columns={columns}
      rows={known}
      rowKey={({ key }) => key}
    />
  );
}

function useHeatMapOption(known: readonly HeatCell[], { min, max }: Scale) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const fontSizePx = Math.min(useChartFont(), fontSizePxMax);
  return useMemo(
    () =>
      heatMapOption(
        known.map(({ function: resource, business, value }) => ({
          column: resourceFunctions.indexOf(resource),
          row: unionBusinesses.indexOf(business),
          value: value ?? 0,
        })),
        {
          columns: resourceFunctions.map((one) => t(`evaluation.function.${one}`)),
          rows: unionBusinesses.map((one) => t(`evaluation.business.${one}`)),
          // English words, and large ones, do not fit beside each other on a phone.
          isSlanted: locale === 'en' || fontSizePx > 13,
          fontSizePx,
        },
        { min, max },
      ),
    [known, min, max, locale, fontSizePx, t],
  );
}
