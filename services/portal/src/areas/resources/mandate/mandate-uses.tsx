import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';

/** The uses of a mandate: who acted, when, and for what. */
export function MandateUses({ mandateId }: { readonly mandateId: string }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const uses = useList('mandate', '/mandates/{mandateId}/uses', { mandateId });
  return (
    <PagedList list={uses} empty={{ text: t('mandate.noUses') }}>
      {(items) => (
        <ul className="plain-list lines">
          {items.map(({ id, at, personId, maskedName, scope, aboutId }) => (
            <li key={id}>
              <p>
                {instant(at)} ·{' '}
                {maskedName === null ? (
                  t('mandate.somebody')
                ) : (
                  <MemberName personId={personId} mask={maskedName} />
                )}
              </p>
              <p>
                <Link to={scope === 'lending' ? `/loans/${aboutId}` : `/activities/${aboutId}`}>
                  {t(`mandate.did.${scope}`)}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
