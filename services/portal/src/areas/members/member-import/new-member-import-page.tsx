import '../../../kit/styles/ledger.css';
import '../../../kit/styles/organising.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { RosterField } from './roster-field.js';
import { rememberFile } from './roster-file.js';
import { isComplete, type RosterLayout } from './roster.model.js';
import { TemplateButton } from './template-button.js';

/** Shown once a file has been chosen. */
const RosterLayoutField = lazyPart('RosterLayoutField', () => import('./roster-layout-field.js'));

interface RosterForm {
  readonly unionId: string;
  readonly fileKey: UploadedFile;
  readonly layout?: RosterLayout;
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

function CheckForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const check = useCommand('memberImport', 'post', '/member-imports');
  const { unionIdsOf } = useOffices();
  const own = unionIdsOf('officer');
  // The only union is not asked for.
  const union = search.get('union') ?? (own.length === 1 ? (own[0] ?? null) : null);
  return (
    <CommandForm
      command={check}
      // The platform only checks the file: it writes nothing before the import is committed.
      input={({ unionId, fileKey: { key }, layout }: RosterForm) => ({
        body: { unionId, fileKey: key, dryRun: true, ...(layout === undefined ? {} : { layout }) },
      })}
      submit={t('roster.check')}
      refused={t('roster.checkRefused')}
      onDone={({ id }, { fileKey: { key: fileKey }, layout }) => {
        rememberFile(id, { fileKey, layout });
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
  const form = Form.useFormInstance<RosterForm>();
  const unionId = Form.useWatch('unionId', form);
  const file = Form.useWatch('fileKey', form);
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
      {unionId !== undefined && file !== undefined && (
        <Form.Item
          name="layout"
          validateTrigger="onSubmit"
          label={t('roster.layout')}
          extra={t('roster.layoutHint')}
          rules={[
            {
              validator: (_rule, layout: RosterLayout | undefined) =>
                layout === undefined || isComplete(layout)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('roster.layoutIncomplete'))),
            },
          ]}
        >
          <RosterLayoutField key={file.key} unionId={unionId} fileKey={file.key} />
        </Form.Item>
      )}
    </>
  );
}
