import './course.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { AttemptResult } from './attempt-result.js';
import type { Attempt } from './course.model.js';

const QuizForm = lazyPart('QuizForm', () => import('./quiz-form.js'), { rows: 10 });

/** One attempt at the quiz: its questions, and what is right once it is handed in. */
export function AttemptPage() {
  const { courseId = '', number = '' } = useParams();
  const query = useRead('course', '/courses/{courseId}/attempts/{number}', { courseId, number });
  return <Loaded query={query}>{(attempt) => <OneAttempt attempt={attempt} />}</Loaded>;
}

function OneAttempt({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const { courseId, title, number, state } = attempt;
  return (
    <>
      <PageHead title={t('course.attemptTitle', { title, number })} back={`/courses/${courseId}`} />
      {state === 'open' ? <QuizForm attempt={attempt} /> : <AttemptResult attempt={attempt} />}
    </>
  );
}
