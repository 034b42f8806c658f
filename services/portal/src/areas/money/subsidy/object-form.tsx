import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { Notice } from './subsidy.model.js';

interface Values {
  readonly applicationId: string;
  readonly reason: string;
}

interface ObjectFormProps {
  readonly programmeId: string;
  readonly lines: Notice['lines'];
}

/** An objection; only the giver reads the name of the person who raised it. */
export function ObjectForm({ programmeId, lines }: ObjectFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const object = useCommand('subsidyProgramme', 'post', '/subsidy-programmes/{programmeId}/objections');
  const required = [{ required: true, whitespace: true, message: t('subsidy.required') }];
  return (
    <CommandForm
      form={form}
      command={object}
      input={({ applicationId, reason }) => ({
        programmeId,
        body: { applicationId, reason: reason.trim() },
      })}
      submit={t('subsidy.notice.send')}
      done={null}
      refused={t('subsidy.refused')}
      secondary
      onDone={() => form.resetFields()}
      className="card"
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
      {object.isSuccess && <p role="status">{t('subsidy.notice.objected')}</p>}
    </CommandForm>
  );
}
