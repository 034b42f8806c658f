import './calendar-feed.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { CalendarFeedForm } from './calendar-feed-form.js';
import { NewFeed } from './new-feed.js';
import {
  type CalendarFeed,
  useCalendarFeeds,
  useMakeCalendarFeed,
  useRevokeCalendarFeed,
} from './use-calendar-feeds.js';

/** What I take part in, in the calendar of my phone: the addresses by which it asks for that. */
export function CalendarFeedSection() {
  const { t } = useTranslation();
  const feeds = useCalendarFeeds();
  const make = useMakeCalendarFeed();
  const revoke = useRevokeCalendarFeed();
  const revokeOne = (id: string): void =>
    revoke.mutate(id, { onSuccess: () => make.data?.id === id && make.reset() });
  return (
    <section className="card" aria-labelledby="calendar-feeds-title">
      <h2 id="calendar-feeds-title">{t('calendarFeed.title')}</h2>
      <p className="hint">{t('calendarFeed.hint')}</p>
      {make.data !== undefined && <NewFeed made={make.data} />}
      {revoke.isError && <Refusal title={t('calendarFeed.revokeFailed')} error={revoke.error} />}
      <PagedList list={feeds} empty={{ text: t('calendarFeed.none') }}>
        {(items) => (
          <ul className="plain-list calendar-feeds">
            {items.map((feed) => (
              <FeedLine
                key={feed.id}
                feed={feed}
                isRevoking={revoke.isPending && revoke.variables === feed.id}
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
  readonly feed: CalendarFeed;
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
