import { useTranslation } from 'react-i18next';
import type { Intake } from './intake.model.js';
import { useAnswerIntake } from './use-intake.js';
import { WordsForm } from './words-form.js';

/** An officer's answer. It may be answered again: what was said before stays. */
export function AnswerForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const texts = {
    label: t('intake.answerText'),
    required: t('intake.answerRequired'),
    refused: t('intake.answerRefused'),
    send: t('intake.sendAnswer'),
  };
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{t(entry.answers.length === 0 ? 'intake.answer' : 'intake.answerAgain')}</h2>
      <WordsForm entry={entry} name="intake-answer" send={useAnswerIntake()} texts={texts} />
    </section>
  );
}
