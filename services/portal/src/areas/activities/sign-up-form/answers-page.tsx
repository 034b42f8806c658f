import './sign-up-form.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';
import type { Activity } from '../activity/activity-form.js';
import { ListFileButtons } from '../list-file/list-file-buttons.js';
import { OfActivity } from '../activity/of-activity.js';
import { useAnswerText } from './answer-text.js';
import { QuestionSummaryCard } from './question-summary.js';

type AnswersLine = components['schemas']['AnswersLineView'];
type AnswersSummary = components['schemas']['AnswersSummaryView'];

/** The answers at sign-up that the reader may see: counted, and one by one. */
export function AnswersPage() {
  return <OfActivity>{(activity) => <OfOne activity={activity} />}</OfActivity>;
}

function OfOne({ activity }: { readonly activity: Activity }) {
  const summary = useRead('registration', '/activities/{activityId}/answers/summary', {
    activityId: activity.id,
  });
  return <Loaded query={summary}>{(data) => <Answers activity={activity} summary={data} />}</Loaded>;
}

interface AnswersProps {
  readonly activity: Activity;
  readonly summary: AnswersSummary;
}

function Answers({ activity, summary }: AnswersProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const { registrations, toComplete, erasedAt, questions, items } = summary;
  return (
    <>
      <PageHead
        title={t('signUpForm.answers.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      >
        <ListFileButtons activityId={activity.id} list="answers" />
      </PageHead>
      <p>
        {t('signUpForm.answers.registrations', { count: registrations })}
        {t('common.separator')}
        {t('signUpForm.answers.toComplete', { count: toComplete })}
      </p>
      <p className="hint">{t('signUpForm.answers.hint')}</p>
      {erasedAt !== null && (
        <p className="hint">{t('signUpForm.answers.erasedOn', { time: format.instant(erasedAt) })}</p>
      )}
      {questions.map((question) => {
        const item = items.find(({ questionId }) => questionId === question.id);
        return item && <QuestionSummaryCard key={question.id} question={question} summary={item} />;
      })}
      <AnswersTable activity={activity} summary={summary} />
    </>
  );
}

function AnswersTable({ activity, summary }: AnswersProps) {
  const { t } = useTranslation();
  const list = useList('registration', '/activities/{activityId}/answers', { activityId: activity.id });
  const columns = useColumns(summary);
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t('signUpForm.answers.list')}</h2>
      <PagedList list={list} empty={{ text: t('signUpForm.answers.none') }}>
        {(lines) => (
          <div className="answers-table" tabIndex={0} role="group" aria-labelledby="answers-title">
            <DataTable
              caption={t('signUpForm.answers.list')}
              columns={columns}
              rows={lines}
              rowKey={({ registrationId }) => registrationId}
            />
          </div>
        )}
      </PagedList>
    </section>
  );
}

function useColumns({ questions }: AnswersSummary): Column<AnswersLine>[] {
  const { t } = useTranslation();
  const answerText = useAnswerText();
  return [
    {
      key: 'name',
      title: t('signUpForm.answers.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
    },
    { key: 'pool', title: t('signUpForm.answers.pool'), cell: ({ poolName }) => poolName },
    {
      key: 'state',
      title: t('signUpForm.answers.state'),
      cell: ({ state, toComplete }) =>
        toComplete ? t('signUpForm.answers.incomplete') : t(`registrations.stateIs.${state}`),
    },
    ...questions.map((question) => ({
      key: question.id,
      title: question.title,
      cell: ({ answers }: AnswersLine) => answerText({ question, value: answers[question.id] }),
    })),
  ];
}
