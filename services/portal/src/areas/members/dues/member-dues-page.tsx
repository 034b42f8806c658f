import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type Dues, DuesFacts } from './dues-facts.js';
import { RecordPayment } from './record-payment.js';
import { useKeepsDues } from './use-dues-offices.js';
import { WageForm } from './wage-form.js';

/** The dues of one member, for those who keep or check them. */
export function MemberDuesPage() {
  const { memberId = '' } = useParams();
  const dues = useRead('dues', '/members/{memberId}/dues', { memberId });
  return <Loaded query={dues}>{(found) => <OneMember key={found.memberId} dues={found} />}</Loaded>;
}

function OneMember({ dues }: { readonly dues: Dues }) {
  const { t } = useTranslation();
  const keeps = useKeepsDues(dues.unionId);
  return (
    <>
      <PageHead title={t('dues.of', { name: dues.memberName })} back={`/dues?union=${dues.unionId}`}>
        <Link to={`/dues/receipts?union=${dues.unionId}`}>{t('dues.receipts.title')}</Link>
      </PageHead>
      <section className="card" aria-label={t('dues.title')}>
        <p>
          <Link to={`/unions/${dues.unionId}`}>{dues.unionName}</Link>
        </p>
        <DuesFacts dues={dues} />
      </section>
      {keeps && <RecordPayment dues={dues} />}
      {keeps && <WageForm dues={dues} />}
    </>
  );
}
