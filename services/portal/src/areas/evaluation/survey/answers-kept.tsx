import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ending } from './kept-tokens.js';
import { deliverNow } from './send-kept-answers.js';

/** Answers that the network did not take: they stay, and go out later. */
export function AnswersWaiting({
  personId,
  surveyId,
}: {
  readonly personId: string;
  /** The token is stored under it. */
  readonly surveyId: string;
}) {
  const { t } = useTranslation();
  const send = useMutation({
    networkMode: 'always',
    mutationFn: () => deliverNow(personId, surveyId),
  });
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('survey.waiting')}
      description={
        <>
          <p>{t(send.data === 'kept' ? 'survey.stillWaiting' : 'survey.waitingHint')}</p>
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
            {t('survey.sendNow')}
          </Button>
        </>
      }
      className="notice"
    />
  );
}

/** Nothing is left to be answered here, and why. */
export function AnswersOver({ why }: { readonly why: Ending }) {
  const { t } = useTranslation();
  return (
    <div className="card empty-state" role="status">
      <h2>{t(`answering.over.${why}.title`)}</h2>
      <p>{t(`answering.over.${why}.text`)}</p>
      <Link to="/my" className="back">
        {t('survey.toMine')}
      </Link>
    </div>
  );
}
