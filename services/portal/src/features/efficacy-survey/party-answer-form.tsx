import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { useSubmit } from '../../api/use-submit.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { Refusal } from '../../shell/states.js';
import { QuestionField } from '../survey/question-field.js';
import { type EfficacySurvey, type Manner, manners, type MyInvitation } from './use-efficacy-surveys.js';

interface PartyAnswer {
  readonly kind: MyInvitation['kind'];
  readonly partyKind: MyInvitation['party']['kind'];
  readonly partyId: string;
  readonly manner: Manner;
  readonly answers: Readonly<Record<string, number>>;
}

interface PartyAnswerFormProps {
  readonly survey: EfficacySurvey;
  readonly invitation: MyInvitation;
  /** With the name of the party. */
  readonly onSent: (party: string) => void;
}

/** In which manner, and the questions. */
export function PartyAnswerForm({ survey, invitation, onSent }: PartyAnswerFormProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [manner, setManner] = useState<Manner>('pooled');
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>({});
  const [isMissingShown, setMissingShown] = useState(false);
  const send = useSend(survey.id);
  const left = survey.questions.filter(({ key }) => answers[key] === undefined);
  const { kind, party } = invitation;
  const isOwn = party.kind === 'person';
  const submit = (): void =>
    send.mutate(
      { kind, partyKind: party.kind, partyId: party.id, manner, answers },
      { onSuccess: () => onSent(isOwn ? t('efficacySurvey.yourself') : party.name) },
    );
  const showMissing = (): void => {
    setMissingShown(true);
    element.current?.querySelector<HTMLInputElement>(`[name="${left[0]?.key ?? ''}"]`)?.focus();
  };
  return (
    <div ref={element} className="survey-form">
      <MannerField isOwn={isOwn} manner={manner} onChange={setManner} />
      {survey.questions.map(({ key, text }, index) => (
        <QuestionField
          key={key}
          question={{ key, text, kind: 'likert' }}
          number={index + 1}
          answer={answers[key]}
          isMissing={isMissingShown && left.some((one) => one.key === key)}
          onChange={(step) => setAnswers({ ...answers, [key]: Number(step) })}
        />
      ))}
      <p className="hint" role="status">
        {left.length > 0
          ? t('efficacySurvey.incomplete', { count: left.length })
          : t('efficacySurvey.complete')}
      </p>
      {send.isError && <Refusal title={t('efficacySurvey.sendFailed')} error={send.error} />}
      <SendButton
        isComplete={left.length === 0}
        isSending={send.isPending}
        onMissing={showMissing}
        onSend={submit}
      />
    </div>
  );
}

interface SendButtonProps {
  readonly isComplete: boolean;
  readonly isSending: boolean;
  readonly onMissing: () => void;
  readonly onSend: () => void;
}

/** What is missing is shown first; what is complete is asked about once, as it cannot be changed. */
function SendButton({ isComplete, isSending, onMissing, onSend }: SendButtonProps) {
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
      question={<p>{t('efficacySurvey.sendQuestion')}</p>}
      confirmText={t('efficacySurvey.sendYes')}
      onConfirm={onSend}
    >
      {t('efficacySurvey.send')}
    </ConfirmButton>
  );
}

interface MannerFieldProps {
  /** A person answers for himself, and then pooled alone. */
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

function useSend(efficacySurveyId: string) {
  return useSubmit({
    send: (body: PartyAnswer, key) =>
      answerOf(
        api.POST('/api/v1/efficacy-surveys/{efficacySurveyId}/answers', {
          params: { path: { efficacySurveyId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches: ['efficacySurvey'],
  });
}
