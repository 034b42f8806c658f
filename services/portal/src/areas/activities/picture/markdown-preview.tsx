import '../../../kit/styles/picture.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../kit/states.js';
import { usePreviewMarkdown } from './use-pictures.js';

/** Beneath the field of a description: how it is written, and how it will look. */
export function MarkdownPreview() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ readonly description?: string }>();
  const text = Form.useWatch('description', form)?.trim() ?? '';
  const preview = usePreviewMarkdown();
  return (
    <div className="markdown-preview">
      <p className="hint">{t('picture.markdown.hint')}</p>
      <Button disabled={text === ''} loading={preview.isPending} onClick={() => preview.mutate(text)}>
        {t('picture.markdown.preview')}
      </Button>
      {preview.isError && <Refusal title={t('picture.markdown.failed')} error={preview.error} />}
      {preview.data !== undefined && (
        <section className="card" aria-label={t('picture.markdown.result')} aria-live="polite">
          <div className="markdown" dangerouslySetInnerHTML={{ __html: preview.data.html }} />
        </section>
      )}
    </div>
  );
}
