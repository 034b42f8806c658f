import './vacancy.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { useSignedIn } from '../../../session/use-session.js';
import type { Vacancy } from './vacancy.model.js';
import { usePay, usePlace, VacancyTags } from './vacancy-card.js';
import { HiddenNotice } from '../review/hidden-notice.js';
import { InterestCard } from './interest-card.js';

const OfficerActs = lazyPart('OfficerActs', () => import('./officer-acts.js'), { rows: 2 });
const ReportCard = lazyPart('ReportCard', () => import('../review/report-card.js'));
const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'), { rows: 6 });

/** One vacancy: for whoever may see it, and for the officers of the employer's union. */
export function VacancyPage() {
  const { vacancyId = '' } = useParams();
  const isSignedIn = useSignedIn();
  const own = useRead('vacancy', '/vacancies/{vacancyId}', isSignedIn ? { vacancyId } : undefined);
  const open = useRead('vacancy', '/public/vacancies/{vacancyId}', isSignedIn ? undefined : { vacancyId });
  const query = isSignedIn ? own : open;
  return <Loaded query={query}>{(vacancy) => <OneVacancy key={vacancy.id} vacancy={vacancy} />}</Loaded>;
}

function OneVacancy({ vacancy }: { readonly vacancy: Vacancy }) {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const { id, title, text, acts, interestsShown } = vacancy;
  return (
    <DetailPage
      title={title}
      back={isSignedIn ? '/vacancies' : '/public/vacancies'}
      state={<VacancyTags vacancy={vacancy} />}
      secondary={
        interestsShown && (
          <ButtonLink to={`/vacancies/${id}/interests`} isPlain>
            {t('vacancy.interests')}
          </ButtonLink>
        )
      }
      notices={<Notices vacancy={vacancy} />}
      aside={acts.length > 0 && <OfficerActs vacancy={vacancy} />}
    >
      <article className="card">
        <Facts vacancy={vacancy} />
        <div className="vacancy-text">
          <MarkdownText text={text} />
        </div>
      </article>
      {isSignedIn ? <InterestCard vacancy={vacancy} /> : <p className="hint">{t('vacancy.signInFirst')}</p>}
      {vacancy.report !== null && <ReportCard kind="vacancy" id={id} standing={vacancy.report} />}
    </DetailPage>
  );
}

function Notices({
  vacancy: { state, withdrawReason, isHidden, hiddenReason },
}: {
  readonly vacancy: Vacancy;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Alert type="info" showIcon className="notice" title={t('vacancy.free')} />
      <HiddenNotice isHidden={isHidden} hiddenReason={hiddenReason} />
      {state === 'draft' && <Alert type="info" showIcon className="notice" title={t('vacancy.isDraft')} />}
      {state === 'withdrawn' && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('vacancy.isWithdrawn', { reason: withdrawReason ?? '' })}
        />
      )}
    </>
  );
}

function Facts({ vacancy }: { readonly vacancy: Vacancy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pay = usePay(vacancy);
  const place = usePlace(vacancy);
  const { employerName, publisherName, headcount, phone, address, until } = vacancy;
  return (
    <dl className="facts">
      <dt>{t('vacancy.employer')}</dt>
      <dd>{t('vacancy.vouched', { employer: employerName, union: publisherName })}</dd>
      <dt>{t('vacancy.pay')}</dt>
      <dd>{pay}</dd>
      <dt>{t('vacancy.headcount')}</dt>
      <dd>{t('vacancy.people', { count: headcount })}</dd>
      <dt>{t('vacancy.place')}</dt>
      <dd>{place}</dd>
      {phone !== null && (
        <>
          <dt>{t('vacancy.phone')}</dt>
          <dd>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </dd>
        </>
      )}
      {address !== null && (
        <>
          <dt>{t('vacancy.address')}</dt>
          <dd>{address}</dd>
        </>
      )}
      <dt>{t('vacancy.audienceLabel')}</dt>
      <dd>{t(`vacancy.audience.${vacancy.audience}`, { union: publisherName })}</dd>
      <dt>{t('vacancy.until')}</dt>
      <dd>{format.date(until)}</dd>
    </dl>
  );
}
