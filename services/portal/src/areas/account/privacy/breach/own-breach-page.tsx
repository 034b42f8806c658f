import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../../api/use-read.js';
import { useFormat } from '../../../../i18n/use-format.js';
import { Loaded } from '../../../../kit/loaded.js';
import { PageHead } from '../../../../kit/page-head.js';
import type { OwnBreach } from './breach.model.js';

/** What the law wants somebody to know whose data was leaked, altered or lost. */
export function OwnBreachPage() {
  const { t } = useTranslation();
  const { dataBreachId = '' } = useParams();
  const breach = useRead('dataBreach', '/me/data-breaches/{dataBreachId}', { dataBreachId });
  return (
    <>
      <PageHead title={t('breach.ownTitle')} back="/account/data" />
      <Loaded query={breach}>{(data) => <Said breach={data} />}</Loaded>
    </>
  );
}

function Said({ breach }: { readonly breach: OwnBreach }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { happenedAt, kinds, changes, correctsId, correctedById, contactName, contactPhone } = breach;
  const lines = [
    ['advice', t('breach.ownAdvice'), breach.advice],
    ['kinds', t('breach.kinds'), kinds.map((kind) => t(`breach.kindOf.${kind}`)).join(t('breach.comma'))],
    ['harm', t('breach.harm'), breach.harm],
    ['cause', t('breach.cause'), breach.cause],
    ['measures', t('breach.measures'), breach.measures],
    ['noticed', t('breach.noticedAt'), instant(breach.noticedAt)],
    ['happened', t('breach.happenedAt'), happenedAt === null ? t('breach.unknown') : instant(happenedAt)],
  ] as const;
  return (
    <>
      {correctedById !== null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('breach.ownCorrected')}
          description={
            <Link to={`/account/data-breaches/${correctedById}`}>{t('breach.ownCorrectedLink')}</Link>
          }
        />
      )}
      {changes !== null && (
        <Alert
          type="info"
          showIcon
          className="notice"
          title={t('breach.ownChanged', { changes })}
          description={
            correctsId !== null && (
              <Link to={`/account/data-breaches/${correctsId}`}>{t('breach.ownEarlier')}</Link>
            )
          }
        />
      )}
      <p>{t('breach.ownIntro')}</p>
      {lines.map(([key, label, text]) => (
        <section key={key} className="card" aria-labelledby={`breach-${key}`}>
          <h2 id={`breach-${key}`}>{label}</h2>
          <p className="prose">{text}</p>
        </section>
      ))}
      <section className="card" aria-labelledby="breach-contact">
        <h2 id="breach-contact">{t('breach.ownContact')}</h2>
        <p>
          {contactName} <a href={`tel:${contactPhone.replaceAll(/[^\d+]/gu, '')}`}>{contactPhone}</a>
        </p>
      </section>
    </>
  );
}
