import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';

/** The fields of a source. @param name of the source in the form around it; in a list, relative to the list */
export function SourceFields({ name }: { readonly name: (string | number)[] }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name={[...name, 'title']}
          label={t('fundRule.sourceTitle')}
          rules={[{ required: true, whitespace: true, message: t('fundRule.sourceTitleRequired') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[...name, 'number']} label={t('fundRule.sourceNumber')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <div className="two-columns">
        <Form.Item name={[...name, 'place']} label={t('fundRule.sourcePlace')}>
          <TextArea rows={1} maxLength={500} />
        </Form.Item>
        <Form.Item name={[...name, 'issuedOn']} label={t('fundRule.sourceIssuedOn')}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name={[...name, 'isVerified']} valuePropName="checked">
        <Checkbox>{t('fundRule.isVerified')}</Checkbox>
      </Form.Item>
    </>
  );
}
