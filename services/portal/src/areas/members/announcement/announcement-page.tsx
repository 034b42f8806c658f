import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';
import { useWritesAnnouncement } from './use-writes-announcement.js';
import { AnnouncementReport } from './announcement-report.js';
import { type Announcement, isOpen } from './announcement.model.js';

const EditAnnouncement = lazyPart('EditAnnouncement', () => import('./edit-announcement.js'), { rows: 8 });

/** While it is sent the page looks again by itself, as there is no hint for each step. */
const lookAgainMs = 5_000;

/** One announcement: its words, to whom it goes, and what became of it. */
export function AnnouncementPage() {
  const { announcementId = '' } = useParams();
  const announcement = useQuery({
    ...readOf('announcement', '/announcements/{announcementId}', { announcementId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isOnItsWay(state.data) ? lookAgainMs : false,
  });
  return (
    <Loaded query={announcement}>{(found) => <OneAnnouncement key={found.id} announcement={found} />}</Loaded>
  );
}

/** It is sent, or is to be sent by now. */
function isOnItsWay({ state, sendAt }: Announcement): boolean {
  return (
    state === 'sending' || (state === 'scheduled' && sendAt !== null && Date.parse(sendAt) <= Date.now())
  );
}

function OneAnnouncement({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const mayWrite = useWritesAnnouncement(announcement);
  const [isEditing, setIsEditing] = useState(false);
  const withdraw = useCommand('announcement', 'post', '/announcements/{announcementId}/withdraw');
  const { id: announcementId, title, text, state } = announcement;
  return (
    <>
      <PageHead title={title} back={backOf(announcement)}>
        {mayWrite && isOpen(announcement) && (
          <Button aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {t('announcement.edit')}
          </Button>
        )}
        {mayWrite && state !== 'withdrawn' && (
          <ConfirmButton
            danger
            loading={withdraw.isPending}
            question={t('announcement.withdrawQuestion', { title })}
            confirmText={t('announcement.withdraw')}
            onConfirm={() => withdraw.mutate({ announcementId })}
          >
            {t('announcement.withdraw')}
          </ConfirmButton>
        )}
      </PageHead>
      {withdraw.isError && <Refusal title={t('announcement.notWithdrawn')} error={withdraw.error} />}
      {isEditing && isOpen(announcement) ? (
        <EditAnnouncement announcement={announcement} onClose={() => setIsEditing(false)} />
      ) : (
        <section className="card" aria-label={title}>
          <p>
            <span className="tag">{t(`announcement.state.${state}`)}</span>
          </p>
          <p className="prose">{text}</p>
          <Facts announcement={announcement} />
        </section>
      )}
      {announcement.startedAt !== null && <AnnouncementReport announcement={announcement} />}
    </>
  );
}

/** Whoever leads a club or a group knows its page, and not the list of the union. */
function backOf({ writer, audience }: Announcement): string {
  if (writer === 'union') return '/announcements';
  return writer === 'group' ? `/groups/${audience.id}` : `/parties/clubs/${audience.id}`;
}

function Facts({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { writer, audience, audienceName: name, unionId, activityId, activityTitle, urgency } = announcement;
  const moments = ['sendAt', 'startedAt', 'finishedAt', 'withdrawnAt'] as const;
  return (
    <dl className="facts">
      <dt>{t('announcement.writer')}</dt>
      <dd>{writer === 'union' ? <UnionName unionId={unionId} /> : name}</dd>
      <dt>{t('announcement.toWhom')}</dt>
      <dd>{t(`announcement.audienceIs.${audience.kind}`, { name, days: audience.days ?? 0 })}</dd>
      <dt>{t('announcement.urgency')}</dt>
      <dd>{t(`announcement.urgencyIs.${urgency}`)}</dd>
      {activityId !== null && (
        <>
          <dt>{t('announcement.activity')}</dt>
          <dd>
            <Link to={`/activities/${activityId}`}>{activityTitle}</Link>
          </dd>
        </>
      )}
      {moments.map((moment) => (
        <Moment key={moment} name={t(`announcement.${moment}`)} at={announcement[moment]} format={instant} />
      ))}
    </dl>
  );
}

interface MomentProps {
  readonly name: string;
  readonly at: string | null;
  readonly format: (instant: string) => string;
}

function Moment({ name, at, format }: MomentProps) {
  if (at === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{format(at)}</dd>
    </>
  );
}
