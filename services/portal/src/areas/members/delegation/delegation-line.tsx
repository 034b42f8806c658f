import '../../../kit/styles/resource.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useMemberName } from '../../../session/use-member-name.js';
import type { Delegation } from '../../../session/use-delegated.js';

interface DelegationLineProps {
  readonly delegation: Delegation;
  /** Who holds it, or for what it is, whichever the list is not about. */
  readonly title: ReactNode;
}

/** One delegation: for whom or what, until when, and how it ended. */
export function DelegationLine({ delegation, title }: DelegationLineProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { state, validTo, createdAt, createdById, createdByName, mayDelegate, note, mayRevoke } = delegation;
  const by = useMemberName(createdById, createdByName ?? t('delegation.unknown'));
  return (
    <li>
      <div className="line-head">
        <strong>{title}</strong>
        <span className={`tag ${state === 'active' ? 'is-published' : ''}`}>
          {t(`delegation.state.${state}`)}
        </span>
      </div>
      <p>
        {validTo === null ? t('delegation.untilRevoked') : t('delegation.until', { time: instant(validTo) })}
      </p>
      {mayDelegate && <p>{t('delegation.mayDelegate')}</p>}
      {note !== null && <p>{note}</p>}
      <p className="hint">{t('delegation.given', { by, time: instant(createdAt) })}</p>
      <Ending delegation={delegation} />
      {mayRevoke && <Revoke delegation={delegation} />}
    </li>
  );
}

/** How it came to its end, if it has. */
function Ending({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { endedAt, revokedBy, revokedById, revokedByName } = delegation;
  const by = useMemberName(revokedById, revokedByName ?? t('delegation.unknown'));
  if (endedAt === null) return null;
  const time = instant(endedAt);
  if (revokedBy === null) return <p className="hint">{t('delegation.endedItself', { time })}</p>;
  return <p className="hint">{t(`delegation.endedBy.${revokedBy}`, { by, time })}</p>;
}

function Revoke({ delegation: { id, version, isMine } }: { readonly delegation: Delegation }) {
  const { t } = useTranslation();
  const revoke = useCommand('delegation', 'post', '/delegations/{delegationId}/revoke');
  const side = isMine ? 'mine' : 'theirs';
  return (
    <div className="actions">
      <ConfirmButton
        danger
        loading={revoke.isPending}
        question={t(`delegation.revokeQuestion.${side}`)}
        confirmText={t(`delegation.revoke.${side}`)}
        onConfirm={() => revoke.mutate({ delegationId: id, version })}
      >
        {t(`delegation.revoke.${side}`)}
      </ConfirmButton>
      {revoke.isError && <Refusal title={t('delegation.notRevoked')} error={revoke.error} />}
    </div>
  );
}
