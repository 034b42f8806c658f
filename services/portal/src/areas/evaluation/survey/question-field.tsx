import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { likelihood, type Question, scale, textMax } from './answers.model.js';

interface QuestionFieldProps {
  readonly question: Question;
  readonly number: number;
  readonly answer: number | string | undefined;
  readonly isMissing: boolean;
  readonly onChange: (answer: number | string) => void;
}

export function QuestionField(props: QuestionFieldProps) {
  const { kind } = props.question;
  if (kind === 'text') return <TextQuestion {...props} />;
  if (kind === 'choice') return <ChoiceQuestion {...props} />;
  return kind === 'nps' ? <LikelihoodQuestion {...props} /> : <ScaleQuestion {...props} />;
}

/** One group of large targets, of which the thumb takes one; by keyboard they are radio buttons. */
function Group({
  question,
  number,
  isMissing,
  children,
}: QuestionFieldProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const errorId = useId();
  return (
    <fieldset className="card question" aria-describedby={isMissing ? errorId : undefined}>
      <legend>{t('survey.question', { number, text: question.text })}</legend>
      {children}
      {isMissing && (
        <p id={errorId} className="field-error">
          {t(question.kind === 'choice' ? 'survey.missingChoice' : 'survey.missing')}
        </p>
      )}
    </fieldset>
  );
}

interface TargetProps {
  readonly of: QuestionFieldProps;
  readonly value: number | string;
  /** What is heard, where it is more than what is seen. */
  readonly label?: string;
  readonly children: ReactNode;
}

function Target({ of: { question, answer, isMissing, onChange }, value, label, children }: TargetProps) {
  return (
    <label className="scale-step">
      <input
        type="radio"
        className="visually-hidden"
        name={question.key}
        value={value}
        checked={answer === value}
        onChange={() => onChange(value)}
        aria-label={label}
        aria-invalid={isMissing}
      />
      <span aria-hidden={label === undefined ? undefined : true}>{children}</span>
    </label>
  );
}

function ScaleQuestion(props: QuestionFieldProps) {
  const { t } = useTranslation();
  const chosen = scale.find((step) => step === props.answer);
  return (
    <Group {...props}>
      <div className="scale">
        {scale.map((step) => (
          <Target
            key={step}
            of={props}
            value={step}
            label={t('survey.step', { step, text: t(`survey.scale.s${step}`) })}
          >
            {step}
          </Target>
        ))}
      </div>
      <div className="scale-ends hint" aria-hidden="true">
        <span>{t('survey.scale.s1')}</span>
        <span className="scale-chosen">{chosen === undefined ? '' : t(`survey.scale.s${chosen}`)}</span>
        <span>{t('survey.scale.s5')}</span>
      </div>
    </Group>
  );
}

const npsMost = 10;

/** Eleven targets in two rows of a phone. */
function LikelihoodQuestion(props: QuestionFieldProps) {
  const { t } = useTranslation();
  const [least, most] = [t('survey.likely.s0'), t('survey.likely.s10')];
  const labelOf = (step: number): string => {
    if (step > 0 && step < npsMost) return t('survey.stepAlone', { step });
    return t('survey.step', { step, text: step === 0 ? least : most });
  };
  return (
    <Group {...props}>
      <div className="scale is-long">
        {likelihood.map((step) => (
          <Target key={step} of={props} value={step} label={labelOf(step)}>
            {step}
          </Target>
        ))}
      </div>
      <div className="scale-ends is-two hint" aria-hidden="true">
        <span>{t('survey.likelyEnd', { step: 0, text: least })}</span>
        <span>{t('survey.likelyEnd', { step: npsMost, text: most })}</span>
      </div>
    </Group>
  );
}

function ChoiceQuestion(props: QuestionFieldProps) {
  return (
    <Group {...props}>
      <div className="choices">
        {(props.question.choices ?? []).map(({ key, text }) => (
          <Target key={key} of={props} value={key}>
            {text}
          </Target>
        ))}
      </div>
    </Group>
  );
}

function TextQuestion({ question, number, answer, onChange }: QuestionFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="card question">
      <label htmlFor={id}>{t('survey.question', { number, text: question.text })}</label>
      <textarea
        id={id}
        name={question.key}
        rows={3}
        maxLength={textMax}
        value={typeof answer === 'string' ? answer : ''}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="hint">
        {t('survey.textHint')}
      </p>
    </div>
  );
}
