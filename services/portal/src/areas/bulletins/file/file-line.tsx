import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Input } from '../../../kit/input.js';
import { OwnImage } from '../../../kit/own-image.js';
import { fileSizeText } from '../../../kit/upload.model.js';
import {
  type AddedFile,
  altMax,
  attachmentTitleMax,
  type ChosenFile,
  type FileList,
  isRecordingKind,
  type NamedValue,
} from './file.model.js';
import { SendingFile } from './sending-file.js';

interface FileLineProps {
  readonly list: FileList;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly count: number;
  readonly unionId: string | undefined;
  /** Of the list in its form. */
  readonly path: readonly (string | number)[];
  readonly pictureOf: ((fileId: string) => string) | undefined;
  /** The key of the file that is sent now. */
  readonly turn: string | undefined;
  readonly halted: ReadonlySet<string>;
  readonly onHalted: (key: string, isHalted: boolean) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

const nameRequired = {
  attachments: 'bulletinFile.nameRequired',
  recordings: 'bulletinFile.recordingNameRequired',
} as const;

/** One picture, attachment or recording in a form. */
export function FileLine(props: FileLineProps) {
  const { t } = useTranslation();
  const { list, index, path, pictureOf } = props;
  const form = Form.useFormInstance();
  const chosen = (form.getFieldValue([...path, index]) ?? {}) as NamedValue;
  const { file, fileId } = chosen;
  // Only what is listed has a cover.
  const isCover = list === 'pictures' && index === 0 && path.length === 1;
  return (
    <li tabIndex={-1} aria-label={t(`bulletinFile.${list}.number`, { number: index + 1 })}>
      {list === 'pictures' && <Thumbnail file={file} fileId={fileId} pictureOf={pictureOf} />}
      <div>
        <p className="bulletin-file-name">
          <strong>{t(`bulletinFile.${list}.number`, { number: index + 1 })}</strong>
          {isCover && <span className="tag is-published">{t('bulletinFile.cover')}</span>}
          {list !== 'pictures' && <About chosen={chosen} />}
        </p>
        <Sent {...props} chosen={chosen} />
        {list === 'pictures' ? (
          <Form.Item
            name={[index, 'alt']}
            label={t('bulletinFile.alt')}
            extra={t('bulletinFile.altHint')}
            rules={[{ required: true, whitespace: true, message: t('bulletinFile.altRequired') }]}
          >
            <Input maxLength={altMax} />
          </Form.Item>
        ) : (
          <Form.Item
            name={[index, 'title']}
            label={t(list === 'recordings' ? 'bulletinFile.recordingName' : 'bulletinFile.name')}
            rules={[{ required: true, whitespace: true, message: t(nameRequired[list]) }]}
          >
            <Input maxLength={attachmentTitleMax} />
          </Form.Item>
        )}
        <Acts {...props} />
      </div>
    </li>
  );
}

/** Where it has come: it holds the form back until it is there. What the platform says of the file is shown here. */
function Sent(props: FileLineProps & { readonly chosen: ChosenFile }) {
  const { list, index, path, unionId, turn, halted, onHalted, chosen } = props;
  const { key = '', file, fileId } = chosen;
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const there = (): Promise<void> => {
    if (form.getFieldValue([...path, index, 'fileId']) !== undefined) return Promise.resolve();
    return Promise.reject(new Error(t(halted.has(key) ? 'bulletinFile.notSent' : 'bulletinFile.notYet')));
  };
  const take = (added: AddedFile): void => {
    const typed = form.getFieldValue([...path, index, 'title']) as string | undefined;
    const { fileId: value, title, kind, size } = added;
    form.setFields([{ name: [...path, index, 'fileId'], value, errors: [] }]);
    if (list === 'pictures') return;
    form.setFields([
      { name: [...path, index, 'kind'], value: kind },
      { name: [...path, index, 'size'], value: size },
      { name: [...path, index, 'title'], value: typed?.trim() ? typed : title, errors: [] },
    ]);
  };
  const isOnItsWay = file !== undefined && fileId === undefined && unionId !== undefined;
  return (
    <Form.Item name={[index, 'fileId']} rules={[{ validator: there }]}>
      {isOnItsWay ? (
        <SendingFile
          list={list}
          unionId={unionId}
          file={file}
          isItsTurn={turn === key}
          onAdded={take}
          onHalted={(isHalted) => onHalted(key, isHalted)}
        />
      ) : (
        <Arrived />
      )}
    </Form.Item>
  );
}

/** Nothing is to be said of it unless the platform refuses it: then its field leads here. */
function Arrived({ id }: { readonly id?: string }) {
  return <span id={id} tabIndex={-1} className="is-arrived" />;
}

function Acts({ list, index, path, count, onMove, onRemove }: FileLineProps) {
  const { t } = useTranslation();
  const name = t(`bulletinFile.${list}.number`, { number: index + 1 });
  return (
    <div className="actions">
      <Button
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
        aria-label={t('bulletinFile.earlierOf', { name })}
      >
        {t('bulletinFile.earlier')}
      </Button>
      <Button
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
        aria-label={t('bulletinFile.laterOf', { name })}
      >
        {t('bulletinFile.later')}
      </Button>
      {list === 'pictures' && index > 0 && path.length === 1 && (
        <Button onClick={() => onMove(0)} aria-label={t('bulletinFile.makeCoverOf', { name })}>
          {t('bulletinFile.makeCover')}
        </Button>
      )}
      <Button danger onClick={onRemove} aria-label={t('bulletinFile.removeOf', { name })}>
        {t('bulletinFile.remove')}
      </Button>
    </div>
  );
}

function About({ chosen: { kind, size, file } }: { readonly chosen: NamedValue }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (kind === undefined || size === undefined) return <span className="hint">{file?.name}</span>;
  return (
    <span className="hint">
      {t('attachment.about', {
        kind: t(isRecordingKind(kind) ? `bulletinFile.recordings.kind.${kind}` : `attachment.kind.${kind}`),
        size: fileSizeText(size, number),
      })}
    </span>
  );
}

interface ThumbnailProps extends Pick<ChosenFile, 'file' | 'fileId'> {
  readonly pictureOf: FileLineProps['pictureOf'];
}

/** What it shows is said in the field beside it. */
function Thumbnail({ file, fileId, pictureOf }: ThumbnailProps) {
  if (file !== undefined) return <LocalImage file={file} />;
  if (fileId === undefined || pictureOf === undefined) return null;
  return <OwnImage path={pictureOf(fileId)} alt="" width={4} height={3} />;
}

/** A file of this device, before anybody else has it. */
function LocalImage({ file }: { readonly file: File }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(file);
    setSrc(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img alt="" width={4} height={3} {...(src === undefined ? {} : { src })} />;
}
