import './brand.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { RecognitionsOf } from '../../evaluation/recognition/recognitions-part.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Brand } from './brand.model.js';
import { BrandTemplate } from './brand-template.js';
import { Editions } from './editions.js';

const BrandYears = lazyPart('BrandYears', () => import('./brand-years.js'), { rows: 4 });
const AdoptSection = lazyPart('AdoptSection', () => import('./adopt-section.js'), { texts: ['draft'] });
const FounderSection = lazyPart('FounderSection', () => import('./founder-section.js'));
const RequestSection = lazyPart('RequestSection', () => import('./request-section.js'));

export function BrandPage() {
  const { brandId = '' } = useParams();
  const query = useRead('brand', '/brands/{brandId}', { brandId });
  return <Loaded query={query}>{(brand) => <OneBrand key={brand.id} brand={brand} />}</Loaded>;
}

/** A brand, its editions and results, and how to hold an edition oneself. */
function OneBrand({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const isFounder = useReaches(brand.founder.id);
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
      {organises && adoption === 'onRequest' && <RequestSection brand={brand} isFounder={isFounder} />}
      {isFounder && <FounderSection brand={brand} />}
    </>
  );
}
