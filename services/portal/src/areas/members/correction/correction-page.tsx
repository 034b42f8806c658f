import '../../../kit/styles/ledger.css';
import '../../../kit/styles/organising.css';
import '../../../kit/styles/union.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { OwnImage } from '../../../kit/own-image.js';
import { PageHead } from '../../../kit/page-head.js';
import { CorrectionActs } from './correction-acts.js';
import { CorrectionChanges, CorrectionStateTag, DelayOfCorrection } from './correction-changes.js';
import type { Correction } from './correction-form.js';

/** One correction: what changes, the paper to compare it with, and the decision. */
export function CorrectionPage() {
  const { correctionId = '' } = useParams();
  const correction = useRead('correction', '/corrections/{correctionId}', { correctionId });
  return <Loaded query={correction}>{(found) => <OneCorrection key={found.id} correction={found} />}</Loaded>;
}

function OneCorrection({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={correction.personName} back="/corrections" />
      <section className="card" aria-label={t('recordCorrection.fields')}>
        <Facts correction={correction} />
        <CorrectionActs correction={correction} />
      </section>
      <section className="card" aria-labelledby="paper-title">
        <h2 id="paper-title">{t('recordCorrection.paper')}</h2>
        {correction.hasPaper ? (
          <>
            <p className="hint">{t('recordCorrection.paperHint')}</p>
            <OwnImage
              path={`/corrections/${correction.id}/paper`}
              alt={t('recordCorrection.paperAlt')}
              width={640}
              height={400}
            />
          </>
        ) : (
          <p className="hint">{t('recordCorrection.noPaper')}</p>
        )}
      </section>
    </>
  );
}

function Facts({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { note, reason, deciderName, decidedAt, reverses } = correction;
  return (
    <>
      <p>
        <Link to={`/unions/${correction.unionId}`}>{correction.unionName}</Link>{' '}
        <CorrectionStateTag state={correction.state} />
      </p>
      <CorrectionChanges changes={correction.changes} />
      <dl className="facts union-facts">
        <dt>{t('recordCorrection.proposer')}</dt>
        <dd>
          {correction.byPerson ? t('recordCorrection.byPerson') : correction.proposerName},{' '}
          {format.instant(correction.proposedAt)}
        </dd>
        {note !== null && (
          <>
            <dt>{t('recordCorrection.note')}</dt>
            <dd>{note}</dd>
          </>
        )}
        {decidedAt !== null && (
          <>
            <dt>{t('recordCorrection.decided')}</dt>
            <dd>
              {t('recordCorrection.decidedBy', {
                name: deciderName ?? t('common.none'),
                time: format.instant(decidedAt),
              })}
            </dd>
          </>
        )}
      </dl>
      <DelayOfCorrection state={correction.state} effectiveAt={correction.effectiveAt} />
      {reason !== null && <p>{t('recordCorrection.reason', { reason })}</p>}
      {reverses !== null && (
        <p className="hint">
          {t('recordCorrection.reversal')}{' '}
          <Link to={`/corrections/${reverses}`}>{t('recordCorrection.seeReversed')}</Link>
        </p>
      )}
    </>
  );
}
