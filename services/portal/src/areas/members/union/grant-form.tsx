import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Picked } from '../../../kit/search-picker.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import type { RoleName } from '../../../session/use-offices.js';
import { UntilField } from './role-end-form.js';
import { mayGrant, type RoleGrant, roleNames } from './role.model.js';
import type { Union } from './union-form.model.js';

interface GrantValues {
  readonly personId: Member;
  readonly role: RoleName;
  readonly validTo?: string;
}

interface GrantFormProps {
  readonly union: Union;
  readonly operates: boolean;
  readonly onGranted: (grant: RoleGrant) => void;
  readonly onClose: () => void;
}

export function GrantForm({ union, operates, onGranted, onClose }: GrantFormProps) {
  const { t } = useTranslation();
  const grant = useCommand('role', 'post', '/unions/{unionId}/roles');
  return (
    <CommandForm
      command={grant}
      input={({ personId: { personId }, role, validTo }: GrantValues) => ({
        unionId: union.id,
        body: { personId, role, validTo: validTo || null },
      })}
      submit={t('role.grant')}
      refused={t('role.grantRefused')}
      onDone={onGranted}
      onCancel={onClose}
      cancel={t('member.close')}
    >
      <h3>{t('role.grant')}</h3>
      <Form.Item
        name="personId"
        label={t('role.person')}
        extra={t('role.findHint')}
        rules={[{ required: true, message: t('role.personRequired') }]}
      >
        <PersonField />
      </Form.Item>
      <Form.Item
        name="role"
        label={t('role.role')}
        rules={[{ required: true, message: t('role.roleRequired') }]}
      >
        <RoleField operates={operates} />
      </Form.Item>
      <UntilField />
      <Consequence union={union} />
    </CommandForm>
  );
}

/** Says how far the role will reach before it is granted. */
function Consequence({ union }: { readonly union: Union }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<GrantValues>();
  const person = Form.useWatch('personId', form);
  const role = Form.useWatch('role', form);
  if (person === undefined || role === undefined) return null;
  const words = { name: person.name, union: union.name, role: t(`role.roles.${role}`) };
  return (
    <p role="status" aria-live="polite">
      {t('role.grantQuestion', words)}
    </p>
  );
}

interface PersonFieldProps {
  readonly value?: Member;
  readonly onChange?: (member: Member | undefined) => void;
}

function PersonField({ value, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  if (value === undefined) return <MemberPicker label={t('role.find')} onPick={(one) => onChange?.(one)} />;
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

interface RoleFieldProps {
  readonly id?: string;
  readonly value?: RoleName;
  readonly onChange?: (role: RoleName | undefined) => void;
  readonly operates: boolean;
}

function RoleField({ operates, ...field }: RoleFieldProps) {
  const { t } = useTranslation();
  const offered = roleNames.filter((role) => mayGrant(role, operates));
  return (
    <>
      <Choice<RoleName>
        {...field}
        options={[
          { value: '', label: t('role.choose') },
          ...offered.map((role) => ({ value: role, label: t(`role.roles.${role}`) })),
        ]}
      />
      {field.value !== undefined && <p className="hint">{t(`role.does.${field.value}`)}</p>}
    </>
  );
}
