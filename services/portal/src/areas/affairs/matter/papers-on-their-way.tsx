import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { type BulkCommand, useBulk } from '../../../kit/use-bulk.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';

/** A file that is there already, and which of the papers it is. */
export interface ChosenPaper {
  readonly file: UploadedFile;
  readonly asked: string;
}

interface PapersOnTheirWayProps {
  readonly matterId: string;
  readonly papers: readonly ChosenPaper[];
}

/** Adds the papers that were chosen before the matter was there; one that is refused can be added again. */
export function PapersOnTheirWay({ matterId, papers }: PapersOnTheirWayProps) {
  const { t } = useTranslation();
  const { run, last } = useBulk<ChosenPaper>(
    { rowKey: ({ asked }) => asked, rowName: ({ file }) => file.name },
    () => undefined,
  );
  const add: BulkCommand<ChosenPaper> = {
    key: 'addPaper',
    text: t('matter.addPaper'),
    mayRun: () => true,
    run: ({ file, asked }, key) =>
      request(
        'post',
        '/matters/{matterId}/papers',
        { matterId, body: { fileKey: file.key, name: file.name.slice(-200), asked } },
        { key },
      ),
    touches: 'matter',
  };
  useEffect(() => {
    void run(add, papers);
    // They are sent once, as the receipt appears.
  }, []);
  const failed = (last?.outcomes ?? []).filter(({ error }) => error !== null);
  const done = (last?.outcomes ?? []).length - failed.length;
  return (
    <>
      <p role="status">{t('matter.papersAdded', { done, count: papers.length })}</p>
      {failed.map(({ id, name, error }) => (
        <Refusal key={id} title={t('matter.paperRefused', { name })} error={error as Error} />
      ))}
      {failed.length > 0 && last?.isRunning === false && (
        <p>
          <Button
            onClick={() =>
              void run(
                add,
                papers.filter(({ asked }) => failed.some(({ id }) => id === asked)),
              )
            }
          >
            {t('matter.addPapersAgain')}
          </Button>
        </p>
      )}
    </>
  );
}
