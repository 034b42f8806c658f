import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Picked } from '../../../kit/search-picker.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Service } from './service.model.js';

interface NameHandlerFormProps {
  readonly service: Pick<Service, 'id'>;
  readonly onClose: () => void;
}

interface Values {
  readonly unionId: string;
  readonly personId: Member;
  readonly title: string;
}

/** Names somebody for a service at a union. Whoever is to be named need not hold an office. */
export function NameHandlerForm({ service: { id: serviceId }, onClose }: NameHandlerFormProps) {
  const { t } = useTranslation();
  const [unionId, ...others] = useOffices().unionIdsOf('officer');
  const name = useCommand('serviceHandler', 'post', '/service-handlers');
  return (
    <CommandForm
      className="card"
      command={name}
      input={({ personId: { personId }, title, ...where }: Values) => ({
        body: { ...where, serviceId, personId, title: title.trim() },
      })}
      initialValues={unionId === undefined || others.length > 0 ? {} : { unionId }}
      submit={t('matter.named.nameYes')}
      refused={t('matter.named.notNamed')}
      onDone={onClose}
      onCancel={onClose}
    >
      <h2>{t('matter.named.name')}</h2>
      <Form.Item
        name="personId"
        label={t('matter.named.person')}
        extra={t('matter.named.personHint')}
        rules={[{ required: true, message: t('matter.named.personRequired') }]}
      >
        <PersonField />
      </Form.Item>
      <Form.Item
        name="unionId"
        label={t('matter.named.union')}
        extra={t('matter.named.unionHint')}
        rules={[{ required: true, message: t('matter.unionRequired') }]}
      >
        <UnionPicker roles={['officer']} none={t('common.choose')} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('matter.named.titleLabel')}
        rules={[{ required: true, whitespace: true, message: t('matter.named.titleRequired') }]}
      >
        <Input maxLength={60} placeholder={t('matter.named.titleExample')} />
      </Form.Item>
    </CommandForm>
  );
}

interface PersonFieldProps {
  readonly value?: Member;
  readonly onChange?: (member: Member | undefined) => void;
}

function PersonField({ value, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  if (value === undefined)
    return <MemberPicker label={t('matter.named.find')} onPick={(one) => onChange?.(one)} />;
  return (
    <Picked
      name={
        <>
          {value.name} <span className="hint">{value.unionName}</span>
        </>
      }
      onClear={() => onChange?.(undefined)}
    />
  );
}
