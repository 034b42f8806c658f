import './chart.css';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { type Column, DataTable } from './data-table.js';
import { useTheme } from './appearance.js';
import { usePrinting } from './printing.js';
import { Preload } from './lazy-part.js';
import { useChartFont } from './use-chart-font.js';

interface ChartProps<Row> {
  /** What the chart shows; read aloud in its place. */
  readonly label: string;
  /** Made anew only when its data change: keep it in `useMemo`. */
  readonly option: EChartsCoreOption;
  readonly heightPx?: number;
  /** Hears which point was chosen, by the `id` that the option gives it; what it does, a link in the table does as well. */
  readonly onPick?: (id: string) => void;
  /** The same figures, for whoever does not see the chart or wants to count. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A chart with its table behind it. The drawing library comes when a chart comes into sight, not with the page. */
export function Chart<Row>(props: ChartProps<Row>) {
  const { label, option, heightPx = 320, onPick, columns, rows, rowKey } = props;
  const { t } = useTranslation();
  const { locale } = useFormat();
  const fontSizePx = useChartFont();
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const isForPaper = usePrinting();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const draw = ({ drawChart }: Library) =>
      drawChart(element, option, { locale, fontSizePx, isForPaper, onPick });
    return isForPaper ? library && draw(library) : onceInSight(element, draw);
  }, [option, locale, fontSizePx, theme, isForPaper, onPick]);
  return (
    <figure className="chart">
      <Preload part={drawing} />
      <div ref={place} role="img" aria-label={label} style={{ height: heightPx }} />
      <details>
        <summary>{t('common.asTable')}</summary>
        <DataTable caption={label} columns={columns} rows={rows} rowKey={rowKey} />
      </details>
    </figure>
  );
}

type Library = typeof import('./draw-chart.js');

/** Kept where it can be had at once: a page that is printed waits for nothing. */
let library: Library | undefined;

async function loadLibrary(): Promise<Library> {
  library = await import('./draw-chart.js');
  return library;
}

/** Where people print, the library comes before it is needed: paper shows charts that were never in sight. */
const drawing = {
  preload: (): void => {
    if (matchMedia('(min-width: 1024px)').matches) void loadLibrary();
  },
};

/** @returns what ends it, and takes away what was drawn */
function onceInSight(element: HTMLElement, draw: (library: Library) => () => void): () => void {
  let dispose: (() => void) | undefined;
  let isGone = false;
  const observer = new IntersectionObserver(([place]) => {
    if (place?.isIntersecting !== true) return;
    observer.disconnect();
    void loadLibrary().then((loaded) => {
      if (!isGone) dispose = draw(loaded);
    });
  });
  observer.observe(element);
  return () => {
    isGone = true;
    observer.disconnect();
    dispose?.();
  };
}
