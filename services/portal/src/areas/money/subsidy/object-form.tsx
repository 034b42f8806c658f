import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Notice } from './use-subsidies.js';
import { useObject } from './use-subsidy-acts.js';

interface Values {
  readonly applicationId?: string;
  readonly reason?: string;
}

const fields = ['applicationId', 'reason'];

interface ObjectFormProps {
  readonly programmeId: string;
  readonly lines: Notice['lines'];
}

/** An objection, which the giver alone reads under his name. */
export function ObjectForm({ programmeId, lines }: ObjectFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const object = useObject(programmeId);
  const required = [{ required: true, whitespace: true, message: t('subsidy.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={object.isPending}
      onFinish={({ applicationId = '', reason = '' }) =>
        object.mutate(
          { applicationId, reason: reason.trim() },
          { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
        )
      }
    >
      <h2>{t('subsidy.notice.object')}</h2>
      <p className="hint">{t('subsidy.notice.objectHint')}</p>
      <Form.Item name="applicationId" label={t('subsidy.notice.about')} rules={required}>
        <Choice<string>
          options={[
            { value: '', label: t('common.choose') },
            ...lines.map((line) => ({
              value: line.applicationId,
              label: `${line.unionName} · ${line.title}`,
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('subsidy.field.reason')} rules={required}>
        <TextArea rows={3} maxLength={2_000} />
      </Form.Item>
      {object.isError && <Refusal title={t('subsidy.refused')} error={object.error} fields={fields} />}
      {object.isSuccess && <p role="status">{t('subsidy.notice.objected')}</p>}
      <Button htmlType="submit" loading={object.isPending}>
        {t('subsidy.notice.send')}
      </Button>
    </Form>
  );
}
