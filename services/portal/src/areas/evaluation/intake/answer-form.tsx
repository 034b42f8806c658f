import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import type { Intake } from './intake.model.js';
import { WordsForm } from './words-form.js';

/** An officer's answer. Another may follow: earlier answers stay. */
export function AnswerForm({ entry }: { readonly entry: Intake }) {
  const { t } = useTranslation();
  const answer = useCommand('intake', 'post', '/intake/{intakeId}/answer');
  const texts = {
    label: t('intake.answerText'),
    required: t('intake.answerRequired'),
    refused: t('intake.answerRefused'),
    send: t('intake.sendAnswer'),
  };
  return (
    <section className="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{t(entry.answers.length === 0 ? 'intake.answer' : 'intake.answerAgain')}</h2>
      <WordsForm entry={entry} name="intake-answer" command={answer} texts={texts} />
    </section>
  );
}
