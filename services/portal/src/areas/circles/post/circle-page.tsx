import '../../../kit/styles/circle.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PagedList } from '../../../kit/paged-list.js';
import { type Circle, may, waitingIn } from '../circle/circle.model.js';
import { CircleTags } from '../circle/circle-card.js';
import { JoinCircle, LeaveCircle } from '../circle/join-circle.js';
import { PostCard } from './post-card.js';

const WritePost = lazyPart('WritePost', () => import('./write-post.js'), { rows: 1 });
const ChangeCircle = lazyPart('ChangeCircle', () => import('../circle/officer-acts.js'), { rows: 2 });
const CloseCircle = lazyPart('CloseCircle', () => import('../circle/officer-acts.js'), { rows: 2 });

/** A circle: what it is for everybody whom it is for, and what is written in it for its members. */
export function CirclePage() {
  const { circleId = '' } = useParams();
  const query = useRead('circle', '/circles/{circleId}', { circleId });
  return <Loaded query={query}>{(circle) => <OneCircle key={circle.id} circle={circle} />}</Loaded>;
}

interface Props {
  readonly circle: Circle;
}

function OneCircle({ circle }: Props) {
  const { t } = useTranslation();
  const { name, about, unionName, memberCount } = circle;
  return (
    <DetailPage
      title={name}
      back="/circles"
      state={<CircleTags circle={circle} />}
      primary={waitingIn(circle) > 0 ? <ToDesk circle={circle} /> : <WayIn circle={circle} />}
      secondary={<Links circle={circle} />}
      notices={<Notice circle={circle} />}
      below={
        <>
          {may(circle, 'read') ? (
            <Posts circle={circle} />
          ) : (
            <p className="hint">{t('circle.membersOnly')}</p>
          )}
          {may(circle, 'change') && <ChangeCircle circle={circle} />}
          {(may(circle, 'close') || may(circle, 'reopen')) && <CloseCircle circle={circle} />}
        </>
      }
    >
      <section className="card" aria-label={t('circle.about')}>
        <p className="circle-about">{about}</p>
        <p className="hint">{[unionName, t('circle.members', { count: memberCount })].join(' · ')}</p>
      </section>
    </DetailPage>
  );
}

/** Plain where something else comes next. */
function WayIn({ circle }: Props) {
  const isPlain = waitingIn(circle) > 0;
  if (may(circle, 'join')) return <JoinCircle circle={circle} asks={false} isPlain={isPlain} />;
  return may(circle, 'ask') ? <JoinCircle circle={circle} asks isPlain={isPlain} /> : null;
}

/** For whoever moderates: solid while somebody waits. */
function ToDesk({ circle }: Props) {
  const { t } = useTranslation();
  const waiting = waitingIn(circle);
  return (
    <ButtonLink to={`/circles/${circle.id}/desk`} isPlain={waiting === 0}>
      {waiting === 0 ? t('circle.desk') : t('circle.deskWaiting', { count: waiting })}
    </ButtonLink>
  );
}

function Links({ circle }: Props) {
  const { t } = useTranslation();
  const { id, standing } = circle;
  const waiting = waitingIn(circle);
  return (
    <>
      {waiting > 0 && <WayIn circle={circle} />}
      {waiting === 0 && may(circle, 'moderate') && <ToDesk circle={circle} />}
      {(may(circle, 'read') || may(circle, 'moderate')) && (
        <ButtonLink to={`/circles/${id}/people`} isPlain>
          {t('circle.people')}
        </ButtonLink>
      )}
      {may(circle, 'leave') && <LeaveCircle circle={circle} isAsked={standing === 'asked'} />}
    </>
  );
}

/** What a reader must know of how it stands, and they to it. */
function Notice({ circle: { state, standing, reason } }: Props) {
  const { t } = useTranslation();
  if (standing === 'removed')
    return (
      <Alert
        type="warning"
        showIcon
        className="notice"
        title={reason === null ? t('circle.isRemoved') : t('circle.isRemovedFor', { reason })}
      />
    );
  if (state === 'closed')
    return <Alert type="info" showIcon className="notice" title={t('circle.isClosed')} />;
  return standing === 'asked' ? (
    <Alert type="info" showIcon className="notice" title={t('circle.isAsked')} />
  ) : null;
}

function Posts({ circle }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePost', '/circles/{circleId}/posts', { circleId: circle.id });
  return (
    <>
      {may(circle, 'write') && <WritePost circleId={circle.id} />}
      <PagedList list={list} empty={{ text: t('circle.noPosts') }}>
        {(posts) => (
          <ul className="card-list circle-list">
            {posts.map((post) => (
              <li key={post.id} className="card">
                <PostCard post={post} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
