import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';

/** The words of the consent: the law wants it given separately, by a guardian or with their consent. */
export function GuardianConsent() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="guardianConsent"
      valuePropName="checked"
      rules={[
        {
          validator: (_rule, isChecked) =>
            isChecked === true
              ? Promise.resolve()
              : Promise.reject(new Error(t('registration.guardianRequired'))),
        },
      ]}
    >
      <Checkbox>{t('registration.guardian')}</Checkbox>
    </Form.Item>
  );
}
