import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import {
  MissingField,
  PeriodFields,
  SubjectKindField,
  SystemField,
  WithSystems,
} from '../score/score-fields.js';
import { type NewScoreBatch, useStartBatch } from './use-score-batches.js';

const fields = ['indicatorSystemId', 'subjectKind', 'from', 'to', 'missing'];

/** What is scored, by which system and days. */
export function ScoreBatchForm() {
  return <WithSystems>{(systems) => <BatchFields systems={systems} />}</WithSystems>;
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
      <SystemField systems={systems} />
      <SubjectKindField label={t('scores.kindLabel')} />
      <PeriodFields />
      <MissingField />
      {start.isError && <Refusal title={t('scores.refused')} error={start.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {t('scores.start')}
      </Button>
    </Form>
  );
}
