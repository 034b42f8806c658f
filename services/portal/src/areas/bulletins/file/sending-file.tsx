import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { request } from '../../../api/request.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useFormat } from '../../../i18n/use-format.js';
import { attachmentKind } from '../../../kit/attachment-kind.model.js';
import { pictureKind } from '../../../kit/picture-kind.model.js';
import { recordingKind } from '../../../kit/media-kind.js';
import type { FileKind } from '../../../kit/upload.model.js';
import { type UploadedFile, useUpload } from '../../../kit/use-upload.js';
import type { AddedFile, FileList } from './file.model.js';

export const fileKinds: Readonly<Record<FileList, FileKind>> = {
  pictures: pictureKind,
  attachments: attachmentKind,
  recordings: recordingKind,
};

interface SendingFileProps {
  /** Of its field, so that a refusal leads here. */
  readonly id?: string;
  readonly list: FileList;
  /** Whose bulletins may show it. */
  readonly unionId: string;
  readonly file: File;
  readonly isItsTurn: boolean;
  readonly onAdded: (added: AddedFile) => void;
  /** It was not taken, and waits for the person; false where it goes on. */
  readonly onHalted: (isHalted: boolean) => void;
}

/** A file on its way: uploaded, then made one that bulletins of the union may show; or why not, and once more. */
export function SendingFile(props: SendingFileProps) {
  const { id, list, unionId, file, isItsTurn, onAdded, onHalted } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const add = useAddFile(list);
  const begun = useRef(false);
  // It may have been moved in its list meanwhile: the answer belongs where it is then.
  const added = useRef(onAdded);
  useEffect(() => {
    added.current = onAdded;
  });
  const take = (uploaded: UploadedFile | undefined): void => {
    if (uploaded === undefined) return;
    add.mutate({ unionId, uploaded }, { onSuccess: (answer) => added.current(answer) });
  };
  const { choose, problem, share, again } = useUpload({
    kind: fileKinds[list],
    wrongType: t(`bulletinFile.${list}.wrongType`),
    onChange: take,
  });
  useEffect(() => {
    if (!isItsTurn || begun.current) return;
    begun.current = true;
    choose(file);
  });
  const failure = problem ?? (add.isError ? reasonOf(add.error, t('upload.failed')) : null);
  const isHalted = failure !== null;
  useEffect(() => onHalted(isHalted), [isHalted]);
  const mayTryAgain = again !== null || (add.isError && !isRefused(add.error));
  const retry = (): void => {
    add.reset();
    choose(file);
  };
  return (
    <div id={id} tabIndex={-1} className="sending-file">
      {share !== null && <progress value={share} max={1} aria-label={file.name} />}
      {failure === null ? (
        <p className="hint" role="status">
          {share === null
            ? t(add.isIdle ? 'bulletinFile.queued' : 'bulletinFile.making')
            : t('upload.running', { share: format.share(share) })}
        </p>
      ) : (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      {mayTryAgain && (
        <Button onClick={retry} aria-label={t('bulletinFile.againOf', { name: file.name })}>
          {t('upload.again')}
        </Button>
      )}
    </div>
  );
}

interface FileToAdd {
  readonly unionId: string;
  readonly uploaded: UploadedFile;
}

const fileNameMax = 200;

const addTo: Readonly<Record<FileList, (file: FileToAdd, key: string) => Promise<AddedFile>>> = {
  pictures: ({ unionId, uploaded: { key: fileKey } }, key) =>
    request('post', '/unions/{unionId}/bulletin-pictures', { unionId, body: { fileKey } }, { key }),
  attachments: ({ unionId, uploaded: { key: fileKey, name } }, key) => {
    const body = { fileKey, fileName: name.slice(-fileNameMax) };
    return request('post', '/unions/{unionId}/bulletin-attachments', { unionId, body }, { key });
  },
  recordings: ({ unionId, uploaded: { key: fileKey, name, pictureKey } }, key) => {
    const poster = pictureKey === undefined ? {} : { posterKey: pictureKey };
    const body = { fileKey, fileName: name.slice(-fileNameMax), ...poster };
    return request('post', '/unions/{unionId}/bulletin-recordings', { unionId, body }, { key });
  },
};

function useAddFile(list: FileList) {
  return useSubmit({
    // Nothing that was read changes by it.
    touches: [],
    send: (file: FileToAdd, key): Promise<AddedFile> => addTo[list](file, key),
  });
}

/** The platform's words where it refuses; an error of the network would not help the reader. */
function reasonOf(error: unknown, other: string): string {
  return error instanceof ProblemError ? error.problem.detail : other;
}

/** Once more would be refused as well. */
function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < 500;
}
