import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { type DoorFlow, flowOption } from './flow-chart.model.js';

interface FlowSectionProps {
  readonly activityId: string;
  readonly timeZone: string;
}

/** How many people were inside, over time. */
export function FlowSection({ activityId, timeZone }: FlowSectionProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('attendance', '/activities/{activityId}/door-flow', {
    activityId,
  });
  return (
    <section className="card" aria-labelledby="flow-title">
      <h2 id="flow-title">{t('attendance.flow')}</h2>
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.points.length === 0 && <p>{t('attendance.nobodyYet')}</p>}
      {data !== undefined && data.points.length > 0 && <FlowChart flow={data} timeZone={timeZone} />}
    </section>
  );
}

function FlowChart({ flow, timeZone }: { readonly flow: DoorFlow; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const fontSizePx = useChartFont();
  const { locale } = format;
  const [inside, came] = [t('attendance.insideThen'), t('attendance.cameUntil')];
  const option = useMemo(() => {
    const clock = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
    const timeOf = (instant: string): string => clock.format(new Date(instant));
    return flowOption(flow.points, { inside, came }, { stepMinutes: flow.stepMinutes, fontSizePx, timeOf });
  }, [flow, inside, came, fontSizePx, locale, timeZone]);
  return (
    <>
      <p className="hint">{t('attendance.flowHint', { count: flow.stepMinutes })}</p>
      <Chart
        label={t('attendance.flow')}
        option={option}
        columns={[
          { key: 'at', title: t('attendance.from'), cell: ({ at }) => format.instant(at) },
          { key: 'inside', title: inside, isNumber: true, cell: (one) => format.number(one.inside) },
          { key: 'came', title: came, isNumber: true, cell: (one) => format.number(one.came) },
          {
            key: 'left',
            title: t('attendance.leftUntil'),
            isNumber: true,
            cell: (one) => format.number(one.came - one.inside),
          },
        ]}
        rows={flow.points}
        rowKey={({ at }) => at}
      />
    </>
  );
}
