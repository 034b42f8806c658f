import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import type { ShareExplanation } from './share-explanation.model.js';

/** What of the share came back later, a line for each refund, with the sum that is left. */
export function Refunds({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { costPoolId, party } = share;
  // Whoever may not see the refunds of the pool is shown none, as where there are none.
  const { items = [] } = useList('costPool', '/cost-pools/{costPoolId}/refunds', { costPoolId });
  const parts = items
    .filter(({ state }) => state === 'posted')
    .flatMap((refund) =>
      refund.parts
        .filter((part) => part.role === 'party' && keyOf(part.party) === keyOf(party))
        .map((part) => ({ refund, part })),
    );
  if (parts.length === 0) return null;
  const left = ({ part }: (typeof parts)[number]) => ({
    had: { amount: String(BigInt(part.share.amount) - BigInt(part.before.amount)) },
    left: {
      amount: String(BigInt(part.share.amount) - BigInt(part.before.amount) - BigInt(part.amount.amount)),
    },
  });
  return (
    <ul>
      {parts.map((one) => (
        <li key={one.refund.id}>
          {t('shareExplanation.refund', {
            total: money(one.refund.total),
            amount: money(one.part.amount),
            had: money(left(one).had),
            left: money(left(one).left),
          })}{' '}
          <Link to={`/cost-pools/${costPoolId}/refunds`} className="cell-link">
            {t('shareExplanation.toRefunds')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
