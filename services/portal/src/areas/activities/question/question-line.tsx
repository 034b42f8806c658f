import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Question } from './host-forms.js';

const AnswerForm = lazyPart('AnswerForm', () => import('./host-forms.js'));
const HideForm = lazyPart('HideForm', () => import('./host-forms.js'));

interface QuestionLineProps {
  readonly question: Question;
  /** Only the organiser may hide a question; any host may answer it. */
  readonly mayHide: boolean;
}

/** A question with its answer, and what the reader can do about it. */
export function QuestionLine({ question, mayHide }: QuestionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, state, answer, answeredAt, hideReason, isMine, createdAt } = question;
  return (
    <article className="asked-question">
      <p className="prose">{text}</p>
      <p className="hint">
        <Asker question={question} />
        <time dateTime={createdAt}>{format.instant(createdAt)}</time>
        {state !== 'answered' && <span className="tag">{t(`question.state.${state}`)}</span>}
      </p>
      {answer !== null && (
        <div className="quoted">
          <p className="prose">{answer}</p>
          {answeredAt !== null && (
            <p className="hint">{t('question.answeredAt', { time: format.instant(answeredAt) })}</p>
          )}
        </div>
      )}
      {hideReason !== null && <p className="hint">{t('question.hideReason', { reason: hideReason })}</p>}
      {isMine && (state === 'open' || state === 'answered') && <Withdraw question={question} />}
      {!isMine && <HostActs question={question} mayHide={mayHide} />}
    </article>
  );
}

function Asker({ question: { isMine, askerName } }: { readonly question: Question }) {
  const { t } = useTranslation();
  if (isMine) return <strong>{t('question.mine')}</strong>;
  return <span>{askerName ?? t('question.unnamed')}</span>;
}

/** Only hosts see open questions of others. */
function HostActs({ question, mayHide }: QuestionLineProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'answer' | 'hide' | null>(null);
  const { mayAnswer, mayStillHide } = actsOf(question, mayHide);
  const close = (): void => setShown(null);
  if (shown === 'answer' && mayAnswer) return <AnswerForm question={question} onDone={close} />;
  if (shown === 'hide' && mayStillHide) return <HideForm question={question} onDone={close} />;
  if (!mayAnswer && !mayStillHide) return null;
  return (
    <div className="actions">
      {mayAnswer && (
        <Button type="primary" onClick={() => setShown('answer')}>
          {t('question.answer')}
        </Button>
      )}
      {mayStillHide && <Button onClick={() => setShown('hide')}>{t('question.hide')}</Button>}
    </div>
  );
}

function actsOf({ state }: Question, mayHide: boolean): { mayAnswer: boolean; mayStillHide: boolean } {
  return { mayAnswer: state === 'open', mayStillHide: mayHide && (state === 'open' || state === 'answered') };
}

function Withdraw({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const { activityId, id: questionId, version } = question;
  const withdraw = useCommand('question', 'post', '/activities/{activityId}/questions/{questionId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('question.notWithdrawn')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('question.withdrawQuestion')}
        confirmText={t('question.withdraw')}
        onConfirm={() => withdraw.mutate({ activityId, questionId, version })}
      >
        {t('question.withdraw')}
      </ConfirmButton>
    </>
  );
}
