import '../../../kit/styles/resource.css';
import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useResource } from '../resource/use-resource.js';
import { type Asked, askedNeed, askedOf, type AskedTalent, askedTalentOf, talentNeed } from './asked-need.js';

const NewNeedForm = lazyPart('NewNeedForm', () => import('./new-need-form.js'), {
  rows: 10,
  texts: ['activity', 'resourceForm'],
});

export function NewNeedPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = askedOf(search);
  const talent = asked === null ? askedTalentOf(search) : null;
  return (
    <div className="form-page">
      <PageHead title={t('need.form.newTitle')} back="/needs" />
      <p className="card hint">{t('need.form.newHint')}</p>
      {asked !== null && <AskedForm asked={asked} />}
      {talent !== null && <TalentForm talent={talent} />}
      {asked === null && talent === null && <NewNeedForm />}
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

/** Somebody was found by what they can do: their union reads the need, and asks them. */
function TalentForm({ talent }: { readonly talent: AskedTalent }) {
  const { t } = useTranslation();
  const { name, skill, unionName } = talent;
  const words = {
    title: t('need.form.talentTitle', { name, skill }),
    text: t(unionName === '' ? 'need.form.talentText' : 'need.form.talentOfText', { name, skill, unionName }),
  };
  return <NewNeedForm initial={talentNeed(talent, words)} draft={`need.new.talent.${name}.${skill}`} />;
}
