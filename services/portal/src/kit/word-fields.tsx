import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from './input.js';

/** As they are typed. */
export interface Words {
  readonly alt?: string;
  readonly caption?: string;
}

/** What is said of a picture. @param isRequired it is, or becomes, the cover */
export function WordFields({ isRequired }: { readonly isRequired: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="alt"
        label={t('picture.alt')}
        extra={t(isRequired ? 'picture.altHintCover' : 'picture.altHint')}
        rules={isRequired ? [{ required: true, whitespace: true, message: t('picture.altRequired') }] : []}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="caption" label={t('picture.caption')} extra={t('picture.captionHint')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** What is left empty says nothing. */
export function saidIn({ alt, caption }: Words): {
  readonly alt: string | null;
  readonly caption: string | null;
} {
  return { alt: alt?.trim() || null, caption: caption?.trim() || null };
}
