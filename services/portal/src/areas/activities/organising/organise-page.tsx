import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { ActivityTags } from '../activity/activity-tags.js';
import { AgreementSummary } from '../agreement/agreement-summary.js';
import { CoHostSection } from '../co-host/co-host-section.js';
import { PoolSection } from '../pool/pool-section.js';
import type { Activity } from '../activity/activity-form.js';
import { Checklist } from './checklist.js';
import { CopySection } from './copy-section.js';
import { LifeSection } from './life-section.js';
import { OfActivity } from '../activity/of-activity.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { useDelegated, useOrganises } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';

const dayMs = 86_400_000;

const EligibilitySection = lazyPart(
  'EligibilitySection',
  () => import('../eligibility/eligibility-section.js'),
  { rows: 2, texts: ['eligibility'] },
);
const PictureSection = lazyPart('PictureSection', () => import('../picture/picture-section.js'), {
  rows: 2,
  texts: ['picture'],
});
const TaskSection = lazyPart('TaskSection', () => import('../activity-task/task-section.js'), {
  rows: 2,
  texts: ['coHosting'],
});
const SignUpFormSection = lazyPart(
  'SignUpFormSection',
  () => import('../sign-up-form/sign-up-form-section.js'),
  { rows: 2, texts: ['signUpForm'] },
);
const SeriesLine = lazyPart('SeriesLine', () => import('../series/series-line.js'), {
  rows: 1,
  texts: ['series'],
});
const SeriesSection = lazyPart('SeriesSection', () => import('../series/series-section.js'));

const MakeBrandSection = lazyPart('MakeBrandSection', () => import('../brand/make-brand-section.js'), {
  rows: 2,
  texts: ['brand'],
});
const ProposalCard = lazyPart('ProposalCard', () => import('../proposal/proposal-card.js'), {
  rows: 2,
  texts: ['proposal'],
});

const DrawSection = lazyPart('DrawSection', () => import('../draw/draw-section.js'), {
  texts: ['draw'],
});

export function OrganisePage() {
  return <OfActivity>{(activity) => <Organise activity={activity} />}</OfActivity>;
}

/**
 * Everything that organisers and hosts do for one activity. No section loads its form in advance, as other pages do: there
 * are ten of them, and a visit opens one.
 */
function Organise({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const mayManage = useOrganises(activity);
  // What binds the union, or gives away what is worth some, is for its own officers and organisers.
  const isOfUnion = useReaches(activity.unionId);
  const mayCopy = useMayCopy(activity, isOfUnion);
  return (
    <DetailPage
      title={t('organising.titleOf', { title: activity.title })}
      back={`/activities/${activity.id}`}
      state={<ActivityTags activity={activity} />}
      primary={mayManage && activity.state === 'published' && <NextWay activity={activity} />}
      secondary={<Ways activity={activity} mayManage={mayManage} isOfUnion={isOfUnion} />}
      notices={activity.seriesId !== null && <SeriesLine activity={activity} />}
      aside={<Progress activity={activity} mayManage={mayManage} />}
      below={
        <div className="organise">
          <OfHosts activity={activity} isHelper={mayManage && !isOfUnion} />
          <PoolSection activity={activity} mayManage={mayManage} />
          <SignUpFormSection activity={activity} mayManage={mayManage} />
          <PictureSection activity={activity} mayManage={mayManage} />
          <EligibilitySection activity={activity} mayManage={mayManage} />
          <DrawSection activity={activity} mayManage={mayManage} />
          {isOfUnion && mayBeBrand(activity) && <MakeBrandSection activity={activity} />}
          {mayCopy && <Again activity={activity} />}
        </div>
      }
    >
      <Times activity={activity} />
    </DetailPage>
  );
}

interface ProgressProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** How far it has come, and its next step. */
function Progress({ activity, mayManage }: ProgressProps) {
  const isDraft = activity.state === 'draft';
  return (
    <>
      {isDraft && activity.proposal !== null && <ProposalCard activity={activity} />}
      {isDraft && <Checklist activityId={activity.id} />}
      <LifeSection activity={activity} mayManage={mayManage} />
    </>
  );
}

/** What comes next for one that is published: who has signed up, and from its day on the door. */
function NextWay({ activity: { id, startsAt, endsAt } }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  // Once it is over, what comes next is to close it.
  const isOver = new Date(endsAt) <= new Date();
  const isNear = new Date(startsAt).getTime() - Date.now() < dayMs;
  return isNear ? (
    <ButtonLink to={`/activities/${id}/check-in`} isPlain={isOver}>
      {t('activity.checkIn')}
    </ButtonLink>
  ) : (
    <ButtonLink to={`/activities/${id}/registrations`}>{t('activity.registrations')}</ButtonLink>
  );
}

/** The same once more, or many times. */
function Again({ activity }: { readonly activity: Activity }) {
  return (
    <>
      <CopySection activity={activity} />
      {isPattern(activity) && <SeriesSection activity={activity} />}
    </>
  );
}

interface OfHostsProps {
  readonly activity: Activity;
  /** Whether the person organises it by a delegation alone. */
  readonly isHelper: boolean;
}

/** Who hosts it, on which terms, and who does what: for those who may act for a host. */
function OfHosts({ activity, isHelper }: OfHostsProps) {
  const isOfUnion = useReaches(activity.unionId);
  const { holdsOffice } = useOffices();
  if (isHelper && !holdsOffice) return null;
  return (
    <>
      <CoHostSection activity={activity} mayManage={isOfUnion} />
      <AgreementSummary activity={activity} />
      <TaskSection activity={activity} mayManage={isOfUnion} />
    </>
  );
}

/** An activity that was held and is not yet an edition of a brand. */
function mayBeBrand({ state, brand }: Activity): boolean {
  return state === 'closed' && brand === null;
}

/** An activity that belongs to a series or is over cannot begin one. */
function isPattern({ seriesId, state }: Activity): boolean {
  return seriesId === null && (state === 'draft' || state === 'published');
}

/** Workers alone may propose their own activity again; any other belongs to its union, and to those who represent its organiser. */
function useMayCopy({ organiser }: Activity, isOfUnion: boolean): boolean {
  const { data: me } = useMe();
  const { holds } = useDelegated();
  if (holds(organiser)) return true;
  return organiser.kind === 'person' ? organiser.id === me?.personId : isOfUnion;
}

interface WaysProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
  readonly isOfUnion: boolean;
}

function Ways({ activity, mayManage, isOfUnion }: WaysProps) {
  const { t } = useTranslation();
  const address = `/activities/${activity.id}`;
  const isEditable = activity.state === 'draft' || activity.state === 'published';
  const isOwn = mayManage || activity.organiser.kind === 'person';
  return (
    <>
      {isOwn && isEditable && <Link to={`${address}/edit`}>{t('organising.edit')}</Link>}
      <Link to={`${address}/agreement`}>{t('activity.agreement')}</Link>
      <Link to={`${address}/telling`}>{t('organising.telling')}</Link>
      <Link to={`${address}/attachments`}>{t('activity.attachments')}</Link>
      {activity.state !== 'draft' && <Link to={`${address}/album`}>{t('activity.album')}</Link>}
      {mayManage && <ManagersWays activity={activity} address={address} isOfUnion={isOfUnion} />}
    </>
  );
}

interface ManagersWaysProps {
  readonly activity: Activity;
  readonly address: string;
  readonly isOfUnion: boolean;
}

function ManagersWays({ activity: { state, startsAt }, address, isOfUnion }: ManagersWaysProps) {
  const { t } = useTranslation();
  // One of the two is the primary button.
  const isNear = new Date(startsAt).getTime() - Date.now() < dayMs;
  return (
    <>
      {state !== 'draft' && (state !== 'published' || isNear) && (
        <Link to={`${address}/registrations`}>{t('activity.registrations')}</Link>
      )}
      {isOfUnion && <Link to={`${address}/give-away`}>{t('organising.giveAway')}</Link>}
      <Link to={`${address}/delegations`}>{t('organising.delegations')}</Link>
      {state === 'published' && !isNear && <Link to={`${address}/check-in`}>{t('activity.checkIn')}</Link>}
      {state === 'published' && <Link to={`${address}/door-links`}>{t('organising.doorLinks')}</Link>}
    </>
  );
}

function Times({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <dl className="card facts">
      <dt>{t('activity.organiser')}</dt>
      <dd>{activity.organiser.name}</dd>
      <dt>{t('activity.time')}</dt>
      <dd>{format.period(activity.startsAt, activity.endsAt)}</dd>
      <dt>{t('activity.signUpWindow')}</dt>
      <dd>{format.period(activity.signUpOpensAt, activity.signUpClosesAt)}</dd>
      <dt>{t('activity.venue')}</dt>
      <dd>{activity.venue ?? t('activity.venueUnknown')}</dd>
    </dl>
  );
}
