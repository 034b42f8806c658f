import '../../../kit/styles/acted-lines.css';
import './calendar-feed.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { CalendarFeedForm } from './calendar-feed-form.js';
import { NewFeed } from './new-feed.js';

/** The addresses at which the calendar of a phone reads the activities that the reader takes part in. */
export function CalendarFeedSection() {
  const { t } = useTranslation();
  const feeds = useList('calendarFeed', '/me/calendar-feeds', {});
  const make = useCommand('calendarFeed', 'post', '/me/calendar-feeds');
  const revoke = useCommand('calendarFeed', 'delete', '/me/calendar-feeds/{calendarFeedId}');
  const revokeOne = (id: string): void =>
    revoke.mutate({ calendarFeedId: id }, { onSuccess: () => make.data?.id === id && make.reset() });
  return (
    <section className="card" aria-labelledby="calendar-feeds-title">
      <h2 id="calendar-feeds-title">{t('calendarFeed.title')}</h2>
      <p className="hint">{t('calendarFeed.hint')}</p>
      {make.data !== undefined && <NewFeed made={make.data} />}
      {revoke.isError && <Refusal title={t('calendarFeed.revokeFailed')} error={revoke.error} />}
      <PagedList list={feeds} empty={{ text: t('calendarFeed.none') }}>
        {(items) => (
          <ul className="plain-list acted-lines calendar-feeds">
            {items.map((feed) => (
              <FeedLine
                key={feed.id}
                feed={feed}
                isRevoking={revoke.isPending && revoke.variables.calendarFeedId === feed.id}
                onRevoke={() => revokeOne(feed.id)}
              />
            ))}
          </ul>
        )}
      </PagedList>
      <CalendarFeedForm make={make} />
    </section>
  );
}

interface FeedLineProps {
  readonly feed: components['schemas']['CalendarFeedView'];
  readonly isRevoking: boolean;
  readonly onRevoke: () => void;
}

function FeedLine({ feed, isRevoking, onRevoke }: FeedLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, createdAt, lastFetchedOn } = feed;
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="hint">
          <span>{t('calendarFeed.made', { time: format.instant(createdAt) })}</span>
          <span>
            {lastFetchedOn === null
              ? t('calendarFeed.neverFetched')
              : t('calendarFeed.fetched', { day: format.date(lastFetchedOn) })}
          </span>
        </p>
      </div>
      <ConfirmButton
        danger
        loading={isRevoking}
        question={t('calendarFeed.revokeQuestion', { name })}
        confirmText={t('calendarFeed.revokeYes')}
        aria-label={t('calendarFeed.revokeOf', { name })}
        onConfirm={onRevoke}
      >
        {t('calendarFeed.revoke')}
      </ConfirmButton>
    </li>
  );
}
