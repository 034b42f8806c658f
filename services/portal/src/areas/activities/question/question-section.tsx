import './question.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Activity } from '../activity/use-activities.js';
import { useOrganises } from '../../../session/use-delegated.js';
import { QuestionLine } from './question-line.js';

const AskForm = lazyPart('AskForm', () => import('./ask-form.js'));

/** The questions about an activity, with the answers of its hosts. */
export function QuestionSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const questions = useList('question', '/activities/{activityId}/questions', { activityId: activity.id });
  const mayHide = useOrganises(activity);
  return (
    <section className="card questions" id="questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('question.title')}</h2>
      {activity.state === 'published' && <Ask activityId={activity.id} />}
      <PagedList list={questions} empty={{ text: t('question.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((question) => (
              <li key={question.id}>
                <QuestionLine question={question} mayHide={mayHide} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Ask({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AskForm activityId={activityId} onDone={() => setIsOpen(false)} />;
  return <Button onClick={() => setIsOpen(true)}>{t('question.ask')}</Button>;
}
