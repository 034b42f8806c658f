import '../../../kit/styles/ledger.css';
import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { csvOf } from '../../../kit/csv.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PageHead } from '../../../kit/page-head.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { RosterField } from './roster-field.js';
import { rememberFile } from './roster-file.js';
import { rosterFields } from './roster.model.js';
import { useCheckRoster } from './use-roster.js';

interface RosterForm {
  readonly unionId: string;
  readonly fileKey: UploadedFile;
}

const fields = ['unionId', 'fileKey'];

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
  const [form] = Form.useForm<RosterForm>();
  const check = useCheckRoster();
  const submit = ({ unionId, fileKey: file }: RosterForm): void =>
    check.mutate(
      { unionId, fileKey: file.key },
      {
        onSuccess: ({ id }) => {
          rememberFile(id, file.key);
          void navigate(`/member-imports/${id}`, { replace: true });
        },
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={check.isPending}
      initialValues={{ unionId: search.get('union') ?? undefined }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <RosterFields />
      {check.isError && <Refusal title={t('roster.checkRefused')} error={check.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={check.isPending}>
        {t('roster.check')}
      </Button>
    </Form>
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
        // A refused choice says why itself.
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
