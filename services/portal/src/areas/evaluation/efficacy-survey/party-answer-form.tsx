import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { NoToken } from '../survey/answer-form.js';
import { AnswersOver, AnswersWaiting } from '../survey/answers-kept.js';
import { askingIdOf } from '../survey/asking-id.js';
import { keptTokens } from '../survey/kept-tokens-here.js';
import { QuestionField } from '../survey/question-field.js';
import { outgoing } from '../survey/send-answers.js';
import { deliverNow } from '../survey/send-kept-answers.js';
import { TokenToAnotherDevice } from '../survey/moving.js';
import { useKeptToken } from '../survey/use-survey-tokens.js';
import { type EfficacySurvey, type Manner, manners, type MyInvitation } from './use-efficacy-surveys.js';
import { useSeasonToken } from './use-season-token.js';

interface PartyAnswerFormProps {
  readonly personId: string;
  readonly survey: EfficacySurvey;
  readonly invitation: MyInvitation;
  /** With the name of the party. */
  readonly onSent: (party: string) => void;
}

/** In which manner first, as a pooled answer needs a token, and then the questions. */
export function PartyAnswerForm(props: PartyAnswerFormProps) {
  const { t } = useTranslation();
  const { invitation } = props;
  const isOwn = invitation.party.kind === 'person';
  const [manner, setManner] = useState<Manner>('pooled');
  const [begun, setBegun] = useState<Manner | null>(invitation.manner);
  if (begun === 'named') return <NamedAnswer {...props} />;
  if (begun === 'pooled') return <PooledAnswer {...props} />;
  return (
    <div className="survey-form">
      <MannerField isOwn={isOwn} manner={manner} onChange={setManner} />
      {manner === 'pooled' && invitation.pool === null ? (
        <Alert type="info" showIcon role="status" title={t('efficacySurvey.keysComing')} className="notice" />
      ) : (
        <Button type="primary" size="large" block onClick={() => setBegun(manner)}>
          {t('efficacySurvey.begin')}
        </Button>
      )}
    </div>
  );
}

function NamedAnswer({ survey, invitation, onSent }: PartyAnswerFormProps) {
  const { t } = useTranslation();
  const form = useSteps(survey);
  const send = useCommand('efficacySurvey', 'post', '/efficacy-surveys/{efficacySurveyId}/answers');
  const { kind, party } = invitation;
  const submit = (): void =>
    send.mutate(
      {
        efficacySurveyId: survey.id,
        body: { kind, partyKind: party.kind, partyId: party.id, answers: form.answers },
      },
      { onSuccess: () => onSent(party.name) },
    );
  return (
    <Questions survey={survey} form={form} isSending={send.isPending} onSend={submit}>
      {send.isError && <Refusal title={t('efficacySurvey.sendFailed')} error={send.error} />}
    </Questions>
  );
}

/** What is chosen stays here until it is sent, from nobody. */
function PooledAnswer({ personId, survey, invitation, onSent }: PartyAnswerFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const id = askingIdOf(invitation);
  const token = useKeptToken(personId, id);
  const preparing = useSeasonToken(personId, invitation, token?.step !== 'over');
  const form = useSteps(survey, { personId, id });
  const { pool, party } = invitation;
  if (token?.step === 'over') return <AnswersOver why={token.why} />;
  if (token?.step === 'outgoing') return <AnswersWaiting personId={personId} surveyId={id} />;
  const submit = async (): Promise<void> => {
    if (token?.step !== 'ready' || pool === null) return;
    keptTokens.write(personId, id, outgoing(token, form.answers, pool.id));
    keptTokens.dropDraft(personId, id);
    const outcome = await deliverNow(personId, id);
    if (outcome !== 'sent') return;
    onSent(party.kind === 'person' ? t('efficacySurvey.yourself') : party.name);
    await queryClient.invalidateQueries({ queryKey: ['efficacySurvey'] });
  };
  const isReady = token?.step === 'ready';
  return (
    <>
      <Questions
        survey={survey}
        form={form}
        isSending={!isReady && !preparing.isError}
        isDisabled={preparing.isError}
        onSend={() => void submit()}
      >
        {preparing.isError && <NoToken error={preparing.error} onRetry={() => void preparing.refetch()} />}
        <WasRefused is={isReady && token.wasRefused === true} />
      </Questions>
      <TokenToAnotherDevice personId={personId} askingId={id} />
    </>
  );
}

/** Answers were sent before, and did not fit the questions. */
function WasRefused({ is }: { readonly is: boolean }) {
  const { t } = useTranslation();
  return is && <Alert type="error" showIcon role="alert" title={t('survey.refused')} className="notice" />;
}

type Steps = Readonly<Record<string, number>>;

/** @param draft stores the answers here until they are sent; without it they are not stored */
function useSteps(survey: EfficacySurvey, draft?: { readonly personId: string; readonly id: string }) {
  const element = useRef<HTMLDivElement>(null);
  const [answers, setAnswers] = useState<Steps>(() =>
    draft === undefined ? {} : (keptTokens.readDraft(draft.personId, draft.id) as Steps),
  );
  const [isMissingShown, setMissingShown] = useState(false);
  const left = survey.questions.filter(({ key }) => answers[key] === undefined);
  return {
    element,
    answers,
    left,
    isMissingShown,
    change: (key: string, step: number): void => {
      const changed = { ...answers, [key]: step };
      setAnswers(changed);
      if (draft !== undefined) keptTokens.writeDraft(draft.personId, draft.id, changed);
    },
    showMissing: (): void => {
      setMissingShown(true);
      element.current?.querySelector<HTMLInputElement>(`[name="${left[0]?.key ?? ''}"]`)?.focus();
    },
  };
}

interface QuestionsProps {
  readonly survey: EfficacySurvey;
  readonly form: ReturnType<typeof useSteps>;
  readonly isSending: boolean;
  readonly isDisabled?: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

function Questions({ survey, form, isSending, isDisabled = false, onSend, children }: QuestionsProps) {
  const { t } = useTranslation();
  const { left } = form;
  return (
    <div ref={form.element} className="survey-form">
      {survey.questions.map(({ key, text }, index) => (
        <QuestionField
          key={key}
          question={{ key, text, kind: 'likert' }}
          number={index + 1}
          answer={form.answers[key]}
          isMissing={form.isMissingShown && left.some((one) => one.key === key)}
          onChange={(step) => form.change(key, Number(step))}
        />
      ))}
      <p className="hint" role="status">
        {left.length > 0
          ? t('efficacySurvey.incomplete', { count: left.length })
          : t('efficacySurvey.complete')}
      </p>
      {children}
      <SendButton
        isComplete={left.length === 0}
        isSending={isSending}
        isDisabled={isDisabled}
        onMissing={form.showMissing}
        onSend={onSend}
      />
    </div>
  );
}

interface SendButtonProps {
  readonly isComplete: boolean;
  readonly isSending: boolean;
  readonly isDisabled: boolean;
  readonly onMissing: () => void;
  readonly onSend: () => void;
}

/** What is missing is shown first; what is complete is asked about once, as it cannot be changed. */
function SendButton({ isComplete, isSending, isDisabled, onMissing, onSend }: SendButtonProps) {
  const { t } = useTranslation();
  const look = { type: 'primary', size: 'large', block: true } as const;
  if (!isComplete)
    return (
      <Button {...look} onClick={onMissing}>
        {t('efficacySurvey.send')}
      </Button>
    );
  return (
    <ConfirmButton
      {...look}
      loading={isSending}
      disabled={isDisabled}
      question={<p>{t('efficacySurvey.sendQuestion')}</p>}
      confirmText={t('efficacySurvey.sendYes')}
      onConfirm={onSend}
    >
      {t('efficacySurvey.send')}
    </ConfirmButton>
  );
}

interface MannerFieldProps {
  /** The person answers for themselves, and then only pooled. */
  readonly isOwn: boolean;
  readonly manner: Manner;
  readonly onChange: (manner: Manner) => void;
}

/** What each manner means stands beside it, before anything is answered. */
function MannerField({ isOwn, manner, onChange }: MannerFieldProps) {
  const { t } = useTranslation();
  if (isOwn) return <p className="card">{t('efficacySurvey.volunteerHint')}</p>;
  return (
    <fieldset className="card question manners">
      <legend>{t('efficacySurvey.howTitle')}</legend>
      {manners.map((one) => (
        <label key={one} className="manner">
          <input type="radio" name="manner" checked={manner === one} onChange={() => onChange(one)} />
          <span>
            <strong>{t(`efficacySurvey.${one}`)}</strong>
            <span className="hint">{t(`efficacySurvey.${one}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
