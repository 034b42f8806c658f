import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { type IndicatorSystem, usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { subjectKinds } from './score.model.js';

/** What is scored or ranked needs a published system: the form, once there is one. */
export function WithSystems({
  children,
}: {
  readonly children: (systems: readonly IndicatorSystem[]) => ReactNode;
}) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = usePublishedSystems();
  if (isPending) return <LoadingState rows={4} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState text={t('survey.noSystems')} />;
  return children(data);
}

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('evaluation.required') }];
}

/** By which system: its weights in force are taken. */
export function SystemField({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const options = systems.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
  return (
    <Form.Item
      name="indicatorSystemId"
      label={t('survey.system')}
      extra={t('score.weightsHint')}
      rules={useRequired()}
    >
      <Choice options={[{ value: '', label: t('evaluation.choose') }, ...options]} />
    </Form.Item>
  );
}

interface SubjectKindFieldProps {
  readonly label: string;
  readonly onChange?: () => void;
}

export function SubjectKindField({ label, onChange }: SubjectKindFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item name="subjectKind" label={label} rules={useRequired()}>
      <Choice
        options={subjectKinds.map((value) => ({ value, label: t(`scores.kind.${value}`) }))}
        {...(onChange && { onChange })}
      />
    </Form.Item>
  );
}

/** The first and the last day of what counts. */
export function PeriodFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <div className="two-columns">
      <Form.Item name="from" label={t('scores.batchFrom')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label={t('scores.batchTo')} rules={required}>
        <DateInput />
      </Form.Item>
    </div>
  );
}

export function MissingField() {
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
