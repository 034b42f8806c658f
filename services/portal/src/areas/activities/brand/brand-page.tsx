import './brand.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import { useOffices } from '../../../session/use-offices.js';
import { BrandTemplate } from './brand-template.js';
import { Editions } from './editions.js';
import { type Brand, useBrand } from './use-brands.js';

const BrandYears = lazyPart('BrandYears', () => import('./brand-years.js'), { rows: 4 });
const AdoptSection = lazyPart('AdoptSection', () => import('./adopt-section.js'), { texts: ['draft'] });
const KeeperSection = lazyPart('KeeperSection', () => import('./keeper-section.js'));
const RequestSection = lazyPart('RequestSection', () => import('./request-section.js'));

export function BrandPage() {
  const { brandId = '' } = useParams();
  return <Loaded query={useBrand(brandId)}>{(brand) => <OneBrand key={brand.id} brand={brand} />}</Loaded>;
}

/** What a brand is, what came of it, and how to hold it oneself. */
function OneBrand({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const keeps = useReaches(brand.founder.id);
  const organises = holds('officer', 'organiser');
  const { name, founder, state, adoption, kind, story } = brand;
  return (
    <>
      <PageHead title={name} back="/brands" />
      <p className="tags">
        <span className="tag">{t(`brand.state.${state}`)}</span>
        <span className="tag is-kind">{t(`activity.kind.${kind}`)}</span>
        <span className="tag">{t(`brand.adoption.${adoption}`)}</span>
      </p>
      <p>{t('brand.foundedBy', { union: founder.name })}</p>
      <section className="card" aria-labelledby="story-title">
        <h2 id="story-title">{t('brand.story')}</h2>
        <p className="prose">{story}</p>
      </section>
      <BrandYears brandId={brand.id} />
      <RecognitionsOf subjectId={brand.id} />
      <Editions brandId={brand.id} />
      <BrandTemplate template={brand.template} />
      {organises && state === 'published' && <AdoptSection brand={brand} />}
      {organises && adoption === 'onRequest' && <RequestSection brand={brand} keeps={keeps} />}
      {keeps && <KeeperSection brand={brand} />}
    </>
  );
}
