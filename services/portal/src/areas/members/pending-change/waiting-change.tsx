import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { pendingChangeQuery, useWaitingAt } from './use-pending-changes.js';

const PendingChangeCard = lazyPart('PendingChangeCard', () => import('./pending-change-card.js'), {
  texts: ['pendingChange', 'members', 'party'],
});

/** The one change of a union or an enterprise that waits; nothing for whom it does not concern. */
export function WaitingChange({ pendingChangeId }: { readonly pendingChangeId: string | null }) {
  const change = useQuery({
    ...pendingChangeQuery(pendingChangeId ?? ''),
    enabled: pendingChangeId !== null,
  });
  if (change.data === undefined) return null;
  return <PendingChangeCard change={change.data} />;
}

/** The roles that are proposed at a union, and wait to be confirmed or accepted. */
export function ProposedRoles({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const { items } = useWaitingAt(unionId);
  const roles = (items ?? []).filter(({ kind }) => kind === 'role');
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="proposed-roles-title">
      <h3 id="proposed-roles-title">{t('role.proposedTitle')}</h3>
      {roles.map((change) => (
        <PendingChangeCard key={change.id} change={change} />
      ))}
    </section>
  );
}
