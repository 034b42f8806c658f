import '../../../kit/styles/ledger.css';
import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { csvOf } from '../../../kit/csv.js';
import { PageHead } from '../../../kit/page-head.js';
import { saveFile } from '../../../kit/save-file.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { RosterField } from './roster-field.js';
import { rememberFile } from './roster-file.js';
import { rosterFields } from './roster.model.js';

interface RosterForm {
  readonly unionId: string;
  readonly fileKey: UploadedFile;
}

export function NewMemberImportPage() {
  const { t } = useTranslation();
  return (
    <div className="form-page">
      <PageHead title={t('roster.newTitle')} back="/member-imports">
        <TemplateButton />
      </PageHead>
      <p>{t('roster.newHint')}</p>
      <p className="hint">{t('roster.columnsHint')}</p>
      <CheckForm />
    </div>
  );
}

function TemplateButton() {
  const { t } = useTranslation();
  const save = (): void => {
    const header = rosterFields.map((field) => t(`roster.templateColumns.${field}`));
    saveFile(
      `${t('roster.templateName')}.csv`,
      new Blob([csvOf([header])], { type: 'text/csv;charset=utf-8' }),
    );
  };
  return <Button onClick={save}>{t('roster.template')}</Button>;
}

function CheckForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const check = useCommand('memberImport', 'post', '/member-imports');
  const union = search.get('union');
  return (
    <CommandForm
      command={check}
      // The platform only checks the file: it writes nothing before the import is committed.
      input={({ unionId, fileKey: { key } }: RosterForm) => ({
        body: { unionId, fileKey: key, dryRun: true },
      })}
      submit={t('roster.check')}
      refused={t('roster.checkRefused')}
      onDone={({ id }, { fileKey: { key } }) => {
        rememberFile(id, key);
        void navigate(`/member-imports/${id}`, { replace: true });
      }}
      {...(union === null ? {} : { initialValues: { unionId: union } })}
      className="card"
    >
      <RosterFields />
    </CommandForm>
  );
}

function RosterFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="unionId"
        label={t('roster.union')}
        extra={t('roster.unionHint')}
        rules={[{ required: true, message: t('roster.unionRequired') }]}
      >
        <UnionPicker roles={['officer']} none={t('roster.chooseUnion')} />
      </Form.Item>
      <Form.Item
        name="fileKey"
        // The field itself says why it refuses a file.
        validateTrigger="onSubmit"
        label={t('roster.file')}
        extra={t('roster.fileHint')}
        rules={[{ required: true, message: t('roster.fileRequired') }]}
      >
        <RosterField />
      </Form.Item>
    </>
  );
}
