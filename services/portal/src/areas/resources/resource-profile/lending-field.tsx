import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { isKnowHow, type ResourceForm } from '../resource/resource-form.model.js';

/** Know-how may be read by many at once; any other resource has one borrower at a time, so that the form does not ask. */
export function LendingField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<ResourceForm>();
  const kind = Form.useWatch('function', form);
  if (!isKnowHow(kind)) return null;
  return (
    <Form.Item name="lending" label={t('profile.lending.label')} extra={t('profile.lending.hint')}>
      <Choice
        options={[
          { value: '' as const, label: t('profile.lending.slot') },
          { value: 'access' as const, label: t('profile.lending.access') },
        ]}
      />
    </Form.Item>
  );
}
