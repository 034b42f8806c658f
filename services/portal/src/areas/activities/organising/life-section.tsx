import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { PhaseSteps } from '../activity-life/phase-steps.js';
import { useCoHosts } from '../hosts/use-co-hosts.js';
import type { Activity } from '../activity/activity-form.js';
import { usePools } from '../pool/use-pools.js';

const ShareCard = lazyPart('ShareCard', () => import('../poster/share-card.js'), {
  rows: 6,
  texts: ['poster'],
});

interface LifeSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The steps in the life of an activity: publishing, closing, and the page for the others. */
export function LifeSection({ activity, mayManage }: LifeSectionProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="life-title">
      <h2 id="life-title">{t('organising.life')}</h2>
      <PhaseSteps activity={activity} />
      <Standing activity={activity} />
      <p>
        <Link to={`/activities/${activity.id}/life`}>{t('organising.toLife')}</Link>
      </p>
      {mayManage && <Steps activity={activity} />}
      {!mayManage && activity.state === 'draft' && (
        <p className="hint">
          {t(
            activity.organiser.kind === 'person'
              ? 'organising.unionPublishes'
              : 'organising.organiserPublishes',
          )}
        </p>
      )}
    </section>
  );
}

/** The next step, and after the last one the way to what is still open. */
function Steps({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isJustPublished, setIsJustPublished] = useState(false);
  if (activity.state === 'closed') {
    return (
      <p>
        <Link to={`/activities/${activity.id}/attendance-corrections`}>{t('organising.toAttendance')}</Link>
      </p>
    );
  }
  return (
    <div className="steps">
      {isJustPublished && activity.state === 'published' && <JustPublished activity={activity} />}
      {new Date(activity.startsAt) > new Date() && (
        <>
          {activity.state === 'draft' && (
            <p>
              <Link to={`/activities/${activity.id}/rehearsal`}>{t('organising.toRehearsal')}</Link>
            </p>
          )}
          <p>
            <Link to={`/activities/${activity.id}/queue/settings`}>{t('organising.toQueue')}</Link>
          </p>
        </>
      )}
      {activity.state === 'draft' && (
        <Publish activity={activity} onPublished={() => setIsJustPublished(true)} />
      )}
      {activity.state === 'published' && <Close activity={activity} />}
    </div>
  );
}

function Standing({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { publishedAt, closedAt, cancelReason } = activity;
  return (
    <>
      {publishedAt !== null && <p>{t('organising.publishedAt', { time: format.instant(publishedAt) })}</p>}
      {closedAt !== null && <p>{t('organising.closedAt', { time: format.instant(closedAt) })}</p>}
      {cancelReason !== null && (
        <Alert type="warning" showIcon title={t('activity.cancelReason', { reason: cancelReason })} />
      )}
    </>
  );
}

/** What comes after the publication: people have to hear of it. */
function JustPublished({ activity: { id, title } }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        className="notice"
        title={t('organising.published')}
        description={
          <>
            <p>{t('organising.publishedNext')}</p>
            <p>
              <Link to={`/activities/${id}`}>{t('organising.asMembersSee')}</Link>
              {t('common.separator')}
              <Link to={`/activities/${id}/telling`}>{t('organising.writeAnnouncement')}</Link>
            </p>
          </>
        }
      />
      <ShareCard activityId={id} title={title} />
    </>
  );
}

interface PublishProps {
  readonly activity: Activity;
  readonly onPublished: () => void;
}

function Publish({ activity, onPublished }: PublishProps) {
  const { t } = useTranslation();
  const publish = useCommand('activity', 'post', '/activities/{activityId}/publish');
  const refresh = useRefresh('agreement', 'coHost');
  const coHosts = useCoHosts(activity.id);
  const pools = usePools(activity.id).data?.items;
  const hasNoSeats = pools !== undefined && pools.every(({ seats }) => seats.capacity === 0);
  const unanswered = (coHosts.data?.items ?? []).filter(
    ({ state }) => state === 'invited' || state === 'countered',
  ).length;
  return (
    <>
      {publish.isError && <Refusal title={t('organising.notPublished')} error={publish.error} />}
      {hasNoSeats && (
        <p>
          <a href="#pools-title">{t('organising.seatsFirst')}</a>
        </p>
      )}
      <ConfirmButton
        type="primary"
        disabled={hasNoSeats}
        loading={publish.isPending}
        question={
          <>
            <p>{t('organising.publishQuestion')}</p>
            {unanswered > 0 && <p>{t('organising.publishUnanswered', { count: unanswered })}</p>}
          </>
        }
        confirmText={t('organising.publish')}
        onConfirm={() =>
          publish.mutate(
            { activityId: activity.id, version: activity.version },
            {
              onSuccess: () => {
                onPublished();
                refresh();
              },
            },
          )
        }
      >
        {t('organising.publish')}
      </ConfirmButton>
    </>
  );
}

function Close({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const close = useCommand('activity', 'post', '/activities/{activityId}/close');
  const refresh = useRefresh('attendance', 'survey', 'costPool');
  if (new Date(activity.startsAt) > new Date()) {
    return <p className="hint">{t('organising.closeLater', { time: format.instant(activity.startsAt) })}</p>;
  }
  const isOver = new Date(activity.endsAt) <= new Date();
  return (
    <>
      <p className="hint">{t('organising.closeMeans')}</p>
      <CloseMeaning />
      {close.isError && <Refusal title={t('organising.notClosed')} error={close.error} />}
      <ConfirmButton
        // While people still arrive, the door comes first.
        type={isOver ? 'primary' : 'default'}
        loading={close.isPending}
        question={
          <>
            <p>
              <strong>{t('organising.closeQuestion')}</strong>
            </p>
            <CloseMeaning />
          </>
        }
        confirmText={t('organising.close')}
        onConfirm={() =>
          close.mutate({ activityId: activity.id, version: activity.version }, { onSuccess: refresh })
        }
      >
        {t('organising.close')}
      </ConfirmButton>
    </>
  );
}

function CloseMeaning(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul>
      <li>{t('organising.closeFreezes')}</li>
      <li>{t('organising.closeCosts')}</li>
      <li>{t('organising.closeSurvey')}</li>
    </ul>
  );
}
