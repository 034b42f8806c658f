import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Refusal } from '../../../kit/states.js';
import { type BulkCommand, useBulk } from '../../../kit/use-bulk.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { fileBody } from './work.model.js';

interface FilesOnTheirWayProps {
  readonly workId: string;
  readonly files: readonly UploadedFile[];
}

/** Adds the files that were chosen before the work was there; one that is refused can be added again. */
export function FilesOnTheirWay({ workId, files }: FilesOnTheirWayProps) {
  const { t } = useTranslation();
  const { run, last } = useBulk<UploadedFile>(
    { rowKey: ({ key }) => key, rowName: ({ name }) => name },
    () => undefined,
  );
  const add: BulkCommand<UploadedFile> = {
    key: 'addFile',
    text: t('works.addFile'),
    mayRun: () => true,
    run: (file, key) => request('post', '/works/{workId}/files', { workId, body: fileBody(file) }, { key }),
    touches: 'work',
  };
  useEffect(() => {
    void run(add, files);
    // They are sent once, as soon as the work is there.
  }, []);
  const outcomes = last?.outcomes ?? [];
  const failed = outcomes.filter(({ error }) => error !== null);
  return (
    <>
      <p role="status">
        {t('works.filesAdded', { done: outcomes.length - failed.length, count: files.length })}
      </p>
      {failed.map(({ id, name, error }) => (
        <Refusal key={id} title={t('works.fileRefused', { name })} error={error} />
      ))}
      {failed.length > 0 && last?.isRunning === false && (
        <p>
          <Button
            onClick={() =>
              void run(
                add,
                files.filter(({ key }) => failed.some(({ id }) => id === key)),
              )
            }
          >
            {t('works.addFilesAgain')}
          </Button>
        </p>
      )}
    </>
  );
}
