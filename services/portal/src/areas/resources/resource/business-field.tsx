import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import type { Business } from './use-right.js';

/** The purpose of a loan, where the right is limited to some purposes. */
export function BusinessField({ businesses }: { readonly businesses: readonly Business[] }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="business" label={t('grants.business')}>
      <Choice
        options={[
          { value: '' as const, label: t('grants.anyBusiness') },
          ...businesses.map((value) => ({ value, label: t(`activity.business.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}
