import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import type { DeliveryReport } from './delivery-page.js';

type Channel = DeliveryReport['channels'][number];

const figures = ['waiting', 'sent', 'failed', 'dropped'] as const;
/** Why the platform itself has not sent something; everything else is what a provider answers. */
const knownReasons = [
  'given up',
  'not made',
  'budget',
  'erased',
  'over',
  'read',
  'replaced',
  'withdrawn',
  'unknown',
] as const;

/** What became of messages way by way, and why some have not left. */
export function DeliveryTables({ report: { channels, unsent } }: { readonly report: DeliveryReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const nameOf = ({ channel, isSetUp }: Channel): string => {
    const name = t(`delivery.channelIs.${channel}`);
    return isSetUp ? name : t('delivery.notSetUp', { channel: name });
  };
  return (
    <>
      <section className="card" aria-labelledby="delivery-channels-title">
        <h2 id="delivery-channels-title">{t('delivery.byChannel')}</h2>
        <DataTable
          caption={t('delivery.byChannel')}
          rows={channels}
          rowKey={({ channel }) => channel}
          columns={[
            { key: 'channel', title: t('delivery.channel'), cell: nameOf },
            ...figures.map((figure) => ({
              key: figure,
              title: t(`delivery.${figure}`),
              isNumber: true,
              cell: (one: Channel) => number(one[figure]),
            })),
            {
              key: 'arrived',
              title: t('delivery.arrived'),
              isNumber: true,
              cell: ({ delivered }) => (delivered === null ? t('delivery.notReported') : number(delivered)),
            },
            {
              key: 'month',
              title: t('delivery.month'),
              isNumber: true,
              cell: ({ monthSent, monthMax }) =>
                monthSent === null || monthMax === null
                  ? t('delivery.unbounded')
                  : t('delivery.monthIs', { sent: monthSent, max: monthMax }),
            },
          ]}
        />
      </section>
      <section className="card" aria-labelledby="delivery-unsent-title">
        <h2 id="delivery-unsent-title">{t('delivery.unsent')}</h2>
        {unsent.length === 0 ? (
          <p>{t('delivery.noneUnsent')}</p>
        ) : (
          <DataTable
            caption={t('delivery.unsent')}
            rows={unsent}
            rowKey={({ channel, state, reason }) => `${channel} ${state} ${reason}`}
            columns={[
              {
                key: 'channel',
                title: t('delivery.channel'),
                cell: ({ channel }) => t(`delivery.channelIs.${channel}`),
              },
              { key: 'reason', title: t('delivery.reason'), cell: ({ reason }) => <Reason code={reason} /> },
              {
                key: 'count',
                title: t('delivery.count'),
                isNumber: true,
                cell: ({ count }) => number(count),
              },
            ]}
          />
        )}
      </section>
    </>
  );
}

function Reason({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const known = knownReasons.find((one) => one === code);
  return known === undefined ? t('delivery.answered', { code }) : t(`delivery.reasonIs.${known}`);
}
