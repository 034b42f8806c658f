import '../../../kit/styles/activity.css';
import './activity-page.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonToPart } from '../../../kit/button-link.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { PageHead } from '../../../kit/page-head.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { type RoleName, useOffices } from '../../../session/use-offices.js';
import { useOrganises } from '../../../session/use-delegated.js';
import { usePools } from '../pool/use-pools.js';
import { Seats } from '../pool/seats.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import { closedReason } from '../registration/registration.model.js';
import { RegistrationPanel } from '../registration/registration-panel.js';
import { useMyRegistration } from '../registration/use-registration.js';
import { PhaseSteps } from '../activity-life/phase-steps.js';
import { ActivityTags } from '../activity/activity-tags.js';
import { OrganiserLinks } from '../activity/organiser-links.js';
import { Room } from '../activity/room.js';
import { type Activity, type ActivityDetail, useActivity } from '../activity/use-activities.js';
import { MapLink } from '../way-there/map-link.js';
import { Introduction } from './introduction.js';

/** Most activities are for everybody. */
const WhoMayCome = lazyPart('WhoMayCome', () => import('../eligibility/who-may-come.js'), {
  rows: 2,
  texts: ['eligibility'],
});
/** Those of its unions who see its bills. */
const ActivityCost = lazyPart('ActivityCost', () => import('../cost/activity-cost.js'), {
  rows: 1,
  texts: ['activityCost'],
});
const InterestLine = lazyPart('InterestLine', () => import('../mutual-interest/interest-line.js'), {
  rows: 1,
  texts: ['mutualInterest'],
});
/** Few activities are part of a series. */
const SeriesLine = lazyPart('SeriesLine', () => import('../series/series-line.js'), {
  rows: 1,
  texts: ['series'],
});

/** Few activities draw their seats. */
const DrawCard = lazyPart('DrawCard', () => import('../draw/draw-card.js'), { texts: ['draw'] });

/** Few have a queue before sign-up opens. */
const QueueCard = lazyPart('QueueCard', () => import('../queue/queue-card.js'), { texts: ['queue'] });
/** Give-aways of tickets and coupons are usually welfare. */
const GiveAwayCard = lazyPart('GiveAwayCard', () => import('../give-away/give-away-card.js'), {
  rows: 1,
  texts: ['giveAway'],
});

/** Some are editions of what another union held first, and some are drafts that a worker has proposed. */
const BrandCredit = lazyPart('BrandCredit', () => import('../brand/brand-credit.js'), { rows: 1 });
const ProposalCard = lazyPart('ProposalCard', () => import('../proposal/proposal-card.js'), {
  rows: 2,
  texts: ['proposal'],
});

const RemindMe = lazyPart('RemindMe', () => import('../reminder/remind-me.js'), {
  rows: 1,
  texts: ['reminder'],
});
/** Many activities have no pictures. */
const PictureStrip = lazyPart('PictureStrip', () => import('../picture/picture-strip.js'), {
  texts: ['picture'],
});
const AttachmentSection = lazyPart('AttachmentSection', () => import('../attachment/attachment-section.js'), {
  rows: 1,
  texts: ['attachment'],
});
const ShareCard = lazyPart('ShareCard', () => import('../poster/share-card.js'), {
  rows: 4,
  texts: ['poster'],
});
const QuestionSection = lazyPart('QuestionSection', () => import('../question/question-section.js'), {
  texts: ['question'],
});

export function ActivityPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { data, error, isPending, refetch } = useActivity(activityId);
  if (isPending) return <LoadingState rows={8} />;
  if (data !== undefined) return <OneActivity key={data.id} activity={data} />;
  if (isMissing(error)) return <NotFoundPage />;
  return (
    <>
      <PageHead title={t('app.page.activities')} back="/activities" />
      <ErrorState error={error} onRetry={() => void refetch()} />
    </>
  );
}

function OneActivity({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useTranslation();
  // How far it is among its organisers is nothing to those who come.
  const { holdsOffice } = useOffices();
  return (
    <>
      <PageHead title={activity.title} back="/activities" state={<ActivityTags activity={activity} />} />
      <OrganiserLinks activity={activity} />
      <AtAGlance activity={activity} />
      {holdsOffice && <PhaseSteps activity={activity} />}
      <Origins activity={activity} />
      {activity.cancelReason !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('activity.cancelReason', { reason: activity.cancelReason })}
          className="notice"
        />
      )}
      <div className="columns">
        <About activity={activity} />
        <Side activity={activity} />
        <Facts activity={activity} />
      </div>
      <FilesAndAlbum activity={activity} />
      {activity.state === 'closed' && <RecognitionsOf subjectId={activity.id} />}
      {activity.publishedAt !== null && <QuestionSection activity={activity} />}
    </>
  );
}

/** Who may come, how to take part and how many do; who holds it asks how many come before asking for a seat. */
function Side({ activity }: { readonly activity: ActivityDetail }) {
  const organises = useOrganises(activity);
  return (
    <div className="side">
      {activity.hasConditions && <WhoMayCome activity={activity} />}
      {activity.draw !== null && <DrawCard activity={activity} />}
      {activity.kind === 'welfare' && <GiveAwayCard activity={activity} />}
      <BeforeOpening activity={activity} />
      {!organises && <TakePart activity={activity} />}
      {hasBegun(activity) && <InterestLine activityId={activity.id} />}
      <SeatsOf activity={activity} />
      <CostOf activity={activity} />
      {activity.state === 'published' && <ShareCard activityId={activity.id} title={activity.title} />}
      {organises && <TakePart activity={activity} />}
    </div>
  );
}

/** The platform says which of them see the bills of this one. */
const costReaders: readonly RoleName[] = ['organiser', 'officer', 'finance', 'approver', 'auditor'];

/** What it has cost, once it can have cost something. */
function CostOf({ activity: { id, publishedAt } }: { readonly activity: Activity }) {
  const { holds } = useOffices();
  return publishedAt !== null && holds(...costReaders) ? <ActivityCost activityId={id} /> : null;
}

/** Once it is closed, no seat is free for anybody. */
function SeatsOf({
  activity: { id, timeZone, hasConditions, state },
}: {
  readonly activity: ActivityDetail;
}) {
  if (state === 'closed') return null;
  return (
    <Seats
      activityId={id}
      timeZone={timeZone}
      hasConditions={hasConditions}
      takesWaiters={state === 'published'}
    />
  );
}

function About({ activity }: { readonly activity: ActivityDetail }) {
  return (
    <div className="about">
      {activity.cover !== null && <PictureStrip activity={activity} />}
      <Introduction html={activity.descriptionHtml} />
    </div>
  );
}

/** With a queue, sign-up opens for each person at their turn. */
function TakePart({ activity }: { readonly activity: Activity }) {
  const { queue } = activity;
  if (queue === null) return <RegistrationPanel activity={activity} />;
  return <QueueCard activity={activity} queue={queue} />;
}

/** Attachments, and the album of those who came. */
function FilesAndAlbum({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  return (
    <>
      <AttachmentSection activityId={activity.id} />
      {hasAlbum(activity) && (
        <section className="card" aria-labelledby="album-title">
          <h2 id="album-title">{t('activity.album')}</h2>
          <p>
            <Link to={`/activities/${activity.id}/album`}>{t('activity.toAlbum')}</Link>
          </p>
        </section>
      )}
    </>
  );
}

function hasAlbum({ publishedAt, state, startsAt }: Activity): boolean {
  return publishedAt !== null && state !== 'cancelled' && new Date(startsAt) <= new Date();
}

/** The series, brand or proposal that it belongs to. */
function Origins({ activity }: { readonly activity: Activity }) {
  return (
    <>
      {activity.seriesId !== null && <SeriesLine activity={activity} />}
      {activity.brand !== null && <BrandCredit brand={activity.brand} />}
      {isProposed(activity) && <ProposalCard activity={activity} />}
    </>
  );
}

/** A proposal matters as long as the activity is a draft: it waits for a decision, or shows it. */
function isProposed({ state, proposal }: Activity): boolean {
  return state === 'draft' && proposal !== null;
}

/** A reminder makes sense only before sign-up, or one of the pools, opens. */
function BeforeOpening({ activity }: { readonly activity: Activity }) {
  const pools = usePools(activity.id);
  const opensAt = [activity.signUpOpensAt, ...(pools.data?.items ?? []).map((pool) => pool.opensAt)];
  const isAhead = opensAt.some((at) => at !== null && new Date(at) > new Date());
  return activity.state === 'published' && isAhead ? <RemindMe activity={activity} /> : null;
}

/** Is it a matchmaking activity at which people have met? */
function hasBegun({ kind, state, startsAt }: Activity): boolean {
  if (kind !== 'matchmaking' || state === 'cancelled' || state === 'draft') return false;
  return new Date(startsAt) <= new Date();
}

/** When, where, how long one can still sign up and how many seats are left, and the way there. */
function AtAGlance({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { state } = activity;
  const isAhead = new Date(activity.endsAt) > new Date() && state !== 'cancelled' && state !== 'closed';
  return (
    <div className="at-a-glance">
      <p>
        <strong>{format.period(activity.startsAt, activity.endsAt)}</strong>
        <strong>{activity.venue ?? t('activity.venueUnknown')}</strong>
        <Room activity={activity} />
      </p>
      <ToTakePart activity={activity} />
      {isAhead && <MapLink activity={activity} />}
    </div>
  );
}

/** On a phone pictures and introduction stand before what most people come for: one tap leads there. */
function ToTakePart({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data: mine } = useMyRegistration(activity.id);
  if (mine === undefined || closedReason(activity, new Date()) !== null) return null;
  // Where seats are drawn or given at a turn, its own card says what can be done, and when.
  if (mine === null && (activity.draw?.decides === true || activity.queue !== null)) return null;
  return (
    <div className="to-take-part">
      <ButtonToPart part="registration-title">
        {t(mine === null ? 'activity.toSignUp' : 'registration.mine')}
      </ButtonToPart>
    </div>
  );
}

/** Who holds it, when sign-up is open, and where to ask. */
function Facts({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const coHosts = activity.coHosts.map(({ name }) => name).join(t('common.separator'));
  return (
    <dl className="card facts when-and-where">
      <dt>{t('activity.organiser')}</dt>
      <dd>{activity.organiser.name}</dd>
      {coHosts !== '' && (
        <>
          <dt>{t('activity.coHosts')}</dt>
          <dd>{coHosts}</dd>
        </>
      )}
      <dt>{t('activity.signUpWindow')}</dt>
      <dd>{format.period(activity.signUpOpensAt, activity.signUpClosesAt)}</dd>
      {activity.publishedAt !== null && (
        <>
          <dt>{t('activity.anyQuestions')}</dt>
          <dd>
            <a href="#questions" className="back">
              {t('activity.askHosts')}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}
