import './styles/upload.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import type { Upload } from './use-upload.js';

interface UploadStatusProps {
  readonly upload: Upload;
  /** The name of the file that is there; undefined as long as none is. */
  readonly name: string | undefined;
}

/** How far a file has come, and why it is not taken. */
export function UploadStatus({ upload, name }: UploadStatusProps) {
  const { t } = useTranslation();
  return (
    <>
      <div role="status" aria-live="polite">
        {upload.share !== null && <Progress share={upload.share} />}
        {name !== undefined && <p className="hint">{t('upload.done', { name })}</p>}
      </div>
      {upload.problem !== null && (
        <p role="alert" className="field-error">
          {upload.problem}
        </p>
      )}
      {upload.again !== null && <Button onClick={upload.again}>{t('upload.again')}</Button>}
    </>
  );
}

function Progress({ share }: { readonly share: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t('upload.running', { share: format.share(share) });
  return (
    <>
      <progress value={share} max={1} aria-label={text} />
      <span> {text}</span>
    </>
  );
}
