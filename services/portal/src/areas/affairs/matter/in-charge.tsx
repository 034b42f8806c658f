import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';

/** Who answers for the plan of a household, and who is paired with it. */
export function InCharge() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      {(['responsible', 'helper'] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`household.${name}`)}
          rules={[{ required: true, whitespace: true, message: t(`household.${name}Required`) }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      ))}
    </div>
  );
}
