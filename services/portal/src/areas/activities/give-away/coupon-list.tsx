import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type AnswerAt, useList, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';
import type { Activity } from '../activity/use-activities.js';
import { ListFileButtons } from '../list-file/list-file-buttons.js';
import { UndoForm } from './undo-form.js';
import type { Coupon } from './use-give-away.js';

const path = '/activities/{activityId}/coupons';
type CouponTotals = AnswerAt<typeof path>['totals'];
type CouponState = Coupon['state'];

const couponStates: readonly CouponState[] = ['issued', 'redeemed', 'void'];

/** Who has which coupon, and where it was redeemed. A redemption that its counter can no longer undo is undone here. */
export function CouponList({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = couponStates.find((one) => one === search.get('state'));
  const activityId = activity.id;
  const list = useList('coupon', path, { activityId, ...(state === undefined ? {} : { state }) });
  // How many coupons there are of each state, whichever part of the list is shown.
  const totals = useRead('coupon', path, { activityId, limit: 1 }).data?.totals;
  return (
    <section className="card" aria-labelledby="coupons-title">
      <h2 id="coupons-title">{t('giveAway.coupons')}</h2>
      {totals !== undefined && <Totals totals={totals} />}
      <div className="filters">
        <Choice<CouponState>
          {...(state === undefined ? {} : { value: state })}
          label={t('giveAway.state')}
          options={[
            { value: '', label: t('giveAway.everyState') },
            ...couponStates.map((value) => ({ value, label: t(`giveAway.stateIs.${value}`) })),
          ]}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
        />
        <ListFileButtons
          activityId={activityId}
          list="coupons"
          {...(state === undefined ? {} : { filter: { couponState: state } })}
        />
      </div>
      <PagedList
        list={list}
        empty={{ text: t(state === undefined ? 'giveAway.couponsNone' : 'giveAway.noneInState') }}
      >
        {(items) => <Lines activity={activity} items={items} />}
      </PagedList>
    </section>
  );
}

function Totals({ totals }: { readonly totals: CouponTotals }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="totals" aria-label={t('giveAway.totals')}>
      {couponStates.map((state) => (
        <div key={state}>
          <dt>{t(`giveAway.stateIs.${state}`)}</dt>
          <dd>{format.number(totals[state])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ activity, items }: { readonly activity: Activity; readonly items: readonly Coupon[] }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const where = ({ redeemedAt, pointName }: Coupon): string =>
    redeemedAt === null
      ? t('common.none')
      : t('giveAway.redeemedAtPoint', { time: format.instant(redeemedAt), point: pointName ?? '' });
  const columns: Column<Coupon>[] = [
    {
      key: 'name',
      title: t('giveAway.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
    },
    { key: 'number', title: t('giveAway.number'), cell: ({ number }) => number, isNumber: true },
    { key: 'state', title: t('giveAway.state'), cell: ({ state }) => t(`giveAway.stateIs.${state}`) },
    {
      key: 'redeemed',
      title: t('giveAway.redeemedAt'),
      cell: (coupon) => (
        <>
          <p>{where(coupon)}</p>
          {coupon.state === 'redeemed' && <UndoForm activityId={activity.id} coupon={coupon} />}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('giveAway.couponsCaption')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}
