import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { ActivityField } from './activity-field.js';
import { FilesField } from './files-field.js';

/** The fields of an application. @param unionId the union whose activities may be chosen */
export function ApplicationFields({ unionId }: { readonly unionId: string | undefined }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('subsidy.required') }];
  return (
    <>
      <Form.Item
        name="activityId"
        label={t('subsidy.field.activity')}
        extra={t('subsidy.field.activityHint')}
      >
        <ActivityField unionId={unionId} />
      </Form.Item>
      <Form.Item name="title" label={t('subsidy.field.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="plan" label={t('subsidy.field.plan')} rules={required}>
        <TextArea rows={4} maxLength={4_000} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="planned" label={t('subsidy.field.planned')} rules={required}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="requested" label={t('subsidy.field.requested')} rules={required}>
          <MoneyInput />
        </Form.Item>
      </div>
      <Form.Item name="useUntil" label={t('subsidy.field.useUntil')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name="files" label={t('subsidy.field.files')} extra={t('subsidy.field.filesHint')}>
        <FilesField />
      </Form.Item>
    </>
  );
}
