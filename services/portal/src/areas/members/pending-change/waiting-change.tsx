import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';

const PendingChangeCard = lazyPart('PendingChangeCard', () => import('./pending-change-card.js'), {
  texts: ['pendingChange', 'members', 'party'],
});

/** The change of a union or an enterprise that waits to be confirmed; nothing where the reader may not see it. */
export function WaitingChange({ pendingChangeId }: { readonly pendingChangeId: string | null }) {
  const change = useRead(
    'pendingChange',
    '/pending-changes/{pendingChangeId}',
    pendingChangeId === null ? undefined : { pendingChangeId },
  );
  if (change.data === undefined) return null;
  return <PendingChangeCard change={change.data} />;
}

/** The roles that are proposed at a union and wait to be confirmed or accepted. */
export function ProposedRoles({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const { items } = useList('pendingChange', '/pending-changes', { unionId, open: true });
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
