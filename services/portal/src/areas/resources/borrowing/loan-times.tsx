import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';

/** From when to when something is to be borrowed. */
export function LoanTimes() {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('resource.borrow.timeRequired') }];
  return (
    <>
      <Form.Item name="startsAt" label={t('resource.borrow.startsAt')} rules={rules}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="endsAt"
        label={t('resource.borrow.endsAt')}
        extra={t('common.dateTimeHint')}
        dependencies={['startsAt']}
        rules={[
          ...rules,
          ({ getFieldValue }) => ({
            validator: (_rule, endsAt: string | undefined) =>
              !endsAt || endsAt > String(getFieldValue('startsAt') ?? '')
                ? Promise.resolve()
                : Promise.reject(new Error(t('resource.borrow.endsBeforeStart'))),
          }),
        ]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
}
