import { Alert, Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../kit/states.js';
import { submittedAnswers, unanswered } from './answers.model.js';
import { InsecureAddressError } from './blind-token.js';
import type { Answers } from './kept-tokens.js';
import { keptTokens } from './kept-tokens-here.js';
import { OtherKeysError } from './prepare-token.js';
import { QuestionField } from './question-field.js';
import { outgoing } from './send-answers.js';
import { deliverNow } from './send-kept-answers.js';
import { useKeptToken, usePrepareToken } from './use-survey-tokens.js';
import type { Survey } from './use-surveys.js';

interface AnswerFormProps {
  readonly personId: string;
  readonly survey: Survey;
}

/** Beginning to answer takes the token; looking at the survey does not. */
export function AnswerForm(props: AnswerFormProps) {
  const { t } = useTranslation();
  const { personId, survey } = props;
  const token = useKeptToken(personId, survey.id);
  const [hasBegun, setBegun] = useState(false);
  if (hasBegun || token !== null) return <Questions {...props} />;
  return (
    <div className="card">
      <p>{t('survey.beginHint', { count: survey.questions.length })}</p>
      <Button type="primary" size="large" block onClick={() => setBegun(true)}>
        {t('survey.begin')}
      </Button>
    </div>
  );
}

/** What is chosen stays on this phone until it is sent. */
function Questions({ personId, survey }: AnswerFormProps) {
  const { t } = useTranslation();
  const preparing = usePrepareToken(personId, survey);
  const form = useAnswers(personId, survey);
  const token = useKeptToken(personId, survey.id);
  const ready = token?.step === 'ready' ? token : null;
  const isReady = ready !== null;
  const left = unanswered(survey.questions, form.answers);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (left[0] !== undefined) return form.showMissing(left[0].key);
    if (ready === null) return;
    const answers = submittedAnswers(survey.questions, form.answers);
    keptTokens.write(personId, survey.id, outgoing(ready, answers));
    keptTokens.dropDraft(personId, survey.id);
    void deliverNow(personId, survey.id);
  };
  return (
    <form noValidate onSubmit={submit} ref={form.element} className="survey-form">
      {preparing.isError && <NoToken error={preparing.error} onRetry={() => void preparing.refetch()} />}
      {ready?.wasRefused && (
        <Alert type="error" showIcon role="alert" title={t('survey.refused')} className="notice" />
      )}
      {survey.questions.map((question, index) => (
        <QuestionField
          key={question.key}
          question={question}
          number={index + 1}
          answer={form.answers[question.key]}
          isMissing={form.isMissingShown && left.includes(question)}
          onChange={(answer) => form.change(question.key, answer)}
        />
      ))}
      <p className="hint" role="status">
        {left.length > 0 ? t('survey.left', { count: left.length }) : t('survey.complete')}
      </p>
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={preparing.isError}
        loading={!isReady && !preparing.isError}
      >
        {isReady || preparing.isError ? t('survey.submit') : t('survey.preparing')}
      </Button>
    </form>
  );
}

function useAnswers(personId: string, survey: Survey) {
  const element = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<Answers>(() => keptTokens.readDraft(personId, survey.id));
  const [isMissingShown, setMissingShown] = useState(false);
  return {
    element,
    answers,
    isMissingShown,
    change: (key: string, answer: number | string): void => {
      const changed = { ...answers, [key]: answer };
      setAnswers(changed);
      keptTokens.writeDraft(personId, survey.id, changed);
    },
    /** Leads to the first question without an answer. */
    showMissing: (key: string): void => {
      setMissingShown(true);
      element.current?.querySelector<HTMLInputElement>(`[name="${key}"]`)?.focus();
    },
  };
}

/** Without a token no answer is taken: why there is none. */
export function NoToken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (error instanceof InsecureAddressError) {
    return (
      <Alert type="warning" showIcon role="alert" title={t('survey.insecureAddress')} className="notice" />
    );
  }
  if (error instanceof OtherKeysError) {
    return <Alert type="error" showIcon role="alert" title={t('survey.otherKeys')} className="notice" />;
  }
  return (
    <>
      <Refusal title={t('survey.noToken')} error={error} />
      <Button block onClick={onRetry} className="notice">
        {t('common.retry')}
      </Button>
    </>
  );
}
