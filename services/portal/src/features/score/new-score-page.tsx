import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { useSubmit } from '../../api/use-submit.js';
import { Choice } from '../../shell/choice.js';
import { showErrors } from '../../shell/form-errors.js';
import { PageHead } from '../../shell/page-head.js';
import { ErrorState, LoadingState, Refusal } from '../../shell/states.js';
import { usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { useClosedActivities } from '../survey/use-closed-activities.js';
import { useActiveWeights } from '../weight-version/use-weight-versions.js';
import { type Readiness, readinessOf } from './new-score.model.js';

type NewScore = components['schemas']['ComputeScoreRequest'];

interface ScoreForm {
  readonly activityId?: string;
  readonly systemId?: string;
  readonly missing?: 'omit' | 'zero';
}

const fields = ['activityId', 'missing'];

/** Scores an activity under the weights in force. */
export function NewScorePage() {
  const { t } = useTranslation();
  const activities = useClosedActivities();
  const systems = usePublishedSystems();
  const failed = [activities, systems].find(({ error }) => error !== null);
  return (
    <>
      <PageHead title={t('score.new')} back="/scores" />
      {failed !== undefined && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {(activities.isPending || systems.isPending) && <LoadingState rows={4} />}
      {activities.data !== undefined && systems.data !== undefined && (
        <ScoreFields
          activities={activities.data.map(({ id, title }) => ({ value: id, label: title }))}
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

interface ScoreFieldsProps {
  readonly activities: readonly Option[];
  readonly systems: readonly Option[];
}

function ScoreFields({ activities, systems }: ScoreFieldsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [form] = Form.useForm<ScoreForm>();
  const systemId = Form.useWatch<string | undefined>('systemId', form);
  const weights = useActiveWeights(systemId);
  const readiness = readinessOf(systemId, weights);
  const compute = useCompute();
  const submit = ({ activityId = '', missing = 'omit' }: ScoreForm): void => {
    if (weights.data == null) return;
    compute.mutate(
      { activityId, weightVersionId: weights.data.id, missing },
      {
        onSuccess: ({ id }) => void navigate(`/scores/${id}`, { replace: true }),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  };
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ activityId: search.get('activity') ?? undefined, missing: 'omit' }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <WhatIsScored activities={activities} systems={systems} />
      <MissingField />
      {readiness === 'failed' && <ErrorState error={weights.error} onRetry={() => void weights.refetch()} />}
      {compute.isError && <Refusal title={t('score.refused')} error={compute.error} fields={fields} />}
      <WhyNot readiness={readiness} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={readiness !== 'unchosen' && readiness !== 'ready'}
        loading={compute.isPending}
      >
        {t('score.compute')}
      </Button>
    </Form>
  );
}

/** Why the button cannot be pressed: said where it stands, before anybody presses it in vain. */
function WhyNot({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {readiness === 'loading' && <p className="hint">{t('score.weightsLoading')}</p>}
      {readiness === 'none' && (
        <Alert type="warning" showIcon title={t('score.noWeights')} className="notice" />
      )}
    </div>
  );
}

function WhatIsScored({ activities, systems }: ScoreFieldsProps) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('evaluation.required') }];
  const none = { value: '', label: t('evaluation.choose') };
  return (
    <>
      <Form.Item name="activityId" label={t('survey.activity')} rules={required}>
        <Choice options={[none, ...activities]} />
      </Form.Item>
      <Form.Item name="systemId" label={t('survey.system')} extra={t('score.weightsHint')} rules={required}>
        <Choice options={[none, ...systems]} />
      </Form.Item>
    </>
  );
}

function MissingField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="missing" label={t('score.missingLabel')}>
      <Choice
        options={(['omit', 'zero'] as const).map((value) => ({
          value,
          label: t(`score.missingRule.${value}`),
        }))}
      />
    </Form.Item>
  );
}

function useCompute() {
  return useSubmit({
    send: (body: NewScore, key) =>
      answerOf(api.POST('/api/v1/scores', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['score'],
  });
}
