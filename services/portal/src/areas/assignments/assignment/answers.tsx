import { useTranslation } from 'react-i18next';
import type { AskedQuestion } from '../../activities/sign-up-form/question.model.js';
import { answerText } from '../../affairs/matter/matter.model.js';

/** Says an answer in the reader's language; empty where there is none. */
export function useAnswerText(): (question: AskedQuestion, value: unknown) => string {
  const { t } = useTranslation();
  const words = {
    yes: t('assignment.yes'),
    no: t('assignment.no'),
    comma: t('assignment.comma'),
    // The same in the table that is exported, in which days are to be sorted.
    date: (day: string) => day,
  };
  return (question, value) =>
    value === undefined || value === null ? '' : answerText(question, value, words);
}

interface AnswersProps {
  readonly questions: readonly AskedQuestion[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What a union has returned, question by question. */
export function Answers({ questions, answers }: AnswersProps) {
  const { t } = useTranslation();
  const text = useAnswerText();
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t('assignment.returned')}</h2>
      <dl className="facts">
        {questions.map((question) => (
          <div key={question.id} className="assignment-total">
            <dt>{question.title}</dt>
            <dd className="prose">{text(question, answers[question.id]) || t('assignment.noAnswer')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
