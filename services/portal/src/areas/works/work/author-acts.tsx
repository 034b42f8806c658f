import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { fileBody, type Work, workFilesMax } from './work.model.js';
import { FilesHint, WorkFileField } from './work-file-field.js';

interface Props {
  readonly work: Work;
}

/** One more file, of the kinds that the call takes; where it takes none there is nothing to add. */
export function AddFile({ work }: Props) {
  const { t } = useTranslation();
  const add = useCommand('work', 'post', '/works/{workId}/files');
  const { id: workId, worksCallId, files } = work;
  const { data: call } = useRead('worksCall', '/works-calls/{worksCallId}', { worksCallId });
  const kinds = call?.fileKinds ?? [];
  if (kinds.length === 0 || files.length >= workFilesMax) return null;
  return (
    <section className="card" aria-labelledby="add-file-title">
      <h2 id="add-file-title">{t('works.addFile')}</h2>
      <CommandForm
        key={files.length}
        command={add}
        input={({ fileKey }: { readonly fileKey?: UploadedFile }) =>
          fileKey === undefined ? null : { workId, body: fileBody(fileKey) }
        }
        submit={t('works.addFile')}
        refused={t('works.fileNotAdded')}
        secondary
      >
        <Form.Item
          name="fileKey"
          label={t('works.file')}
          extra={<FilesHint kinds={kinds} />}
          rules={[{ required: true, message: t('works.fileRequired') }]}
        >
          <WorkFileField kinds={kinds} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

/** Takes it back for good. */
export function Withdraw({ work: { id: workId, version, title } }: Props) {
  const { t } = useTranslation();
  const withdraw = useCommand('work', 'post', '/works/{workId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('works.notWithdrawn')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('works.withdrawQuestion', { title })}
        confirmText={t('works.withdraw')}
        onConfirm={() => withdraw.mutate({ workId, version })}
      >
        {t('works.withdraw')}
      </ConfirmButton>
    </>
  );
}
