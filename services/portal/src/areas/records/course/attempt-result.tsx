import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { type Attempt, type AttemptQuestion, attemptsLeftOf, isRight } from './course.model.js';

/** Whether it is passed, what comes next, and each question with what is right and why. */
export function AttemptResult({ attempt }: { readonly attempt: Attempt }) {
  return (
    <>
      <Outcome attempt={attempt} />
      {attempt.questions.map((question, index) => (
        <Question key={question.question} question={question} position={index + 1} />
      ))}
    </>
  );
}

function Outcome({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const { courseId, state, percent, passPercent } = attempt;
  const isPassed = state === 'passed';
  return (
    <>
      <Alert
        type={isPassed ? 'success' : 'warning'}
        showIcon
        role="status"
        className="notice"
        title={t(isPassed ? 'course.isPassed' : 'course.isFailed', {
          percent: percent ?? 0,
          needed: passPercent,
        })}
        description={!isPassed && <Left courseId={courseId} />}
      />
      <div className="actions notice">
        {isPassed ? (
          <ButtonLink to={`/courses/${courseId}/certificate`}>{t('course.toCertificate')}</ButtonLink>
        ) : (
          <ButtonLink to={`/courses/${courseId}`}>{t('course.toCourse')}</ButtonLink>
        )}
      </div>
    </>
  );
}

/** How often the quiz may still be taken. Another attempt may have passed meanwhile. */
function Left({ courseId }: { readonly courseId: string }) {
  const { t } = useTranslation();
  const { data: course } = useRead('course', '/courses/{courseId}', { courseId });
  if (course === undefined || course.progress?.certificateNumber != null) return null;
  const left = attemptsLeftOf(course);
  return <p>{left === 0 ? t('course.quizIs.used') : t('course.attemptsLeft', { count: left })}</p>;
}

interface QuestionProps {
  readonly question: AttemptQuestion;
  readonly position: number;
}

function Question({ question, position }: QuestionProps) {
  const { t } = useTranslation();
  const { text, choices, explanation } = question;
  const isGood = isRight(question);
  return (
    <section className="card" aria-labelledby={`question-${position}`}>
      <h2 id={`question-${position}`}>{t('course.questionTitle', { number: position, text })}</h2>
      <div className="tags">
        <span className={isGood ? 'tag is-published' : 'tag is-cancelled'}>
          {t(isGood ? 'course.answeredRight' : 'course.answeredWrong')}
        </span>
      </div>
      <ul className="course-results">
        {choices.map((choice) => (
          <li key={choice.letter}>
            {t('course.choice', { letter: choice.letter, text: choice.text })}
            {choice.right === true && <span className="tag is-published">{t('course.rightTag')}</span>}
            {choice.chosen === true && <span className="tag is-kind">{t('course.chosenTag')}</span>}
          </li>
        ))}
      </ul>
      {explanation !== null && <p>{t('course.because', { explanation })}</p>}
    </section>
  );
}
