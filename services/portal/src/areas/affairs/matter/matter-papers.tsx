import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { Refusal } from '../../../kit/states.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { type Matter, type MatterPaper, mayDo, papersMissing } from './matter.model.js';
import { PaperField } from './paper-field.js';

/** The papers of a matter: what is there, what is missing, and a place to add one. */
export function MatterPapers({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { papers } = matter;
  const missing = papersMissing(matter);
  const mayAdd = mayDo(matter, 'addPaper');
  if (papers.length === 0 && missing.length === 0 && !mayAdd) return null;
  return (
    <section className="card" aria-labelledby="papers-title">
      <h2 id="papers-title">{t('matter.papers')}</h2>
      {missing.length > 0 && (
        <p className="hint">
          {t('matter.papersMissing', { papers: missing.map(({ title }) => title).join(t('matter.comma')) })}
        </p>
      )}
      {papers.length > 0 && (
        <ul className="matter-papers">
          {papers.map((paper) => (
            <OnePaper key={paper.id} matter={matter} paper={paper} />
          ))}
        </ul>
      )}
      {papers.length === 0 && missing.length === 0 && <p className="hint">{t('matter.noPapers')}</p>}
      {mayAdd && <AddPaper key={papers.length} matter={matter} />}
    </section>
  );
}

function OnePaper({ matter, paper }: { readonly matter: Matter; readonly paper: MatterPaper }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useCommand('matter', 'delete', '/matters/{matterId}/papers/{paperId}');
  const { id: matterId, papersAsked } = matter;
  const { id: paperId, name, asked, addedAt, removable } = paper;
  const title = papersAsked.find(({ id }) => id === asked)?.title;
  return (
    <li>
      <p>
        <strong>{title ?? name}</strong>
        {title !== undefined && ` ${name}`} <span className="hint">{format.instant(addedAt)}</span>
      </p>
      <div className="actions">
        <FileButtons
          files={[
            {
              label: t('matter.savePaper'),
              path: `/api/v1/matters/${matterId}/papers/${paperId}/file`,
              name,
            },
          ]}
          refused={t('matter.paperNotSaved')}
        />
        {removable && mayDo(matter, 'addPaper') && (
          <ConfirmButton
            danger
            loading={remove.isPending}
            question={t('matter.removePaperQuestion', { name })}
            confirmText={t('matter.removePaper')}
            aria-label={t('matter.removePaperNamed', { name })}
            onConfirm={() => remove.mutate({ matterId, paperId })}
          >
            {t('matter.removePaper')}
          </ConfirmButton>
        )}
      </div>
      {remove.isError && <Refusal title={t('matter.paperNotRemoved')} error={remove.error} />}
    </li>
  );
}

interface PaperFields {
  readonly fileKey?: UploadedFile;
  readonly asked?: string;
}

function AddPaper({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const add = useCommand('matter', 'post', '/matters/{matterId}/papers');
  const { id: matterId, papersAsked } = matter;
  const [next] = papersMissing(matter);
  return (
    <CommandForm
      command={add}
      input={({ fileKey, asked }: PaperFields) =>
        fileKey === undefined
          ? null
          : {
              matterId,
              body: { fileKey: fileKey.key, name: fileKey.name.slice(-200), asked: asked || null },
            }
      }
      submit={t('matter.addPaper')}
      refused={t('matter.paperNotAdded')}
      initialValues={{ asked: next?.id ?? '' }}
      secondary
    >
      {papersAsked.length > 0 && (
        <Form.Item name="asked" label={t('matter.whichPaper')}>
          <Choice<string>
            options={[
              ...papersAsked.map(({ id, title }) => ({ value: id, label: title })),
              { value: '', label: t('matter.otherPaper') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="fileKey"
        label={t('matter.paperFile')}
        extra={t('matter.paperHint')}
        rules={[{ required: true, message: t('matter.paperRequired') }]}
      >
        <PaperField />
      </Form.Item>
    </CommandForm>
  );
}
