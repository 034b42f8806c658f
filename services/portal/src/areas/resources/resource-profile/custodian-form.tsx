import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Custodian, useSaveCustodian } from './use-profile.js';

const fields = ['name', 'deskHours', 'contact'] as const;
type Values = Readonly<Partial<Record<(typeof fields)[number], string>>>;

interface CustodianFormProps {
  readonly resourceId: string;
  readonly custodian: Custodian;
}

export function CustodianForm({
  resourceId,
  custodian: { version, name, deskHours, contact },
}: CustodianFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useSaveCustodian(resourceId, version);
  const submit = (values: Values): void => {
    const said = (text: string | undefined): string | null => text?.trim() || null;
    const body = {
      name: said(values.name),
      deskHours: said(values.deskHours),
      contact: said(values.contact),
    };
    save.mutate(body, { onError: (error) => showErrors(form, error, fields) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: name ?? '', deskHours: deskHours ?? '', contact: contact ?? '' }}
      onFinish={submit}
    >
      <Form.Item name="name" label={t('profile.custodian.name')} extra={t('profile.custodian.nameHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="deskHours" label={t('profile.custodian.deskHours')}>
        <Input maxLength={200} placeholder={t('profile.custodian.deskHoursExample')} />
      </Form.Item>
      <Form.Item
        name="contact"
        label={t('profile.custodian.contact')}
        extra={t('profile.custodian.contactHint')}
      >
        <Input maxLength={200} />
      </Form.Item>
      {save.isError && <Refusal title={t('profile.notSaved')} error={save.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('profile.custodian.save')}
      </Button>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </Form>
  );
}
