import '../../../kit/styles/picture.css';
import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Refusal } from '../../../kit/states.js';

/** Below the field of a description: how the text will look. */
export function MarkdownPreview() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ readonly description?: string }>();
  const text = Form.useWatch('description', form)?.trim() ?? '';
  // The platform renders it with the code that later renders the description.
  const preview = useMutation({
    mutationFn: (body: { readonly text: string }) => request('post', '/previews/markdown', { body }, {}),
  });
  return (
    <div className="markdown-preview">
      <Button disabled={text === ''} loading={preview.isPending} onClick={() => preview.mutate({ text })}>
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
