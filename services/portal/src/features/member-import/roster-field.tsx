import './roster.css';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { type RosterFile, useUpload } from './use-upload.js';

interface RosterFieldProps {
  readonly id?: string;
  readonly value?: RosterFile | undefined;
  readonly onChange?: (file: RosterFile | undefined) => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

/** Takes a file, picked or dropped, and sends it at once; how far it has come, and why it is not taken, stand beneath. */
export function RosterField({ value, onChange, ...field }: RosterFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const upload = useUpload(onChange);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    if (input.current !== null) input.current.value = '';
    upload.choose(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={`drop-zone${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>{t('roster.drop')}</p>
      <input
        {...field}
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <div role="status" aria-live="polite">
        {upload.share !== null && <Progress share={upload.share} />}
        {value !== undefined && <p className="hint">{t('roster.uploaded', { name: value.name })}</p>}
      </div>
      {upload.problem !== null && (
        <p role="alert" className="field-error">
          {upload.problem}
        </p>
      )}
      {upload.again !== null && <Button onClick={upload.again}>{t('roster.retryUpload')}</Button>}
    </div>
  );
}

function Progress({ share }: { readonly share: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t('roster.uploading', { share: format.share(share) });
  return (
    <>
      <progress value={share} max={1} aria-label={text} />
      <span> {text}</span>
    </>
  );
}
