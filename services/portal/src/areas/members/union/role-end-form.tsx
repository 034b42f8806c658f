import { Form } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { today } from '../dues/dues-form.js';
import type { RoleGrant } from './role.model.js';

interface RoleEndFormProps {
  /** As it is listed, with the version that is shown. */
  readonly grant: RoleGrant;
  readonly onClose: () => void;
}

/** Sets, moves or takes away the last day of a role that is held. */
export function RoleEndForm({ grant, onClose }: RoleEndFormProps) {
  const { t } = useTranslation();
  const setEnd = useCommand('role', 'put', '/unions/{unionId}/roles/{roleId}/end');
  const nameOf = useNameOf();
  const { id: roleId, unionId, version, role } = grant;
  const name = nameOf(grant.personId, grant.maskedName);
  const form = useRef<HTMLDivElement>(null);
  // It stands below the list, which on a phone is many screens long.
  useEffect(() => form.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <div ref={form} className="nested">
      <h3>{t('role.endOf', { name, role: t(`role.roles.${role}`) })}</h3>
      <CommandForm
        name="role-end"
        command={setEnd}
        input={({ validTo }: { readonly validTo?: string }) => ({
          unionId,
          roleId,
          version,
          body: { validTo: validTo || null },
        })}
        submit={t('common.save')}
        refused={t('role.endRefused')}
        onDone={onClose}
        onCancel={onClose}
        initialValues={{ validTo: grant.validTo ?? '' }}
      >
        <UntilField />
      </CommandForm>
    </div>
  );
}

/** The last day of a role; empty where it has none. */
export function UntilField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="validTo" label={t('role.until')} extra={t('role.untilHint')}>
      <DateInput min={today()} />
    </Form.Item>
  );
}
