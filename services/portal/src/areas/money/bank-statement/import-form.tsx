import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { useOffices } from '../../../session/use-offices.js';
import { StatementFileField } from './statement-file-field.js';

interface ImportFields {
  readonly unionId: string;
  readonly account: string;
  readonly fileKey: UploadedFile;
}

export function ImportForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const importFile = useCommand('bankStatement', 'post', '/bank-statements');
  return (
    <section className="card" aria-labelledby="import-title">
      <h2 id="import-title">{t('settling.bank.import')}</h2>
      <CommandForm
        command={importFile}
        input={({ unionId, account, fileKey: file }: ImportFields) => ({
          body: { unionId, account: account.trim(), fileKey: file.key },
        })}
        submit={t('settling.bank.submit')}
        refused={t('settling.bank.refused')}
        onDone={({ id }) => void navigate(`/bank-statements/${id}`)}
        onCancel={onClose}
        cancel={t('settling.bank.cancel')}
        initialValues={{ unionId: unionIdsOf('finance')[0] }}
      >
        <ImportFieldItems />
      </CommandForm>
    </section>
  );
}

function ImportFieldItems() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="unionId"
        label={t('money.union')}
        rules={[{ required: true, message: t('money.choose') }]}
      >
        <UnionPicker none={t('money.choose')} roles={['finance']} />
      </Form.Item>
      <Form.Item
        name="account"
        label={t('settling.bank.account')}
        extra={t('settling.bank.accountHint')}
        rules={[{ required: true, whitespace: true, message: t('settling.bank.accountRequired') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="fileKey"
        // The field itself says why it refused a file.
        validateTrigger="onSubmit"
        label={t('settling.bank.file')}
        extra={t('settling.bank.fileHint')}
        rules={[{ required: true, message: t('settling.bank.fileRequired') }]}
      >
        <StatementFileField />
      </Form.Item>
    </>
  );
}
