import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { previewedOf, type RunForm } from './run-form.model.js';
import { StayedOutTable } from './stayed-out.js';
import { type Proposal, useProposalPreview } from './use-proposal-preview.js';

/** What comes of the terms as they are filled in: the real balances, before anything is proposed. */
export function ProposalPreview() {
  const { t } = useTranslation();
  const values = Form.useWatch((form: RunForm) => form) as RunForm | undefined;
  const typed = JSON.stringify(previewedOf(values ?? {}));
  const body = JSON.parse(useDebounced(typed)) as ReturnType<typeof previewedOf>;
  const { data, error, isPending } = useProposalPreview(body);
  return (
    <section className="run-preview" aria-labelledby="preview-title" aria-live="polite">
      <h3 id="preview-title">{t('money.netting.preview.title')}</h3>
      {body === null && <p className="hint">{t('money.netting.preview.incomplete')}</p>}
      {body !== null && isPending && <LoadingState rows={3} />}
      {body !== null && error !== null && (
        <Refusal title={t('money.netting.preview.refused')} error={error} />
      )}
      {body !== null && data !== undefined && <Outcome proposal={data} />}
    </section>
  );
}

function Outcome({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { lineCount, transferCount, total } = proposal;
  if (lineCount === 0)
    return (
      <>
        <p>{t('money.netting.preview.nothing')}</p>
        <WhatStaysOut proposal={proposal} />
      </>
    );
  const debts = t('money.netting.debts', { count: lineCount });
  const transfers = t('money.netting.transfersOf', { count: transferCount });
  return (
    <>
      <p>
        <strong>{t('money.netting.summary', { debts, transfers })}</strong>
        {t('money.netting.preview.total', { amount: money(total) })}
      </p>
      <Balances proposal={proposal} />
      <Transfers proposal={proposal} />
      <WhatStaysOut proposal={proposal} />
      <p className="hint">{t('money.netting.preview.hint')}</p>
    </>
  );
}

function Balances({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const said = (fen: bigint): string => {
    if (fen === 0n) return t('money.netting.preview.even');
    const amount = money({ amount: String(fen < 0n ? -fen : fen) });
    return t(fen < 0n ? 'money.netting.preview.pays' : 'money.netting.preview.receives', { amount });
  };
  return (
    <DataTable
      caption={t('money.netting.preview.balances')}
      rows={proposal.balances}
      rowKey={({ party }) => keyOf(party)}
      columns={[
        { key: 'party', title: t('money.party'), cell: ({ party }) => party.name },
        {
          key: 'balance',
          title: t('money.netting.balance'),
          isNumber: true,
          cell: ({ balance }) => said(BigInt(balance.amount)),
        },
      ]}
    />
  );
}

function Transfers({ proposal: { transfers } }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (transfers.length === 0) return <p>{t('money.netting.allEven')}</p>;
  return (
    <DataTable
      caption={t('money.netting.preview.transfers')}
      rows={transfers}
      rowKey={({ from, to }) => `${keyOf(from)} ${keyOf(to)}`}
      columns={[
        { key: 'from', title: t('money.payer'), cell: ({ from }) => from.name },
        { key: 'to', title: t('money.payee'), cell: ({ to }) => to.name },
        { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
      ]}
    />
  );
}

function WhatStaysOut({ proposal: { stayedOut } }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  if (stayedOut.length === 0) return null;
  return (
    <>
      <h4>{t('settling.run.stayedOut')}</h4>
      <StayedOutTable stayedOut={stayedOut} />
    </>
  );
}
