import '../../../kit/styles/upload.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureKind } from '../../../kit/picture-kind.model.js';
import { SendingLine } from './sending-line.js';

interface AddPicturesProps {
  readonly activityId: string;
  /** Pictures of hosts are shown at once. */
  readonly isHost: boolean;
  readonly onDone: () => void;
}

/** Adds several pictures at once, after a confirmation that the people in them agree. */
export function AddPictures({ activityId, isHost, onDone }: AddPicturesProps) {
  const [sent, setSent] = useState<readonly File[]>([]);
  return sent.length === 0 ? (
    <Choose onSend={setSent} onDone={onDone} />
  ) : (
    <Sending activityId={activityId} files={sent} isHost={isHost} onDone={onDone} />
  );
}

interface ChooseProps {
  readonly onSend: (files: readonly File[]) => void;
  readonly onDone: () => void;
}

function Choose({ onSend, onDone }: ChooseProps) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => onSend(files)}>
      <Form.Item label={t('album.files')} htmlFor="album-files" extra={t('album.filesHint')}>
        <div className="file-field">
          <input
            id="album-files"
            type="file"
            multiple
            accept={pictureKind.contentTypes.join(',')}
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
        </div>
      </Form.Item>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, value) =>
              value === true ? Promise.resolve() : Promise.reject(new Error(t('album.consentRequired'))),
          },
        ]}
      >
        <Consent />
      </Form.Item>
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={files.length === 0}>
          {t('album.start', { count: files.length })}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

interface ConsentProps {
  readonly id?: string;
  readonly checked?: boolean;
  readonly onChange?: (isGiven: boolean) => void;
}

function Consent({ id, checked = false, onChange }: ConsentProps) {
  const { t } = useTranslation();
  return (
    <label className="album-consent">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <span>{t('album.consent')}</span>
    </label>
  );
}

interface SendingProps extends AddPicturesProps {
  readonly files: readonly File[];
}

function Sending({ activityId, files, isHost, onDone }: SendingProps) {
  const { t } = useTranslation();
  const [results, setResults] = useState<readonly boolean[]>([]);
  const done = results.filter(Boolean).length;
  const isOver = results.length === files.length;
  return (
    <>
      <ul className="plain-list sending">
        {files.map((file, index) => (
          <SendingLine
            key={`${index} ${file.name}`}
            activityId={activityId}
            file={file}
            isItsTurn={index === results.length}
            onDone={(isAdded) => setResults((before) => [...before, isAdded])}
          />
        ))}
      </ul>
      <div role="status" aria-live="polite">
        {isOver && <p>{t('album.sentAll', { done, count: files.length })}</p>}
        {isOver && done > 0 && !isHost && <p className="hint">{t('album.pendingHint')}</p>}
      </div>
      {isOver && <Button onClick={onDone}>{t('album.close')}</Button>}
    </>
  );
}
