import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Announcement } from './announcement.model.js';

type Report = components['schemas']['AnnouncementReportView'];
type Outcomes = NonNullable<Report['outcomes']>;

/** Mails to many leave within hours: the page looks again while some wait. */
const lookAgainMs = 10_000;

/** To how many it went, by which way, and how many have read it; never who. */
export function AnnouncementReport({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { id: announcementId, recipients, sent } = announcement;
  const report = useQuery({
    ...readOf('announcement', '/announcements/{announcementId}/report', { announcementId }),
    refetchInterval: ({ state }) => (isGoingOn(state.data) ? lookAgainMs : false),
  });
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title">{t('announcement.report')}</h2>
      <p className="hint">{t('announcement.reportHint')}</p>
      <Loaded query={report}>
        {({ outcomes }) => (
          <>
            <dl className="facts">
              <dt>{t('announcement.recipients')}</dt>
              <dd>{recipients !== null && number(recipients)}</dd>
              <dt>{t('announcement.sent')}</dt>
              <dd>{number(sent)}</dd>
              {outcomes !== null && (
                <>
                  <dt>{t('announcement.delivered')}</dt>
                  <dd>{number(outcomes.delivered)}</dd>
                  <dt>{t('announcement.read')}</dt>
                  <dd>{number(outcomes.read)}</dd>
                </>
              )}
            </dl>
            {outcomes === null ? (
              <p className="hint">{t('announcement.reportSilent')}</p>
            ) : (
              <Channels outcomes={outcomes} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Something is to be sent yet. */
function isGoingOn(report: Report | undefined): boolean {
  return report?.state === 'sending' || (report?.outcomes?.channels ?? []).some(({ waiting }) => waiting > 0);
}

function Channels({ outcomes: { channels, failures } }: { readonly outcomes: Outcomes }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const figures = ['waiting', 'sent', 'failed', 'dropped'] as const;
  if (channels.length === 0) return <p className="hint">{t('announcement.inboxOnly')}</p>;
  return (
    <>
      <DataTable
        caption={t('announcement.byChannel')}
        rows={channels}
        rowKey={({ channel }) => channel}
        columns={[
          {
            key: 'channel',
            title: t('announcement.channel'),
            cell: ({ channel }) => t(`announcement.channelIs.${channel}`),
          },
          ...figures.map((figure) => ({
            key: figure,
            title: t(`announcement.outcome.${figure}`),
            isNumber: true,
            cell: (one: Outcomes['channels'][number]) => number(one[figure]),
          })),
        ]}
      />
      {failures.length > 0 && (
        <DataTable
          caption={t('announcement.failures')}
          rows={failures}
          rowKey={({ channel, reason }) => `${channel} ${reason}`}
          columns={[
            {
              key: 'channel',
              title: t('announcement.channel'),
              cell: ({ channel }) => t(`announcement.channelIs.${channel}`),
            },
            { key: 'reason', title: t('announcement.failedWith'), cell: ({ reason }) => reason },
            {
              key: 'count',
              title: t('announcement.failed'),
              isNumber: true,
              cell: ({ count }) => number(count),
            },
          ]}
        />
      )}
    </>
  );
}
