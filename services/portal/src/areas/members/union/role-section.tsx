import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { ProposedRoles } from '../pending-change/waiting-change.js';
import { mayGrant, type RoleGrant } from './role.model.js';
import type { Union } from './union-form.model.js';

const GrantForm = lazyPart('GrantForm', () => import('./grant-form.js'));
const RoleEndForm = lazyPart('RoleEndForm', () => import('./role-end-form.js'));

interface RoleSectionProps {
  readonly union: Union;
  /** May the person grant and revoke here? */
  readonly mayManage: boolean;
}

/** The roles that are granted at a union, and so for all below it. */
export function RoleSection({ union, mayManage }: RoleSectionProps) {
  const { t } = useTranslation();
  const [isGranting, setIsGranting] = useState(false);
  const [endingId, setEndingId] = useState<string | null>(null);
  const [granted, setGranted] = useState<RoleGrant | null>(null);
  const nameOf = useNameOf();
  const list = useList('role', '/unions/{unionId}/roles', { unionId: union.id });
  const revoke = useCommand('role', 'delete', '/unions/{unionId}/roles/{roleId}');
  const operates = useReaches(union.id, ['operator']);
  const columns = useRoleColumns((grant) =>
    mayManage && mayGrant(grant.role, operates) ? (
      <div className="actions">
        <EndButton grant={grant} onPress={() => setEndingId(grant.id)} />
        <RevokeButton
          grant={grant}
          isPending={revoke.isPending}
          onRevoke={() => revoke.mutate({ unionId: union.id, roleId: grant.id })}
        />
      </div>
    ) : null,
  );
  // Taken from the list, so that the command has the version that is shown.
  const ending = list.items?.find(({ id }) => id === endingId);
  return (
    <section className="card" aria-labelledby="roles-title">
      <h2 id="roles-title">{t('role.title')}</h2>
      <p className="hint">{t('role.reach')}</p>
      {revoke.isError && <Refusal title={t('role.revokeRefused')} error={revoke.error} />}
      <PagedList list={list} empty={{ text: t('role.empty') }}>
        {(grants) => (
          <DataTable caption={t('role.title')} columns={columns} rows={grants} rowKey={({ id }) => id} />
        )}
      </PagedList>
      {ending !== undefined && (
        <RoleEndForm key={ending.id} grant={ending} onClose={() => setEndingId(null)} />
      )}
      <p role="status" aria-live="polite">
        {granted !== null && t(`role.standing.${granted.standing}`, namesOf(granted))}
      </p>
      <ProposedRoles unionId={union.id} />
      {mayManage && !isGranting && <Button onClick={() => setIsGranting(true)}>{t('role.grant')}</Button>}
      {mayManage && <Preload part={GrantForm} />}
      {mayManage && <Preload part={RoleEndForm} />}
      {isGranting && (
        <GrantForm
          union={union}
          operates={operates}
          onGranted={(grant) => {
            setGranted(grant);
            setIsGranting(false);
          }}
          onClose={() => setIsGranting(false)}
        />
      )}
    </section>
  );
  function namesOf({ personId, maskedName, role }: RoleGrant) {
    return { name: nameOf(personId, maskedName), role: t(`role.roles.${role}`) };
  }
}

function useRoleColumns(act: (grant: RoleGrant) => ReactNode): Column<RoleGrant>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  return [
    {
      key: 'person',
      title: t('role.person'),
      cell: ({ personId, maskedName }) => nameOf(personId, maskedName),
    },
    { key: 'role', title: t('role.role'), cell: ({ role }) => t(`role.roles.${role}`) },
    { key: 'grantedAt', title: t('role.grantedAt'), cell: ({ grantedAt }) => format.instant(grantedAt) },
    {
      key: 'until',
      title: t('role.until'),
      cell: ({ validTo }) => (validTo === null ? t('role.noEnd') : format.date(validTo)),
    },
    { key: 'act', title: t('role.act'), cell: act },
  ];
}

function EndButton({ grant, onPress }: { readonly grant: RoleGrant; readonly onPress: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = { name: nameOf(grant.personId, grant.maskedName), role: t(`role.roles.${grant.role}`) };
  return (
    <Button aria-label={t('role.endOf', names)} onClick={onPress}>
      {t('role.end')}
    </Button>
  );
}

interface RevokeButtonProps {
  readonly grant: RoleGrant;
  readonly isPending: boolean;
  readonly onRevoke: () => void;
}

function RevokeButton({ grant, isPending, onRevoke }: RevokeButtonProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = { name: nameOf(grant.personId, grant.maskedName), role: t(`role.roles.${grant.role}`) };
  return (
    <ConfirmButton
      danger
      disabled={isPending}
      aria-label={t('role.revokeOf', names)}
      question={t('role.revokeQuestion', names)}
      confirmText={t('role.revokeConfirm')}
      onConfirm={onRevoke}
    >
      {t('role.revoke')}
    </ConfirmButton>
  );
}
