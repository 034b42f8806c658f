import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';

export interface CloseForm {
  readonly reason: string;
}

/** Why a club or an organisation is closed. */
export function CloseReason() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t('partyClosing.reason')}
      rules={[{ required: true, whitespace: true, message: t('partyClosing.reasonRequired') }]}
    >
      <Input maxLength={500} autoComplete="off" />
    </Form.Item>
  );
}
