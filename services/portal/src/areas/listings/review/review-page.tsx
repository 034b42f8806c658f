import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { listingPath, type Review, wordsMax } from './review.model.js';

interface ReviewProps {
  readonly review: Review;
}

/** What was reported about a vacancy or a benefit, and what officers make of it. */
export function ListingReviewPage() {
  const { reviewId = '' } = useParams();
  const query = useRead('listingReview', '/listing-reviews/{reviewId}', { reviewId });
  return <Loaded query={query}>{(review) => <OneReview key={review.id} review={review} />}</Loaded>;
}

function OneReview({ review }: ReviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, state, unionName, openedAt, reports, reason, decidedAt } = review;
  return (
    <DetailPage
      title={title}
      back="/listing-reviews"
      state={<span className="tag">{t(`listingReview.stateIs.${state}`)}</span>}
      secondary={
        <ButtonLink to={listingPath(review)} isPlain>
          {t(`listingReview.see.${review.kind}`)}
        </ButtonLink>
      }
      aside={review.decisions.length > 0 && <Decide review={review} />}
    >
      <section className="card" aria-labelledby="reports-title">
        <h2 id="reports-title">{t('listingReview.reportsShown')}</h2>
        <p className="hint">
          {t('listingReview.lineBy', { union: unionName, at: format.instant(openedAt) })} ·{' '}
          {t('listingReview.reports', { count: reports })}
        </p>
        <ul>
          {review.reportsShown.map(({ ground, words, at }, index) => (
            <li key={`${at} ${index}`}>
              <strong>{t(`listingReview.ground.${ground}`)}</strong>{' '}
              <span className="hint">{format.instant(at)}</span>
              {words !== null && <p>{words}</p>}
            </li>
          ))}
        </ul>
        {reason !== null && decidedAt !== null && (
          <p>{t('listingReview.lastReason', { reason, at: format.instant(decidedAt) })}</p>
        )}
      </section>
    </DetailPage>
  );
}

/** One reason, and a button for each decision. */
function Decide({ review: { id: reviewId, version, decisions } }: ReviewProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const decide = useCommand('listingReview', 'post', '/listing-reviews/{reviewId}/decide');
  return (
    <section className="card" aria-label={t('listingReview.decide')}>
      <ReasonField
        reason={reason}
        label={t('listingReview.reason')}
        required={t('listingReview.reasonRequired')}
        maxLength={wordsMax}
      />
      {decide.isError && <Refusal title={t('listingReview.notDone')} error={decide.error} />}
      <div className="actions">
        {decisions.map(({ decision }) => (
          <ConfirmButton
            key={decision}
            danger={decision === 'hide'}
            loading={decide.isPending}
            question={t(`listingReview.question.${decision}`)}
            confirmText={t(`listingReview.decision.${decision}`)}
            onConfirm={() =>
              reason.take((text) => decide.mutate({ reviewId, version, body: { decision, reason: text } }))
            }
          >
            {t(`listingReview.decision.${decision}`)}
          </ConfirmButton>
        ))}
      </div>
    </section>
  );
}
