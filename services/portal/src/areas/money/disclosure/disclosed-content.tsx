import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import type { DisclosureContent } from './disclosure.model.js';

type Activity = DisclosureContent['activities'][number];
type Code = DisclosureContent['codes'][number];

/** The disclosed content: sums, the budget, and each activity with its payers and shares. */
export function DisclosedContent({ content }: { readonly content: DisclosureContent }) {
  return (
    <>
      <Sums content={content} />
      <Codes content={content} />
      <Activities activities={content.activities} />
    </>
  );
}

function Sums({ content }: { readonly content: DisclosureContent }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { cost, subsidies, selfPaid, total, loansBorne, loansEarned, heads } = content;
  const figures = [
    ['cost', cost],
    ['subsidies', subsidies],
    ['borne', total.borne],
    ...(selfPaid ? ([['selfPaid', selfPaid.amount]] as const) : []),
    ['loansBorne', loansBorne],
    ['loansEarned', loansEarned],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, amount]) => (
        <div key={name}>
          <dt>{t(`budget.disclosure.${name}`)}</dt>
          <dd className="big-figure">{money(amount)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('budget.heads')}</dt>
        <dd className="big-figure">{number(heads)}</dd>
      </div>
    </dl>
  );
}

function Codes({ content: { codes, budgetNumber } }: { readonly content: DisclosureContent }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Code>[] = [
    { key: 'code', title: t('budget.code'), cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`) },
    { key: 'planned', title: t('budget.planned'), isNumber: true, cell: ({ planned }) => money(planned) },
    { key: 'borne', title: t('budget.disclosure.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    {
      key: 'left',
      title: t('budget.left'),
      isNumber: true,
      cell: ({ left }) => <SignedAmount amount={left} />,
    },
  ];
  return (
    <>
      <h3>{t('budget.disclosure.codes')}</h3>
      {budgetNumber === null && <p className="hint">{t('budget.disclosure.noBudget')}</p>}
      {codes.length > 0 && (
        <DataTable
          caption={t('budget.disclosure.codes')}
          columns={columns}
          rows={codes}
          rowKey={({ expenseCode }) => expenseCode}
        />
      )}
    </>
  );
}

function Activities({ activities }: { readonly activities: readonly Activity[] }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const names = (list: Activity['payers']): string =>
    list.map(({ party, amount }) => `${party.name} ${money(amount)}`).join(t('budget.disclosure.comma'));
  const columns: Column<Activity>[] = [
    { key: 'title', title: t('budget.activityTitle'), cell: ({ title }) => title },
    { key: 'cost', title: t('budget.disclosure.cost'), isNumber: true, cell: ({ cost }) => money(cost) },
    { key: 'borne', title: t('budget.disclosure.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    {
      key: 'selfPaid',
      title: t('budget.disclosure.selfPaid'),
      isNumber: true,
      cell: ({ selfPaid }) => (selfPaid ? money(selfPaid.amount) : t('common.none')),
    },
    { key: 'heads', title: t('budget.heads'), isNumber: true, cell: ({ heads }) => number(heads) },
    {
      key: 'perHead',
      title: t('budget.perHead'),
      isNumber: true,
      cell: ({ perHead }) => (perHead === null ? '' : money(perHead)),
    },
    { key: 'payers', title: t('budget.disclosure.payers'), cell: ({ payers }) => names(payers) },
    { key: 'shares', title: t('budget.disclosure.shares'), cell: ({ shares }) => names(shares) },
  ];
  return (
    <>
      <h3>{t('budget.activities')}</h3>
      {activities.length === 0 ? (
        <p>{t('budget.nothingBorne')}</p>
      ) : (
        <DataTable
          caption={t('budget.activities')}
          columns={columns}
          rows={activities}
          // Shared bills have no activity.
          rowKey={(row) => row.activityId ?? String(activities.indexOf(row))}
        />
      )}
    </>
  );
}
