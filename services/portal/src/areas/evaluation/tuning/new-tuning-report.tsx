import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import { type IndicatorSystem, usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import type { NewTuningJob } from './use-tuning.js';

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
  const report = useCommand('tuningJob', 'post', '/tuning-jobs');
  const required = [{ required: true, message: t('evaluation.required') }];
  const options = systems.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
  return (
    <CommandForm
      command={report}
      input={(body: NewTuningJob) => ({ body })}
      submit={t('tuning.make')}
      refused={t('tuning.refused')}
      onDone={({ id }) => void navigate(`/tuning-jobs/${id}`)}
      className="card"
      initialValues={{
        ...periodOf(new URLSearchParams(), new Date()),
        ...(systems[0] && { indicatorSystemId: systems[0].id }),
      }}
    >
      <Form.Item name="indicatorSystemId" label={t('survey.system')} rules={required}>
        <Choice options={[{ value: '', label: t('evaluation.choose') }, ...options]} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="from" label={t('tuning.from')} rules={required}>
          <DateInput />
        </Form.Item>
        <Form.Item name="to" label={t('tuning.to')} rules={required}>
          <DateInput />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
