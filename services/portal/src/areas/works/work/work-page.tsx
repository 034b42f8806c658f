import { Alert } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { useSignedIn } from '../../../session/use-session.js';
import { AddFile, Withdraw } from './author-acts.js';
import { DecideWork } from './decide-work.js';
import { isForOfficer, mayDo, pointsOf, type Work } from './work.model.js';
import { useWork } from './use-work.js';
import { WorkContent } from './work-content.js';
import { WorkTags } from './work-tags.js';

/** One work: for its author, for officers, and once judging begins for whoever may see it, without its author. */
export function WorkPage() {
  const { workId = '' } = useParams();
  const query = useWork(workId);
  return <Loaded query={query}>{(work) => <OneWork key={work.id} work={work} />}</Loaded>;
}

function OneWork({ work }: { readonly work: Work }) {
  const { t } = useTranslation();
  const { id, title, worksCallId, isMine, reason } = work;
  const isDecidedHere = isForOfficer(work);
  const mayAdd = mayDo(work, 'addFile');
  const isPublic = !useSignedIn();
  return (
    <DetailPage
      title={title}
      back={isMine ? '/my-works' : `/works-calls/${worksCallId}`}
      state={<WorkTags work={work} />}
      primary={
        mayDo(work, 'score') && (
          <ButtonLink to={`/judging/${worksCallId}?work=${id}`}>{t('works.score')}</ButtonLink>
        )
      }
      more={mayDo(work, 'withdraw') && <Withdraw work={work} />}
      notices={
        reason !== null && (
          <Alert type="warning" showIcon className="notice" title={t('works.isRefused', { reason })} />
        )
      }
      aside={
        (isDecidedHere || mayAdd) && (
          <>
            {isDecidedHere && <DecideWork work={work} />}
            {mayAdd && <AddFile work={work} />}
          </>
        )
      }
    >
      <article className="card">
        <WorkContent work={work} isPublic={isPublic} />
      </article>
      <section className="card" aria-label={t('works.facts')}>
        <Facts work={work} />
      </section>
    </DetailPage>
  );
}

function Facts({ work }: { readonly work: Work }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { worksCallId, worksCallTitle, unionName, sentAt, place, award, score } = work;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('works.author'), useAuthor(work)],
    [t('works.authorUnion'), unionName],
    [t('works.sentAt'), format.instant(sentAt)],
    [t('works.place'), place === null ? null : t('works.placeIs', { place: format.number(place) })],
    [t('works.award'), award],
    [t('works.points'), score === null ? null : format.number(pointsOf(score))],
  ];
  return (
    <dl className="facts">
      <dt>{t('works.call')}</dt>
      <dd>
        <Link to={`/works-calls/${worksCallId}`}>{worksCallTitle}</Link>
      </dd>
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** Who is shown as its author; null as long as the reader is not to know. */
function useAuthor({ authorName, isMine, worksCallState }: Work): string | null {
  const { t } = useTranslation();
  if (isMine)
    return authorName === null ? t('works.shownAsMember') : t('works.shownAs', { name: authorName });
  return authorName ?? (worksCallState === 'awarded' ? t('works.aMember') : null);
}
