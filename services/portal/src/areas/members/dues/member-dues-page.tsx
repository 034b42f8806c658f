import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { useMemberName } from '../../../session/use-member-name.js';
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
  const name = useMemberName(dues.personId, dues.memberName);
  return (
    <DetailPage
      title={t('dues.of', { name })}
      back={`/dues?union=${dues.unionId}`}
      secondary={
        <ButtonLink to={`/dues/receipts?union=${dues.unionId}`} isPlain>
          {t('dues.receipts.title')}
        </ButtonLink>
      }
      aside={
        keeps && (
          <>
            <RecordPayment dues={dues} />
            <WageForm dues={dues} />
          </>
        )
      }
    >
      <section className="card" aria-label={t('dues.title')}>
        <p>
          <Link to={`/unions/${dues.unionId}`}>{dues.unionName}</Link>
        </p>
        <DuesFacts dues={dues} />
      </section>
    </DetailPage>
  );
}
