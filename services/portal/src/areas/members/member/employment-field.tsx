import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type EmploymentKind, employmentKinds } from './member.model.js';

export function EmploymentField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="employmentKind" label={t('member.employment')}>
      <Choice<EmploymentKind>
        options={[
          { value: '', label: t('member.employmentUnknown') },
          ...employmentKinds.map((value) => ({ value, label: t(`employmentIs.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}
