import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Announcement, Writer } from './announcement.model.js';

interface OwnAnnouncementsProps {
  readonly writer: Exclude<Writer, 'union'>;
  /** The club or the group, with the union behind it. */
  readonly of: {
    readonly id: string;
    readonly name: string;
    readonly unionId: string;
    readonly active: boolean;
  };
  readonly mayWrite: boolean;
}

/** What a club or a group has written to its own people, and where more is written. */
export function OwnAnnouncements({
  writer,
  of: { id, name, unionId, active },
  mayWrite,
}: OwnAnnouncementsProps) {
  const { t } = useTranslation();
  const list = useList('announcement', '/announcements', { writerId: id });
  const address = new URLSearchParams({ by: writer, id, name, union: unionId });
  return (
    <section className="card" aria-labelledby="own-announcements-title">
      <h2 id="own-announcements-title">{t('announcement.title')}</h2>
      <p className="hint">{t(`announcement.ownHint.${writer}`)}</p>
      {mayWrite && active && (
        <ButtonLink to={`/announcements/new?${address.toString()}`}>{t('announcement.new')}</ButtonLink>
      )}
      <PagedList list={list} empty={{ text: t('announcement.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((announcement) => (
              <li key={announcement.id}>
                <OneAnnouncement announcement={announcement} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function OneAnnouncement({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { id, title, state, sendAt, sent } = announcement;
  const facts = [
    t(`announcement.state.${state}`),
    sendAt !== null && instant(sendAt),
    sent > 0 && t('announcement.sentTo', { count: sent }),
  ];
  return (
    <>
      <Link to={`/announcements/${id}`}>{title}</Link>
      <p className="hint">{facts.filter(Boolean).join(t('common.separator'))}</p>
    </>
  );
}
