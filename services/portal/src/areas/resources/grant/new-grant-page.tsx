import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useResource } from '../resource/use-resource.js';

const NewGrantForm = lazyPart('NewGrantForm', () => import('./new-grant-form.js'), {
  rows: 10,
  texts: ['activity', 'eligibility', 'grants', 'activityForm', 'organising', 'resourceForm'],
});

/** Adds a right of use: to whom, for how long, on which terms. The page shows whom it reaches while the form is filled in. */
export function NewGrantPage() {
  const { t } = useTranslation();
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return (
    <div className="form-page">
      <PageHead title={t('resource.grant.add')} back={`/resources/${resourceId}`} />
      <Loaded query={resource}>
        {(data) => (
          <>
            <p className="card hint">{t('resource.grant.intro', { title: data.title })}</p>
            <NewGrantForm key={data.id} resource={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}
