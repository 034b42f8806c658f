import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Conditions, useSaveConditions } from './use-profile.js';

interface ConditionsFormProps {
  readonly resourceId: string;
  readonly conditions: Conditions;
}

const fields = ['text'];

export function ConditionsForm({ resourceId, conditions: { version, text } }: ConditionsFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly text?: string }>();
  const save = useSaveConditions(resourceId, version);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ text }}
      onFinish={({ text: written = '' }) =>
        save.mutate(written, { onError: (error) => showErrors(form, error, fields) })
      }
    >
      <p className="hint">
        {version === 0 ? t('profile.conditions.none') : t('profile.conditions.version', { version })}
      </p>
      <Form.Item name="text" label={t('profile.conditions.text')} extra={t('profile.conditions.textHint')}>
        <TextArea rows={8} maxLength={10_000} placeholder={t('profile.conditions.example')} />
      </Form.Item>
      {save.isError && <Refusal title={t('profile.notSaved')} error={save.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('profile.conditions.save')}
      </Button>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </Form>
  );
}
