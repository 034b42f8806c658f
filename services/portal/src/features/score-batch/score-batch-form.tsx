import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../shell/choice.js';
import { showErrors } from '../../shell/form-errors.js';
import { Input } from '../../shell/input.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../shell/states.js';
import { periodOf } from '../efficacy/period.js';
import { type IndicatorSystem, usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { subjectKinds } from '../score/use-scores.js';
import { type NewScoreBatch, useStartBatch } from './use-score-batches.js';

const fields = ['indicatorSystemId', 'subjectKind', 'from', 'to', 'missing'];

/** What is scored, by which system and days. */
export function ScoreBatchForm() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = usePublishedSystems();
  if (isPending) return <LoadingState rows={4} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState text={t('survey.noSystems')} />;
  return <BatchFields systems={data} />;
}

function BatchFields({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewScoreBatch>();
  const start = useStartBatch();
  const submit = (values: NewScoreBatch): void =>
    start.mutate(values, { onError: (error) => showErrors(form, error, fields) });
  const period = periodOf(new URLSearchParams(), new Date());
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...period, subjectKind: 'activity', missing: 'omit' }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <What systems={systems} />
      <HowAndWhen />
      {start.isError && <Refusal title={t('scores.refused')} error={start.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {t('scores.start')}
      </Button>
    </Form>
  );
}

function What({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('evaluation.required') }];
  const options = systems.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
  return (
    <>
      <Form.Item
        name="indicatorSystemId"
        label={t('survey.system')}
        extra={t('score.weightsHint')}
        rules={required}
      >
        <Choice options={[{ value: '', label: t('evaluation.choose') }, ...options]} />
      </Form.Item>
      <Form.Item name="subjectKind" label={t('scores.kindLabel')} rules={required}>
        <Choice options={subjectKinds.map((value) => ({ value, label: t(`scores.kind.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function HowAndWhen() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('evaluation.required') }];
  return (
    <>
      <div className="two-columns">
        <Form.Item name="from" label={t('scores.batchFrom')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('scores.batchTo')} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="missing" label={t('score.missingLabel')}>
        <Choice
          options={(['omit', 'zero'] as const).map((value) => ({
            value,
            label: t(`score.missingRule.${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
