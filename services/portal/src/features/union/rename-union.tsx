import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { type Union, useRenameUnion } from './use-union.js';
import { Input } from '../../shell/input.js';

const fields = ['name'];

interface RenameUnionProps {
  readonly union: Union;
  readonly onClose: () => void;
}

/** What was typed stays when somebody else was first: only the version is taken from what is shown then. */
export function RenameUnion({ union, onClose }: RenameUnionProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly name: string }>();
  const rename = useRenameUnion(union.id);
  return (
    <section className="card" aria-labelledby="rename-title">
      <h2 id="rename-title">{t('union.rename')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={rename.isPending}
        initialValues={{ name: union.name }}
        onFinish={({ name }) =>
          rename.mutate(
            { name: name.trim(), version: union.version },
            { onSuccess: onClose, onError: (error) => showErrors(form, error, fields) },
          )
        }
      >
        <Form.Item
          name="name"
          label={t('union.name')}
          rules={[{ required: true, whitespace: true, message: t('union.nameRequired') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        {rename.isError && <Refusal title={t('union.renameRefused')} error={rename.error} fields={fields} />}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={rename.isPending}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('union.close')}</Button>
        </div>
      </Form>
    </section>
  );
}
