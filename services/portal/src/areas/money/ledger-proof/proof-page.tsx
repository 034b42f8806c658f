import '../../../kit/styles/ledger.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { Reconciliations } from './reconciliations.js';

/** The proof that the books were not changed: the chain of entries, and the sums computed again from the postings. */
export function ProofPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('strictLedger.proof.title')} />
      <LedgerNav />
      <p className="hint">{t('strictLedger.proof.hint')}</p>
      <Seal />
      <Reconciliations />
    </>
  );
}

function Seal() {
  const { t } = useTranslation();
  const { number, instant } = useFormat();
  const seal = useRead('ledgerSeal', '/ledger/seal', {});
  return (
    <section className="card" aria-labelledby="seal-title">
      <h2 id="seal-title">{t('strictLedger.proof.seal')}</h2>
      <Loaded query={seal}>
        {({ intact, broken, sealedEntries, unsealedEntries, lastSealAt, lastSeal }) => (
          <>
            <Alert
              type={intact ? 'success' : 'error'}
              showIcon
              title={
                intact
                  ? t('strictLedger.proof.intact')
                  : t('strictLedger.proof.broken', { what: broken ?? '' })
              }
            />
            <dl className="facts money-facts proof-facts">
              <dt>{t('strictLedger.proof.sealed')}</dt>
              <dd>{number(sealedEntries)}</dd>
              <dt>{t('strictLedger.proof.unsealed')}</dt>
              <dd>{number(unsealedEntries)}</dd>
              <dt>{t('strictLedger.proof.lastSeal')}</dt>
              <dd>{lastSealAt === null ? t('strictLedger.proof.noSeal') : instant(lastSealAt)}</dd>
              {lastSeal !== null && (
                <>
                  <dt>{t('strictLedger.proof.hash')}</dt>
                  <dd className="seal-hash">{lastSeal}</dd>
                </>
              )}
            </dl>
          </>
        )}
      </Loaded>
      <p>
        <Button loading={seal.isFetching} onClick={() => void seal.refetch()}>
          {t('strictLedger.proof.verify')}
        </Button>
      </p>
    </section>
  );
}
