import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { useOffices } from '../../../session/use-offices.js';
import { StatementFileField } from './statement-file-field.js';
import { useImportStatement } from './use-bank-statements.js';

interface ImportFields {
  readonly unionId: string;
  readonly account: string;
  readonly fileKey: UploadedFile;
}

const fields = ['unionId', 'account', 'fileKey'];

export function ImportForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const [form] = Form.useForm<ImportFields>();
  const take = useImportStatement();
  const submit = ({ unionId, account, fileKey: file }: ImportFields): void =>
    take.mutate(
      { unionId, account: account.trim(), fileKey: file.key },
      {
        onSuccess: ({ id }) => void navigate(`/bank-statements/${id}`),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <section className="card" aria-labelledby="import-title">
      <h2 id="import-title">{t('settling.bank.import')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={take.isPending}
        initialValues={{ unionId: unionIdsOf('finance')[0] }}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <ImportFieldItems />
        {take.isError && <Refusal title={t('settling.bank.refused')} error={take.error} fields={fields} />}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={take.isPending}>
            {t('settling.bank.submit')}
          </Button>
          <Button onClick={onClose}>{t('settling.bank.cancel')}</Button>
        </div>
      </Form>
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
        // A refused choice says why itself.
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
