import './roster.css';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UploadStatus } from '../../../kit/upload-status.js';
import { type FileFieldProps, useUpload } from '../../../kit/use-upload.js';
import { rosterKind } from './roster.model.js';

/** Takes a file, picked or dropped, and sends it at once; its progress or the reason of a refusal is shown below. */
export function RosterField({ value, onChange, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const upload = useUpload({ kind: rosterKind, wrongType: t('roster.fileType'), onChange });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    if (input.current !== null) input.current.value = '';
    upload.choose(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={`file-field drop-zone${isOver ? ' is-over' : ''}`}
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
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => upload.choose(event.target.files?.[0])}
      />
      <UploadStatus upload={upload} name={value?.name} />
    </div>
  );
}
