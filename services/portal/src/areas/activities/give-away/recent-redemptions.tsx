import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { type Redemption, useUndo } from './use-redeeming.js';

interface RecentRedemptionsProps {
  readonly redeemToken: string;
  readonly redeemed: number;
  readonly recent: readonly Redemption[];
  readonly timeZone: string;
  /** The result of the last scan is out of date. */
  readonly onUndone: () => void;
}

/** The last redemptions of this counter; a mistaken scan can be undone here for some minutes. */
export function RecentRedemptions({ redeemed, recent, ...rest }: RecentRedemptionsProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('redeem.recent')}</h2>
      {recent.length === 0 ? (
        <EmptyState text={t('redeem.recentNone')} />
      ) : (
        <>
          <p>{t('redeem.count', { count: redeemed })}</p>
          <ul className="plain-list redemption-lines">
            {recent.map((one) => (
              <Line key={one.redemptionId} redemption={one} {...rest} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface LineProps extends Pick<RecentRedemptionsProps, 'redeemToken' | 'timeZone' | 'onUndone'> {
  readonly redemption: Redemption;
}

function Line({ redeemToken, redemption, timeZone, onUndone }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const undo = useUndo(redeemToken);
  const { redemptionId, maskedName: name, number, redeemedAt, undoUntil, undoneAt } = redemption;
  const mayUndo = redemptionId !== null && undoUntil !== null && new Date() < new Date(undoUntil);
  return (
    <li>
      <div>
        <p>{t('redeem.whose', { name, number })}</p>
        <p className="hint">{redeemedAt !== null && format.instant(redeemedAt)}</p>
        {undo.isError && <Refusal title={t('redeem.notUndone')} error={undo.error} />}
      </div>
      {undoneAt !== null && <span className="tag is-cancelled">{t('redeem.undone')}</span>}
      {mayUndo && (
        <ConfirmButton
          loading={undo.isPending}
          question={t('redeem.undoQuestion', { name, number })}
          confirmText={t('redeem.undoYes')}
          aria-label={t('redeem.undoOf', { name, number })}
          onConfirm={() => undo.mutate(redemptionId, { onSuccess: onUndone })}
        >
          {t('redeem.undo')}
        </ConfirmButton>
      )}
    </li>
  );
}
