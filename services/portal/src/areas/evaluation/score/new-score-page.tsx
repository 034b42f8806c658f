import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, Refusal } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useActiveWeights } from '../weight-version/use-weight-versions.js';
import {
  type NewScore,
  newScoreOf,
  type Readiness,
  readinessOf,
  type TypedScore,
} from './new-score.model.js';
import { MissingField, PeriodFields, SubjectKindField, SystemField, WithSystems } from './score-fields.js';
import { SubjectField } from './subject-field.js';
import type { ScoreSubjectKind } from './use-scores.js';

const fields = ['subject', 'from', 'to', 'missing'];

/** Scores an activity, a club, a resource, a union or a brand under the weights in force. */
export function NewScorePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('score.new')} back="/scores" />
      <p className="hint">{t('scores.newHint')}</p>
      <WithSystems>{(systems) => <ScoreForm systems={systems} />}</WithSystems>
    </>
  );
}

function ScoreForm({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<TypedScore>();
  const systemId = Form.useWatch<string | undefined>('indicatorSystemId', form);
  const weights = useActiveWeights(systemId);
  const readiness = readinessOf(systemId, weights);
  const compute = useCompute();
  const submit = (typed: TypedScore): void => {
    if (weights.data == null) return;
    compute.mutate(newScoreOf(typed, weights.data.id), {
      onSuccess: ({ id }) => void navigate(`/scores/${id}`, { replace: true }),
      onError: (error) => showErrors(form, error, fields),
    });
  };
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        ...periodOf(new URLSearchParams(), new Date()),
        subjectKind: 'activity',
        missing: 'omit',
      }}
      // What was found of one kind is none of another.
      onValuesChange={(changed: Partial<TypedScore>) => {
        if (changed.subjectKind !== undefined) form.setFieldValue('subject', undefined);
      }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <WhatIsScored />
      <SystemField systems={systems} />
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

/** An activity has its own time; everything else is scored by days. */
function WhatIsScored() {
  const { t } = useTranslation();
  const kind = Form.useWatch<ScoreSubjectKind | undefined>('subjectKind') ?? 'activity';
  return (
    <>
      <SubjectKindField label={t('scores.kindLabel')} />
      <Form.Item
        key={kind}
        name="subject"
        label={t(`scores.kind.${kind}`)}
        rules={[{ required: true, message: t('evaluation.required') }]}
      >
        <SubjectField kind={kind} />
      </Form.Item>
      {kind !== 'activity' && <PeriodFields />}
    </>
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

function useCompute() {
  return useSubmit({
    send: (body: NewScore, key) =>
      answerOf(api.POST('/api/v1/scores', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['score'],
  });
}
