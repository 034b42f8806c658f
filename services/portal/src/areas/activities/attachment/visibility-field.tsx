import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import type { Attachment } from './attachment.model.js';

export type Visibility = Attachment['visibility'];

const visibilities: readonly Visibility[] = ['everybody', 'signedIn', 'seated', 'hosts'];

/** Who may have an attachment, from the most to the fewest. */
export function VisibilityField() {
  const { t } = useTranslation();
  const options = visibilities.map((value) => ({ value, label: t(`attachment.visibleTo.${value}`) }));
  return (
    <Form.Item name="visibility" label={t('attachment.visibility')}>
      <Choice<Visibility> options={options} />
    </Form.Item>
  );
}
