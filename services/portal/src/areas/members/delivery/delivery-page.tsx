import '../../../kit/styles/list-page.css';
import '../../../kit/styles/ledger.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { DeliveryTables } from './delivery-tables.js';
import { DeliveryChart } from './delivery-chart.js';

export type DeliveryReport = AnswerAt<'/deliveries'>;

const daysOf = { week: 7, month: 30, quarter: 90 } as const;
type Period = keyof typeof daysOf;
const periods: readonly Period[] = ['week', 'month', 'quarter'];

/** Messages leave all day: the page looks again by itself. */
const lookAgainMs = 60_000;

/** Whether people are reached beside their inbox, and why not; never who. */
export function DeliveryPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const period = periods.find((one) => one === search.get('period')) ?? 'month';
  const report = useRead(
    'deliveryReport',
    '/deliveries',
    { days: daysOf[period] },
    { refetchInterval: lookAgainMs },
  );
  return (
    <>
      <PageHead title={t('delivery.title')} back="/announcements" />
      <p className="hint">{t('delivery.hint')}</p>
      <div className="list-filters">
        <Choice<Period>
          label={t('delivery.period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`delivery.periodIs.${value}`) }))}
          onChange={(chosen) => setSearch({ period: chosen ?? 'month' })}
        />
      </div>
      <Loaded query={report}>
        {(found) => (
          <>
            <Late report={found} />
            <Figures report={found} />
            {found.channels.length === 0 ? (
              <p>{t('delivery.none')}</p>
            ) : (
              <>
                <DeliveryTables report={found} />
                <DeliveryChart days={found.days} />
                <p>
                  <Link to="/account/notices">{t('delivery.toSettings')}</Link>
                </p>
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Late({ report: { channels } }: { readonly report: DeliveryReport }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const late = channels.flatMap(({ channel, lateSince }) =>
    lateSince === null ? [] : [{ channel, lateSince }],
  );
  if (late.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('delivery.lateTitle')}
      description={
        <>
          {late.map(({ channel, lateSince }) => (
            <p key={channel}>
              {t('delivery.late', {
                channel: t(`delivery.channelIs.${channel}`),
                time: instant(lateSince),
              })}
            </p>
          ))}
          <p>{t('delivery.lateHint')}</p>
        </>
      }
    />
  );
}

function Figures({ report: { delivered, read } }: { readonly report: DeliveryReport }) {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  return (
    <dl className="figures">
      <div>
        <dt>{t('delivery.delivered')}</dt>
        <dd>{number(delivered)}</dd>
      </div>
      <div>
        <dt>{t('delivery.read')}</dt>
        <dd>{number(read)}</dd>
      </div>
      {delivered > 0 && (
        <div>
          <dt>{t('delivery.readShare')}</dt>
          <dd>{share(read / delivered)}</dd>
        </div>
      )}
    </dl>
  );
}
