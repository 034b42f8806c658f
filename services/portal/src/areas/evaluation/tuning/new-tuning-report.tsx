import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import { type IndicatorSystem, usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { type NewTuningJob, useStartTuning } from './use-tuning.js';

const fields = ['indicatorSystemId', 'from', 'to'];

/** Asks what a season said of a system; the same question twice is answered by the same report. */
export function NewTuningReport() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = usePublishedSystems();
  if (isPending) return <LoadingState rows={3} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data.length === 0 ? <EmptyState text={t('survey.noSystems')} /> : <ReportForm systems={data} />;
}

function ReportForm({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewTuningJob>();
  const report = useStartTuning();
  const submit = (values: NewTuningJob): void =>
    report.mutate(values, {
      onSuccess: ({ id }) => void navigate(`/tuning-jobs/${id}`),
      onError: (error) => showErrors(form, error, fields),
    });
  const required = [{ required: true, message: t('evaluation.required') }];
  const options = systems.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...periodOf(new URLSearchParams(), new Date()), indicatorSystemId: systems[0]?.id }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item name="indicatorSystemId" label={t('survey.system')} rules={required}>
        <Choice options={[{ value: '', label: t('evaluation.choose') }, ...options]} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="from" label={t('tuning.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('tuning.to')} rules={required}>
          <Input type="date" />
        </Form.Item>
      </div>
      {report.isError && <Refusal title={t('tuning.refused')} error={report.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={report.isPending}>
        {t('tuning.make')}
      </Button>
    </Form>
  );
}
