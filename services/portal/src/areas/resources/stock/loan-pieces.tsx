import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';

/** The pieces that went out with a loan, and which of them are back; nothing where the resource has no pieces. */
export function LoanPieces({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { data } = useRead('loan', '/loans/{loanId}/pieces', { loanId });
  if (data === undefined || data.pieces.length === 0) return null;
  return (
    <section className="card" aria-labelledby="loan-pieces-title">
      <h2 id="loan-pieces-title">{t('stock.handOver.out')}</h2>
      <ul className="plain-list lines">
        {data.pieces.map(({ pieceId, label, code, backAt }) => (
          <li key={pieceId} className="line-head">
            <span>{`${label} · ${code}`}</span>
            <span>
              {backAt === null ? t('stock.handOver.isOut') : `${t('stock.handOver.back')} ${instant(backAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
