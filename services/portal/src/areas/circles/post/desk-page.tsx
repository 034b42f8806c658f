import '../../../kit/styles/circle.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList, useRead } from '../../../api/use-read.js';
import { NotFoundPage } from '../../../kit/dead-ends.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { AppealForAnother, DismissReports } from '../../../kit/remark-acts.js';
import { may } from '../circle/circle.model.js';
import { PersonLine } from '../circle/person-line.js';
import { Hide, Refuse, ShowAgain } from './post-acts.js';
import { PostHead, PostWords } from './post-words.js';
import { type CirclePost, mayDo } from './post.model.js';

/** What waits for the moderators of a circle, and what they have hidden. */
export function DeskPage() {
  const { t } = useTranslation();
  const { circleId = '' } = useParams();
  const query = useRead('circle', '/circles/{circleId}', { circleId });
  return (
    <Loaded query={query}>
      {(circle) =>
        may(circle, 'moderate') ? (
          <>
            <PageHead title={t('circle.deskOf', { name: circle.name })} back={`/circles/${circleId}`} />
            <Requests circleId={circleId} />
            <Reports circleId={circleId} />
            <Appeals circleId={circleId} />
            <People circleId={circleId} />
            <HiddenPosts circleId={circleId} />
          </>
        ) : (
          <NotFoundPage />
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly circleId: string;
}

function Requests({ circleId }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePerson', '/circles/{circleId}/people', { circleId, state: 'asked' });
  return (
    <section aria-labelledby="requests-title">
      <h2 id="requests-title">{t('circle.requests')}</h2>
      <PagedList list={list} empty={{ text: t('circle.noRequests') }}>
        {(people) => (
          <ul className="card-list circle-list">
            {people.map((person) => (
              <PersonLine key={person.id} circleId={circleId} person={person} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Reports({ circleId }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePost', '/circles/{circleId}/reports', { circleId });
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title">{t('circle.reports')}</h2>
      <PagedList list={list} empty={{ text: t('circle.noReports') }}>
        {(reports) => (
          <ul className="card-list circle-list">
            {reports.map(({ id, words, about }) => (
              <li key={id} className="card">
                <p className="remark-words">
                  {t('remark.reportSays', { words: words ?? t('remark.noWords') })}
                </p>
                {about.map((post) => (
                  <DecidedPost key={post.id} post={post} />
                ))}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Appeals({ circleId }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePost', '/circles/{circleId}/posts', { circleId, appealed: true });
  return (
    <section aria-labelledby="appeals-title">
      <h2 id="appeals-title">{t('remark.appeals')}</h2>
      <PagedList list={list} empty={{ text: t('remark.noAppeals') }}>
        {(posts) => <DecidedPosts posts={posts} />}
      </PagedList>
    </section>
  );
}

/** Whoever was removed can be accepted again. */
function People({ circleId }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePerson', '/circles/{circleId}/people', { circleId, state: 'removed' });
  return (
    <section aria-labelledby="removed-title">
      <h2 id="removed-title">{t('circle.removedPeople')}</h2>
      <PagedList list={list} empty={{ text: t('circle.noneRemoved') }}>
        {(people) => (
          <ul className="card-list circle-list">
            {people.map((person) => (
              <PersonLine key={person.id} circleId={circleId} person={person} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function HiddenPosts({ circleId }: Props) {
  const { t } = useTranslation();
  const list = useList('circlePost', '/circles/{circleId}/posts', { circleId, hidden: true });
  return (
    <section aria-labelledby="hidden-title">
      <h2 id="hidden-title">{t('circle.hiddenPosts')}</h2>
      <PagedList list={list} empty={{ text: t('circle.noneHidden') }}>
        {(posts) => <DecidedPosts posts={posts} />}
      </PagedList>
    </section>
  );
}

function DecidedPosts({ posts }: { readonly posts: readonly CirclePost[] }) {
  return (
    <ul className="card-list circle-list">
      {posts.map((post) => (
        <li key={post.id} className="card">
          <DecidedPost post={post} />
        </li>
      ))}
    </ul>
  );
}

function DecidedPost({ post }: { readonly post: CirclePost }) {
  const { id: postId, version, title } = post;
  const dismiss = useCommand('circlePost', 'post', '/circle-posts/{postId}/dismiss-reports');
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <PostHead post={post} />
      <PostWords post={post} />
      <AppealForAnother remark={post} />
      {mayDo(post, 'hide') && <Hide post={post} />}
      {mayDo(post, 'refuseAppeal') && <Refuse post={post} />}
      <div className="actions">
        {mayDo(post, 'dismissReports') && <DismissReports command={dismiss} input={{ postId, version }} />}
        {mayDo(post, 'show') && <ShowAgain post={post} />}
      </div>
    </>
  );
}
