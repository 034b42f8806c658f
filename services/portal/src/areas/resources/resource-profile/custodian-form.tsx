import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Custodian } from './use-profile.js';

interface Values {
  readonly name?: string;
  readonly deskHours?: string;
  readonly contact?: string;
}

interface CustodianFormProps {
  readonly resourceId: string;
  readonly custodian: Custodian;
}

export function CustodianForm({
  resourceId,
  custodian: { version, name, deskHours, contact },
}: CustodianFormProps) {
  const { t } = useTranslation();
  const save = useCommand('resource', 'put', '/resources/{resourceId}/custodian');
  const textOf = (text: string | undefined): string | null => text?.trim() || null;
  return (
    <>
      <CommandForm
        command={save}
        input={(values: Values) => ({
          resourceId,
          version,
          body: {
            name: textOf(values.name),
            deskHours: textOf(values.deskHours),
            contact: textOf(values.contact),
          },
        })}
        submit={t('profile.custodian.save')}
        done={null}
        refused={t('profile.notSaved')}
        initialValues={{ name: name ?? '', deskHours: deskHours ?? '', contact: contact ?? '' }}
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
      </CommandForm>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </>
  );
}
