import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { FilesOnTheirWay } from '../work/files-on-their-way.js';
import { workTextMax, workTitleMax } from '../work/work.model.js';
import { FilesHint, WorkFilesField } from '../work/work-file-field.js';
import type { WorksCall } from './call.model.js';

interface Props {
  readonly call: WorksCall;
}

interface SentWork {
  readonly id: string;
  readonly title: string;
  readonly files: readonly UploadedFile[];
}

/** A work of the reader's own: what it is called, what it says, its files. Whether their name is shown is theirs to say. */
export function SendWork({ call }: Props) {
  const { t } = useTranslation();
  const [sent, setSent] = useState<SentWork | null>(null);
  return (
    <section className="card" aria-labelledby="send-title">
      <h2 id="send-title">{t('works.send')}</h2>
      {sent === null ? (
        <SendForm call={call} onSent={setSent} />
      ) : (
        <>
          <p role="status">{t('works.isSent', { title: sent.title })}</p>
          {sent.files.length > 0 && <FilesOnTheirWay workId={sent.id} files={sent.files} />}
          <div className="actions">
            <ButtonLink to={`/works/${sent.id}`}>{t('works.toWork')}</ButtonLink>
            {call.worksPerPerson > 1 && (
              <Button onClick={() => setSent(null)}>{t('works.sendAnother')}</Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

interface SendValues {
  readonly title: string;
  readonly text: string;
  readonly files?: readonly UploadedFile[];
  readonly showName: boolean;
}

function SendForm({ call, onSent }: Props & { readonly onSent: (work: SentWork) => void }) {
  const { t } = useTranslation();
  const send = useCommand('work', 'post', '/works-calls/{worksCallId}/works');
  const { id: worksCallId, fileKinds, worksPerPerson, audience } = call;
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      name="work"
      command={send}
      input={({ title, text, showName }: SendValues) => ({
        worksCallId,
        body: { title: title.trim(), text: text.trim(), showName },
      })}
      submit={t('works.sendYes')}
      done={null}
      refused={t('works.notSent')}
      onDone={({ id, title }, { files = [] }) => onSent({ id, title, files })}
      initialValues={{ showName: true }}
      draft={`work.${worksCallId}`}
    >
      <p className="hint">{t('works.sendHint', { max: worksPerPerson })}</p>
      <Form.Item name="title" label={t('works.workTitle')} rules={needed(t('works.workTitleRequired'))}>
        <Input maxLength={workTitleMax} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('works.workText')}
        extra={t('works.workTextHint')}
        rules={needed(t('works.workTextRequired'))}
      >
        <TextArea rows={5} maxLength={workTextMax} />
      </Form.Item>
      {fileKinds.length > 0 && (
        <Form.Item name="files" label={t('works.files')} extra={<FilesHint kinds={fileKinds} />}>
          <WorkFilesField kinds={fileKinds} />
        </Form.Item>
      )}
      <Form.Item
        name="showName"
        valuePropName="checked"
        {...(audience === 'public' && { extra: t('works.forAnybodyHint') })}
      >
        <Checkbox>{t('works.showName')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}
