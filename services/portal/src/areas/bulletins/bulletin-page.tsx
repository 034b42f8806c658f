import './bulletin.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { DetailPage } from '../../kit/detail-page.js';
import { lazyPart } from '../../kit/lazy-part.js';
import { Loaded } from '../../kit/loaded.js';
import { useOffices } from '../../session/use-offices.js';
import { useSignedIn } from '../../session/use-session.js';
import { type Bulletin, lastCorrectionOf } from './bulletin.model.js';
import { BulletinTags } from './bulletin-card.js';
import { CitedBy, CitedCard } from './cited-bulletin.js';
import { ConfirmReading } from './confirm-reading.js';
import { BulletinFiles } from './file/bulletin-files.js';
import { OfficerActs } from './officer-acts.js';
import { ReadingCard } from './reading-card.js';
import { Revisions } from './revisions.js';

const FollowUnion = lazyPart('FollowUnion', () => import('./follow-union.js'), {
  rows: 0,
  texts: ['bulletinFollow'],
});
const ReportCard = lazyPart('ReportCard', () => import('./review/report-card.js'));
const CommentsCard = lazyPart('CommentsCard', () => import('./comments-card.js'), {
  texts: ['bulletinComment', 'remark'],
});
const MarkdownText = lazyPart('MarkdownText', () => import('../../kit/markdown-text.js'), { rows: 6 });

/** One bulletin: for whoever may read it, and for the officers of its union. */
export function BulletinPage() {
  const { bulletinId = '' } = useParams();
  const isSignedIn = useSignedIn();
  const own = useRead('bulletin', '/bulletins/{bulletinId}', isSignedIn ? { bulletinId } : undefined);
  const open = useRead('bulletin', '/public/bulletins/{bulletinId}', isSignedIn ? undefined : { bulletinId });
  const query = isSignedIn ? own : open;
  return <Loaded query={query}>{(bulletin) => <OneBulletin key={bulletin.id} bulletin={bulletin} />}</Loaded>;
}

function OneBulletin({ bulletin }: { readonly bulletin: Bulletin }) {
  const isSignedIn = useSignedIn();
  const unionId = useReadingUnion(bulletin);
  const { changeable, state, text } = bulletin;
  return (
    <DetailPage
      title={bulletin.title}
      back={isSignedIn ? '/bulletins' : '/public/bulletins'}
      state={<BulletinTags bulletin={bulletin} />}
      secondary={isSignedIn && state !== 'draft' && <FollowUnion unionId={bulletin.unionId} />}
      notices={<Notices bulletin={bulletin} />}
      aside={
        (changeable || unionId !== undefined) && (
          <>
            {changeable && <OfficerActs bulletin={bulletin} />}
            {unionId !== undefined && <ReadingCard bulletin={bulletin} unionId={unionId} />}
          </>
        )
      }
    >
      <article className="card">
        {text !== null && <MarkdownText text={text} />}
        <BulletinFiles bulletin={bulletin} pictures={bulletin.pictures} attachments={bulletin.attachments} />
        <CitedCard cited={bulletin.cites} />
        <Facts bulletin={bulletin} />
        <CitedBy bulletin={bulletin} />
      </article>
      <ConfirmReading bulletin={bulletin} />
      {isSignedIn && <ForReaders bulletin={bulletin} />}
    </DetailPage>
  );
}

function ForReaders({ bulletin }: { readonly bulletin: Bulletin }) {
  const { id, state, revisions, text } = bulletin;
  return (
    <>
      {hasComments(bulletin) && <CommentsCard bulletin={bulletin} />}
      {state === 'published' && <ReportCard bulletinId={id} />}
      {revisions.length > 1 && text !== null && <Revisions bulletin={bulletin} />}
    </>
  );
}

/** Where none are taken and none were written, nothing is said of them. */
function hasComments({ commenting, commentCount, commentsWaiting, state, text }: Bulletin): boolean {
  if (text === null || state === 'draft' || state === 'waiting') return false;
  return commenting !== 'off' || commentCount > 0 || (commentsWaiting ?? 0) > 0;
}

/** Of which union the reader may see who has read: an officer sees their own, and whoever writes it that which publishes it. */
function useReadingUnion({ mustRead, state, changeable, unionId }: Bulletin): string | undefined {
  const [own] = useOffices().unionIdsOf('officer');
  if (!mustRead || state === 'draft') return undefined;
  return changeable ? unionId : own;
}

function Notices({ bulletin }: { readonly bulletin: Bulletin }) {
  return useNotices(bulletin).map(({ type, text }) => (
    <Alert key={text} type={type} showIcon className="notice" title={text} />
  ));
}

/** What stands above a bulletin about its state. */
function useNotices(bulletin: Bulletin): { readonly type: 'info' | 'warning'; readonly text: string }[] {
  const { t } = useTranslation();
  const news = useNews(bulletin);
  const { state, withdrawReason, sentBackReason } = bulletin;
  const warning = (text: string) => ({ type: 'warning', text }) as const;
  const sentBack =
    sentBackReason === null ? [] : [warning(t('bulletinReview.isSentBack', { reason: sentBackReason }))];
  switch (state) {
    case 'draft':
      return [{ type: 'info', text: t('bulletin.isDraft') }, ...sentBack];
    case 'waiting':
      return [warning(t('bulletinReview.isWaiting'))];
    case 'hidden':
      return [warning(t('bulletinReview.isHidden'))];
    case 'withdrawn':
      return [warning(t('bulletin.isWithdrawn', { reason: withdrawReason ?? '' })), ...sentBack];
    case 'published':
      return news.map((text) => ({ type: 'info', text }));
  }
}

/** Of what is published: that it is still to be shown, and its last correction. */
function useNews(bulletin: Bulletin): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { shownFrom } = bulletin;
  const corrected = lastCorrectionOf(bulletin);
  const isLater = shownFrom !== null && Date.parse(shownFrom) > Date.now();
  const later = isLater ? [t('bulletin.isLater', { at: format.instant(shownFrom) })] : [];
  if (corrected === null) return later;
  return [...later, t('bulletin.isCorrected', { at: format.instant(corrected.at), note: corrected.note })];
}

function Tags({ bulletin: { business, function: about } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  return (
    <>
      {business !== null && (
        <>
          <dt>{t('bulletin.businessLabel')}</dt>
          <dd>{t(`bulletin.business.${business}`)}</dd>
        </>
      )}
      {about !== null && (
        <>
          <dt>{t('bulletin.functionLabel')}</dt>
          <dd>{t(`bulletin.function.${about}`)}</dd>
        </>
      )}
    </>
  );
}

function useAudienceText({ audience, unionName: union, sizeClass, neighbourKm }: Bulletin): string {
  const { t } = useTranslation();
  const size = sizeClass === null ? '' : t(`bulletin.sizeClass.${sizeClass}`);
  return t(`bulletin.audience.${audience}`, { union, size, km: neighbourKm ?? 0 });
}

function Facts({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, unionName, shownFrom, shownUntil } = bulletin;
  const forWhom = useAudienceText(bulletin);
  return (
    <dl className="facts">
      {source !== null && (
        <>
          <dt>{t('bulletin.source')}</dt>
          <dd>
            {source.link ? (
              <a href={source.link} rel="noopener noreferrer nofollow" target="_blank">
                {source.name}
              </a>
            ) : (
              source.name
            )}
          </dd>
        </>
      )}
      <Tags bulletin={bulletin} />
      <dt>{t('bulletin.publisher')}</dt>
      <dd>{unionName}</dd>
      {shownFrom !== null && (
        <>
          <dt>{t('bulletin.shownFrom')}</dt>
          <dd>{format.instant(shownFrom)}</dd>
        </>
      )}
      {shownUntil !== null && (
        <>
          <dt>{t('bulletin.shownUntil')}</dt>
          <dd>{format.instant(shownUntil)}</dd>
        </>
      )}
      <dt>{t('bulletin.audienceLabel')}</dt>
      <dd>{forWhom}</dd>
    </dl>
  );
}
