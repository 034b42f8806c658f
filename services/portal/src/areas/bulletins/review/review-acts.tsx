import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { appealMax, decisions, type Review, type ReviewAct, wordsMax } from './review.model.js';

/** What the reader may do next: one reason, and a button for each act. */
export function ReviewActs({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { act: doAct, error, isPending } = useReviewActs(review);
  const isAppeal = review.acts.some(({ act }) => act === 'appeal');
  return (
    <section className="card" aria-label={t('bulletinReview.title')}>
      <ReasonField
        reason={reason}
        label={t(isAppeal ? 'bulletinReview.appealWords' : 'bulletinReview.reason')}
        required={t('bulletinReview.reasonRequired')}
        maxLength={isAppeal ? appealMax : wordsMax}
      />
      {error !== null && <Refusal title={t('bulletinReview.notDone')} error={error} />}
      <div className="actions">
        {review.acts.map(({ act }) => (
          <ConfirmButton
            key={act}
            danger={act === 'hide' || act === 'uphold'}
            loading={isPending}
            question={t(`bulletinReview.actQuestion.${act}`)}
            confirmText={t(`bulletinReview.act.${act}`)}
            onConfirm={() => reason.take((text) => doAct(act, text))}
          >
            {t(`bulletinReview.act.${act}`)}
          </ConfirmButton>
        ))}
      </div>
    </section>
  );
}

/** Each act by its command. */
function useReviewActs({ id: reviewId, version }: Review): {
  readonly act: (act: ReviewAct, text: string) => void;
  readonly error: unknown;
  readonly isPending: boolean;
} {
  const decide = useCommand('bulletinReview', 'post', '/bulletin-reviews/{reviewId}/decide');
  const judge = useCommand('bulletinReview', 'post', '/bulletin-reviews/{reviewId}/judge-correction');
  const appeal = useCommand('bulletinReview', 'post', '/bulletin-reviews/{reviewId}/appeal');
  const decideAppeal = useCommand('bulletinReview', 'post', '/bulletin-reviews/{reviewId}/decide-appeal');
  const commands = [decide, judge, appeal, decideAppeal];
  const act = (chosen: ReviewAct, text: string): void => {
    const decision = decisions.find((one) => one === chosen);
    const known = { reviewId, version };
    if (decision !== undefined) decide.mutate({ ...known, body: { decision, reason: text } });
    else if (chosen === 'appeal') appeal.mutate({ ...known, body: { words: text } });
    else if (chosen === 'agree' || chosen === 'disagree')
      judge.mutate({ ...known, body: { agreed: chosen === 'agree', reason: text } });
    else decideAppeal.mutate({ ...known, body: { upheld: chosen === 'uphold', reason: text } });
  };
  return {
    act,
    error: commands.find(({ isError }) => isError)?.error ?? null,
    isPending: commands.some(({ isPending }) => isPending),
  };
}
