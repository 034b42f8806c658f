import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Refusal } from '../../../kit/states.js';
import { type AttemptLine, attemptsLeftOf, type Course, quizStandingOf } from './course.model.js';

/** A course that the reader has begun. */
type Taken = Course & { readonly progress: NonNullable<Course['progress']> };

/** How far the reader is, and what comes next: lessons, the quiz, the certificate. */
export function QuizCard({ course }: { readonly course: Taken }) {
  const { t } = useTranslation();
  const { id, lessons, progress } = course;
  const standing = quizStandingOf(course);
  const left = attemptsLeftOf(course);
  return (
    <section className="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('course.progress')}</h2>
      <p>{t('course.lessonsRead', { read: progress.lessonsRead, count: lessons.length })}</p>
      <p>{t(`course.quizIs.${standing}`)}</p>
      {(standing === 'ready' || standing === 'unread') && (
        <p className="hint">{t('course.attemptsLeft', { count: left })}</p>
      )}
      {(standing === 'ready' || standing === 'open') && <EnterQuiz courseId={id} standing={standing} />}
      {standing === 'passed' && <Certificate course={course} />}
      {progress.attempts.length > 0 && <Attempts courseId={id} attempts={progress.attempts} />}
    </section>
  );
}

interface EnterQuizProps {
  readonly courseId: string;
  readonly standing: 'ready' | 'open';
}

/** The same command begins an attempt and leads back to the one that is open. */
function EnterQuiz({ courseId, standing }: EnterQuizProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const begin = useCommand('course', 'post', '/courses/{courseId}/attempts');
  return (
    <>
      {begin.isError && <Refusal title={t('course.quizNotBegun')} error={begin.error} />}
      <div className="actions">
        <Button
          type="primary"
          loading={begin.isPending}
          onClick={() =>
            begin.mutate(
              { courseId },
              { onSuccess: ({ number }) => void navigate(`/courses/${courseId}/attempts/${number}`) },
            )
          }
        >
          {t(standing === 'open' ? 'course.goOn' : 'course.beginQuiz')}
        </Button>
      </div>
    </>
  );
}

function Certificate({ course: { id, progress } }: { readonly course: Taken }) {
  const { t } = useTranslation();
  return (
    <div className="actions">
      <ButtonLink to={`/courses/${id}/certificate`}>{t('course.toCertificate')}</ButtonLink>
      {progress.recordId !== null && (
        <ButtonLink to={`/records/${progress.recordId}`} isPlain>
          {t('course.toRecord')}
        </ButtonLink>
      )}
    </div>
  );
}

interface AttemptsProps {
  readonly courseId: string;
  readonly attempts: readonly AttemptLine[];
}

function Attempts({ courseId, attempts }: AttemptsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = ({ number, state, handedInAt, percent }: AttemptLine): string =>
    handedInAt === null
      ? t('course.attemptOpen', { number })
      : t(`course.attemptIs.${state === 'passed' ? 'passed' : 'failed'}`, {
          number,
          percent: percent ?? 0,
          at: format.instant(handedInAt),
        });
  return (
    <ul className="plain-list course-attempts">
      {attempts.map((attempt) => (
        <li key={attempt.number}>
          <Link to={`/courses/${courseId}/attempts/${attempt.number}`}>{wordsOf(attempt)}</Link>
        </li>
      ))}
    </ul>
  );
}
