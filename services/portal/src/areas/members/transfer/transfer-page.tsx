import '../../../kit/styles/ledger.css';
import '../../../kit/styles/organising.css';
import '../../../kit/styles/union.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Transfer } from './new-union-form.js';
import { TransferActs } from './transfer-acts.js';
import { TransferFacts, TransferStateTag } from './transfer-facts.js';

/** One transfer: from where to where, who agrees, and what the reader can do. */
export function TransferPage() {
  const { transferId = '' } = useParams();
  const transfer = useRead('transfer', '/membership-transfers/{transferId}', { transferId });
  return <Loaded query={transfer}>{(found) => <OneTransfer key={found.id} transfer={found} />}</Loaded>;
}

function OneTransfer({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { holds } = useOffices();
  return (
    <>
      <PageHead title={transfer.personName} back={holds('officer') ? '/membership-transfers' : '/account'} />
      <section className="card" aria-label={t('transfer.title')}>
        <p>
          {transfer.fromUnionName ?? t('transfer.unknownFrom')} → {transfer.toUnionName}{' '}
          <TransferStateTag state={transfer.state} />
        </p>
        <p className="hint">
          {t(`transfer.askedBy.${transfer.askedBy}`)}, {format.instant(transfer.askedAt)}
        </p>
        <h2>{t('transfer.history')}</h2>
        <TransferFacts transfer={transfer} />
        <TransferActs transfer={transfer} />
      </section>
    </>
  );
}
