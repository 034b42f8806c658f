import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { AskedQuestion } from '../../activities/sign-up-form/question.model.js';
import { answerText, isOwnPage } from './matter.model.js';

interface MatterAnswersProps {
  readonly questions: readonly AskedQuestion[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What was written in a matter, question by question. */
export function MatterAnswers({ questions, answers }: MatterAnswersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = {
    yes: t('signUpForm.ask.yes'),
    no: t('signUpForm.ask.no'),
    comma: t('matter.comma'),
    date: format.date,
  };
  const answered = questions.filter(({ id }) => answers[id] !== undefined && answers[id] !== null);
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t('matter.written')}</h2>
      <dl className="matter-answers">
        {answered.map((question) => (
          <div key={question.id}>
            <dt>{question.title}</dt>
            <dd className="prose">
              {isOwnPage(answers[question.id]) ? (
                <Link to={answers[question.id] as string} className="back">
                  {t('matter.openPage')}
                </Link>
              ) : (
                answerText(question, answers[question.id], words)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
