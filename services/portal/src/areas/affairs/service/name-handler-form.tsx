import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { PickedMember } from '../../../session/members-field.model.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Service } from './service.model.js';

const MembersField = lazyPart('MembersField', () => import('../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

/** At one union for one service. */
const handlersMax = 20;

interface NameHandlerFormProps {
  readonly service: Pick<Service, 'id'>;
  readonly onClose: () => void;
}

interface Values {
  readonly unionId: string;
  readonly people: readonly PickedMember[];
  readonly title: string;
}

/** Names people for a service at a union, all at once. Whoever is to be named need not hold an office. */
export function NameHandlerForm({ service: { id: serviceId }, onClose }: NameHandlerFormProps) {
  const { t } = useTranslation();
  const [unionId, ...others] = useOffices().unionIdsOf('officer');
  const name = useCommand('serviceHandler', 'post', '/service-handlers');
  return (
    <CommandForm
      className="card"
      command={name}
      input={({ people, title, unionId: where }: Values) => ({
        body: {
          serviceId,
          unionId: where,
          personIds: people.map(({ personId }) => personId),
          title: title.trim(),
        },
      })}
      initialValues={unionId === undefined || others.length > 0 ? {} : { unionId }}
      submit={t('matter.named.nameYes')}
      refused={t('matter.named.notNamed')}
      onDone={onClose}
      onCancel={onClose}
    >
      <h2>{t('matter.named.name')}</h2>
      <Form.Item
        name="people"
        label={t('matter.named.person')}
        extra={t('matter.named.personHint')}
        rules={[{ required: true, type: 'array', message: t('matter.named.personRequired') }]}
      >
        <MembersField label={t('matter.named.find')} max={handlersMax} roles={['officer']} />
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
