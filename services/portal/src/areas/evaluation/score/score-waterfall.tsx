import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Loaded } from '../../../kit/loaded.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barHeightPx } from '../../../kit/bar-chart.model.js';
import { mainBars, type WaterfallBar, waterfallBars, waterfallOption } from './waterfall.model.js';

interface ScoreWaterfallProps {
  readonly scoreId: string;
  /** The keys of the main groups: what is shown before anybody asks for more. */
  readonly mainKeys: readonly string[];
}

/** How the points add up: by the main groups first, and on demand from the first indicator to the score. */
export function ScoreWaterfall({ scoreId, mainKeys }: ScoreWaterfallProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <section className="card">
      <FoldedAct title={t('scores.waterfall')} hint={t('scores.waterfallHint')}>
        <Loaded query={useRead('score', '/scores/{scoreId}/waterfall', { scoreId })}>
          {({ steps, total }) =>
            total === null ? (
              <p>{t('score.nothingMeasured')}</p>
            ) : (
              <>
                <Bars bars={isWhole ? waterfallBars(steps) : mainBars(steps, mainKeys)} total={total / 100} />
                {mainBars(steps, mainKeys).length < steps.length && (
                  <Button aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
                    {t(isWhole ? 'scores.mainSteps' : 'scores.allSteps')}
                  </Button>
                )}
              </>
            )
          }
        </Loaded>
      </FoldedAct>
    </section>
  );
}

function Bars({ bars, total }: { readonly bars: readonly WaterfallBar[]; readonly total: number }) {
  const { t } = useTranslation();
  const fontSizePx = useChartFont();
  const end = useMemo(
    () => ({ key: '', name: t('scores.total'), isSubtotal: true, from: 0, points: total, most: 100 }),
    [t, total],
  );
  const all = useMemo(() => [...bars, end], [bars, end]);
  const option = useMemo(() => waterfallOption(all, fontSizePx), [all, fontSizePx]);
  return (
    <Chart
      label={t('scores.waterfall')}
      option={option}
      heightPx={barHeightPx(all.length, fontSizePx)}
      columns={useColumns()}
      rows={all}
      rowKey={({ key }) => key}
    />
  );
}

function useColumns(): readonly Column<WaterfallBar>[] {
  const { t } = useTranslation();
  const number = (key: 'from' | 'points' | 'most'): Column<WaterfallBar> => ({
    key,
    title: t(`scores.${key}`),
    isNumber: true,
    cell: (bar) => bar[key].toFixed(2),
  });
  return [
    {
      key: 'name',
      title: t('scores.step'),
      cell: ({ name, isSubtotal, key }) => `${name}${isSubtotal && key !== '' ? t('scores.group') : ''}`,
    },
    number('from'),
    number('points'),
    {
      key: 'to',
      title: t('scores.to'),
      isNumber: true,
      cell: ({ from, points }) => (from + points).toFixed(2),
    },
    number('most'),
  ];
}
