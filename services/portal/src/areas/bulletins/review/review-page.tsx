import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { ReviewActs } from './review-acts.js';
import type { Review } from './review.model.js';

/** What became of the reports on a bulletin: for its union, and for who decides. */
export function ReviewPage() {
  const { reviewId = '' } = useParams();
  const query = useRead('bulletinReview', '/bulletin-reviews/{reviewId}', { reviewId });
  return <Loaded query={query}>{(review) => <OneReview key={review.id} review={review} />}</Loaded>;
}

function OneReview({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bulletinId, title, state, unionName, openedAt, reports, correctable } = review;
  return (
    <DetailPage
      title={title}
      back="/bulletin-reviews"
      state={<span className="tag">{t(`bulletinReview.stateIs.${state}`)}</span>}
      secondary={
        <ButtonLink to={`/bulletins/${bulletinId}`} isPlain>
          {t('bulletinReview.seeBulletin')}
        </ButtonLink>
      }
      notices={<Notices review={review} />}
      aside={
        (review.acts.length > 0 || correctable) && (
          <>
            {correctable && (
              <section className="card" aria-label={t('bulletinReview.correct')}>
                <p className="hint">{t('bulletinReview.correctHint')}</p>
                <ButtonLink to={`/bulletins/${bulletinId}/edit`}>{t('bulletinReview.correct')}</ButtonLink>
              </section>
            )}
            {review.acts.length > 0 && <ReviewActs review={review} />}
          </>
        )
      }
    >
      <section className="card" aria-labelledby="entries-title">
        <h2 id="entries-title">{t('bulletinReview.entries')}</h2>
        <p className="hint">
          {t('bulletinReview.lineBy', { union: unionName, at: format.instant(openedAt) })}{' '}
          {t('bulletinReview.reports', { count: reports })}
        </p>
        <ol>
          {review.entries.map(({ event, text, at }) => (
            <li key={`${event} ${at}`}>
              <strong>{t(`bulletinReview.event.${event}`)}</strong>{' '}
              <span className="hint">{format.instant(at)}</span>
              {text !== null && <p>{text}</p>}
            </li>
          ))}
        </ol>
      </section>
      {review.reportsShown.length > 0 && <Reports review={review} />}
    </DetailPage>
  );
}

function Notices({ review: { appealUntil, strikes, held } }: { readonly review: Review }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notices = [
    appealUntil === null ? null : t('bulletinReview.appealUntil', { at: format.instant(appealUntil) }),
    strikes === 0 ? null : t('bulletinReview.strikes', { count: strikes }),
    held ? t('bulletinReview.held') : null,
  ];
  return notices.map(
    (text) => text !== null && <Alert key={text} type="info" showIcon className="notice" title={text} />,
  );
}

function Reports({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="reports-title">
      <h2 id="reports-title">{t('bulletinReview.reportsShown')}</h2>
      <ul>
        {review.reportsShown.map(({ ground, words, at }, index) => (
          <li key={`${at} ${index}`}>
            <strong>{t(`bulletinReview.ground.${ground}`)}</strong>{' '}
            <span className="hint">{format.instant(at)}</span>
            <p>{words ?? t('bulletinReview.erased')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
