import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Question, scale, textMax } from './answers.model.js';

interface QuestionFieldProps {
  readonly question: Question;
  readonly number: number;
  readonly answer: number | string | undefined;
  readonly isMissing: boolean;
  readonly onChange: (answer: number | string) => void;
}

export function QuestionField(props: QuestionFieldProps) {
  return props.question.kind === 'text' ? <TextQuestion {...props} /> : <ScaleQuestion {...props} />;
}

/** Five large targets, of which the thumb takes one; by keyboard they are one group of radio buttons. */
function ScaleQuestion({ question, number, answer, isMissing, onChange }: QuestionFieldProps) {
  const { t } = useTranslation();
  const errorId = useId();
  return (
    <fieldset className="card question" aria-describedby={isMissing ? errorId : undefined}>
      <legend>{t('survey.question', { number, text: question.text })}</legend>
      <div className="scale">
        {scale.map((step) => (
          <label key={step} className="scale-step">
            <input
              type="radio"
              className="visually-hidden"
              name={question.key}
              value={step}
              checked={answer === step}
              onChange={() => onChange(step)}
              aria-label={t('survey.step', { step, text: t(`survey.scale.s${step}`) })}
              aria-invalid={isMissing}
            />
            <span aria-hidden="true">{step}</span>
          </label>
        ))}
      </div>
      <div className="scale-ends hint" aria-hidden="true">
        <span>{t('survey.scale.s1')}</span>
        <span className="scale-chosen">
          {typeof answer === 'number' ? t(`survey.scale.s${answer as (typeof scale)[number]}`) : ''}
        </span>
        <span>{t('survey.scale.s5')}</span>
      </div>
      {isMissing && (
        <p id={errorId} className="field-error">
          {t('survey.missing')}
        </p>
      )}
    </fieldset>
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
