import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { Grantee } from '../resource/grantee.js';
import { useGrants } from '../resource/use-resource.js';

const TermsForm = lazyPart('TermsForm', () => import('./terms-form.js'), {
  rows: 8,
  texts: ['activity', 'activityForm', 'organising', 'resourceForm'],
});

/** Edits the terms of a right from now on; whom it reaches stays, and a loan keeps the terms it was approved with. */
export function EditGrantPage() {
  const { t } = useTranslation();
  const { resourceId = '', grantId = '' } = useParams();
  const grants = useGrants(resourceId);
  return (
    <div className="form-page">
      <PageHead title={t('grants.editTitle')} back={`/resources/${resourceId}`} />
      <Loaded query={grants}>
        {(data) => {
          const grant = data.items.find(({ id, revokedAt }) => id === grantId && revokedAt === null);
          if (grant === undefined) return <EmptyState text={t('grants.gone')} />;
          return (
            <>
              <div className="card">
                <p>
                  <strong>
                    <Grantee to={grant.to} />
                  </strong>
                </p>
                <p className="hint">{t('grants.editHint')}</p>
              </div>
              <TermsForm key={grant.id} grant={grant} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
