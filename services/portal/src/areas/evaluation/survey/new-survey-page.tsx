import '../../../kit/styles/survey.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { ExtraQuestions } from './extra-questions.js';
import { emptySurvey, type SurveyForm, surveyOf } from './new-survey.js';
import { useClosedActivities } from './use-closed-activities.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';

/** Asks those who came to a closed activity. */
export function NewSurveyPage() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const activities = useClosedActivities();
  const systems = usePublishedSystems();
  const failed = [activities, systems].find(({ error }) => error !== null);
  return (
    <>
      <PageHead title={t('survey.new')} back="/surveys" />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {(activities.isPending || systems.isPending) && <LoadingState rows={6} />}
      {activities.data !== undefined && systems.data !== undefined && (
        <SurveyForms
          activities={activities.data.map(({ id, title, startsAt }) => ({
            value: id,
            label: t('survey.activityOn', { title, date: date(startsAt.slice(0, 10)) }),
          }))}
          systems={systems.data.map(({ id, name, versionNumber }) => ({
            value: id,
            label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
          }))}
        />
      )}
    </>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface SurveyFormsProps {
  readonly activities: readonly Option[];
  readonly systems: readonly Option[];
}

function SurveyForms({ activities, systems }: SurveyFormsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const open = useCommand('survey', 'post', '/surveys');
  if (activities.length === 0) return <EmptyState text={t('survey.noActivities')} />;
  if (systems.length === 0) return <EmptyState text={t('survey.noSystems')} />;
  const activityId = search.get('activity') ?? undefined;
  return (
    <CommandForm
      command={open}
      input={(values: SurveyForm) => ({ body: surveyOf(values) })}
      submit={t('survey.open')}
      refused={t('survey.openFailed')}
      onDone={({ id }) => void navigate(`/surveys/${id}`, { replace: true })}
      className="card"
      initialValues={{ ...emptySurvey(new Date()), ...(activityId && { activityId }) }}
      draft={activityId === undefined ? 'survey' : `survey.${activityId}`}
    >
      <WhatAndWhen activities={activities} systems={systems} />
      <ExtraQuestions />
    </CommandForm>
  );
}

function WhatAndWhen({ activities, systems }: SurveyFormsProps) {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('evaluation.required') }];
  const none = { value: '', label: t('evaluation.choose') };
  return (
    <>
      <Form.Item
        name="activityId"
        label={t('survey.activity')}
        extra={t('survey.activityHint')}
        rules={rules}
      >
        <Choice options={[none, ...activities]} />
      </Form.Item>
      <Form.Item
        name="indicatorSystemId"
        label={t('survey.system')}
        extra={t('survey.systemHint')}
        rules={rules}
      >
        <Choice options={[none, ...systems]} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="opensAt" label={t('survey.opensAt')} extra={t('common.dateTimeHint')} rules={rules}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="closesAt"
          label={t('survey.closesAt')}
          extra={t('common.dateTimeHint')}
          rules={rules}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </>
  );
}
