import './public-union.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useList, useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useSignedIn } from '../../../session/use-session.js';
import { PublicContactPoints } from '../../members/contact-point/public-contact-points.js';
import { PublicCommittees } from '../../members/committee/public-committees.js';
import { PublicActivityCard } from './public-activity-card.js';
import { ShareButtons } from './share-buttons.js';
import { WayIn } from './way-in.js';

const FollowUnion = lazyPart('FollowUnion', () => import('../../bulletins/follow-union.js'), {
  rows: 0,
  texts: ['bulletinFollow'],
});

type PublicUnion = components['schemas']['PublicUnionView'];

/** The public page of a union: its next activities, how to join it, who speaks for it, and its figures. */
export function PublicUnionPage() {
  const { unionId = '' } = useParams();
  const union = useRead('publicUnion', '/public/unions/{unionId}', { unionId });
  if (isMissing(union.error)) return <NotFoundPage />;
  return (
    <>
      {union.data !== undefined && <Head union={union.data} />}
      {union.data === undefined && union.error === null && <LoadingState rows={2} />}
      {union.data === undefined && union.error !== null && (
        <ErrorState error={union.error} onRetry={() => void union.refetch()} />
      )}
      <Coming unionId={unionId} />
      <WayIn />
      <PublicContactPoints unionId={unionId} />
      <PublicCommittees unionId={unionId} />
      {union.data !== undefined && <Facts union={union.data} />}
    </>
  );
}

function Head({ union }: { readonly union: PublicUnion }) {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  return (
    <PageHead title={union.name}>
      {isSignedIn ? (
        <FollowUnion unionId={union.id} />
      ) : (
        <ButtonLink to="/sign-in">{t('publicUnion.signIn')}</ButtonLink>
      )}
      <ShareButtons title={union.name} />
    </PageHead>
  );
}

function Facts({ union: { parentName, enterpriseName, members } }: { readonly union: PublicUnion }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list public-facts hint">
      {parentName !== null && <li>{t('publicUnion.parent', { name: parentName })}</li>}
      {enterpriseName !== null && <li>{t('publicUnion.enterprise', { name: enterpriseName })}</li>}
      {members !== null && <li>{t('publicUnion.members', { count: members })}</li>}
    </ul>
  );
}

function Coming({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const activities = useList('publicUnion', '/public/unions/{unionId}/activities', { unionId });
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{t('publicUnion.coming')}</h2>
      <PagedList list={activities} empty={{ text: t('publicUnion.nothing') }}>
        {(items) => (
          <ul className="plain-list activities">
            {items.map((activity) => (
              <li key={activity.id}>
                <PublicActivityCard activity={activity} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
