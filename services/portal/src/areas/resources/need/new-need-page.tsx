import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useResource } from '../resource/use-resource.js';
import { type Asked, askedNeed, askedOf } from './asked-need.js';

const NewNeedForm = lazyPart('NewNeedForm', () => import('./new-need-form.js'), {
  rows: 10,
  texts: ['activity', 'resourceForm'],
});

export function NewNeedPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = askedOf(search);
  return (
    <div className="form-page">
      <PageHead title={t('need.form.newTitle')} back="/needs" />
      <p className="card hint">{t('need.form.newHint')}</p>
      {asked === null ? <NewNeedForm /> : <AskedForm asked={asked} />}
    </div>
  );
}

/** A thing that was found already: the union is asked to borrow it. */
function AskedForm({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { resourceId } = asked;
  const resource = useResource(resourceId);
  return (
    <Loaded query={resource}>
      {(data) => {
        const { title } = data;
        const words = {
          title: t('need.form.askedTitle', { title }),
          text: t('need.form.askedText', {
            title,
            address: `${location.origin}/resources/${resourceId}`,
          }),
        };
        return (
          <NewNeedForm
            key={resourceId}
            initial={askedNeed(asked, data, words)}
            draft={`need.new.${resourceId}`}
          />
        );
      }}
    </Loaded>
  );
}
