import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { useSignedIn } from '../../../session/use-session.js';
import { HiddenNotice } from '../review/hidden-notice.js';
import type { Benefit } from './benefit.model.js';
import { BenefitTags, useSaving } from './benefit-card.js';
import { WayCard } from './way-card.js';

const ReportCard = lazyPart('ReportCard', () => import('../review/report-card.js'));
const OfficerActs = lazyPart('OfficerActs', () => import('./officer-acts.js'), { rows: 2 });

/** One benefit: for whoever may see it, and for the officers of its union. */
export function BenefitPage() {
  const { benefitId = '' } = useParams();
  const isSignedIn = useSignedIn();
  const own = useRead('benefit', '/benefits/{benefitId}', isSignedIn ? { benefitId } : undefined);
  const open = useRead('benefit', '/public/benefits/{benefitId}', isSignedIn ? undefined : { benefitId });
  const query = isSignedIn ? own : open;
  return <Loaded query={query}>{(benefit) => <OneBenefit key={benefit.id} benefit={benefit} />}</Loaded>;
}

function OneBenefit({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const { merchant, title, changeable, state, withdrawReason, isHidden, hiddenReason, report } = benefit;
  return (
    <DetailPage
      title={t('benefit.nameIs', { merchant, title })}
      back={isSignedIn ? '/benefits' : '/public/benefits'}
      state={<BenefitTags benefit={benefit} />}
      notices={
        <>
          <HiddenNotice isHidden={isHidden} hiddenReason={hiddenReason} />
          {state === 'draft' && (
            <Alert type="info" showIcon className="notice" title={t('benefit.isDraft')} />
          )}
          {state === 'withdrawn' && (
            <Alert
              type="warning"
              showIcon
              className="notice"
              title={t('benefit.isWithdrawn', { reason: withdrawReason ?? '' })}
            />
          )}
        </>
      }
      aside={changeable && <OfficerActs benefit={benefit} />}
    >
      <Facts benefit={benefit} />
      <WayCard benefit={benefit} />
      {report !== null && <ReportCard kind="benefit" id={benefit.id} standing={report} />}
    </DetailPage>
  );
}

function Facts({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, district, conditions, from, until, unionName, audience } = benefit;
  const saving = useSaving(benefit);
  return (
    <dl className="facts card">
      {saving !== null && (
        <>
          <dt>{t('benefit.saving')}</dt>
          <dd>{saving}</dd>
        </>
      )}
      {place !== null && (
        <>
          <dt>{t('benefit.place')}</dt>
          <dd>{district === null ? place : t('benefit.placeIs', { district, place })}</dd>
        </>
      )}
      <dt>{t('benefit.period')}</dt>
      <dd>{t('benefit.periodIs', { from: format.date(from), until: format.date(until) })}</dd>
      {conditions !== null && (
        <>
          <dt>{t('benefit.conditions')}</dt>
          <dd>{conditions}</dd>
        </>
      )}
      <dt>{t('benefit.agreedBy')}</dt>
      <dd>{unionName}</dd>
      <dt>{t('benefit.audienceLabel')}</dt>
      <dd>{t(`benefit.audience.${audience}`, { union: unionName })}</dd>
    </dl>
  );
}
