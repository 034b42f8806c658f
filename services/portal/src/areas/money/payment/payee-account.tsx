import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { plainFigure } from '../../../kit/plain-figure.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useNameOf } from '../../../session/use-name-of.js';

type PayeeAccount = components['schemas']['PayeeAccountView'];
type AccountForm = components['schemas']['PayeeAccountDto'];

const numberPattern = /^[0-9]{6,40}$/;

/** Banks print account numbers in groups of four. */
const digitsOf = (text: string): string => plainFigure(text).replaceAll(/\s/g, '');

/** The account at which one's own union is paid: payers see it on each payment. */
export function OwnPayeeAccount() {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const unionIds = unionIdsOf('finance');
  const [unionId, setUnionId] = useState(unionIds[0]);
  return (
    <section className="card" aria-labelledby="payee-account-title">
      <h2 id="payee-account-title">{t('settling.payee.own')}</h2>
      {unionIds.length > 1 && (
        <UnionPicker
          label={t('settling.payee.union')}
          none={t('money.choose')}
          roles={['finance']}
          {...(unionId === undefined ? {} : { value: unionId })}
          onChange={(id) => setUnionId(id === '' ? undefined : id)}
        />
      )}
      {unionId !== undefined && <OfUnion key={unionId} unionId={unionId} />}
    </section>
  );
}

function OfUnion({ unionId }: { readonly unionId: string }) {
  const query = useRead('payeeAccount', '/unions/{unionId}/payee-account', { unionId });
  return <Loaded query={query}>{(found) => <OneAccount found={found} />}</Loaded>;
}

/** The account that stands, and the one that is to replace it. */
export function OneAccount({ found }: { readonly found: PayeeAccount }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const by = usePersonAndTime();
  const [isOpen, setOpen] = useState(false);
  const { account, changedAt, changedBy, changedByName, confirmedBy, confirmedByName, proposal } = found;
  const nameOf = useNameOf();
  if (isOpen) return <AccountFields found={found} onClose={() => setOpen(false)} />;
  return (
    <>
      {account === null ? (
        <p>{t('settling.payee.ownNone')}</p>
      ) : (
        <dl className="facts money-facts">
          <AccountFacts account={account} />
          <dt>{t('settling.payee.changed')}</dt>
          <dd>{nameOf(changedBy, changedByName)}</dd>
          <dt>{t('settling.payee.confirmed')}</dt>
          <dd>
            {confirmedByName === null && changedAt !== null
              ? t('settling.payee.unconfirmed')
              : changedAt !== null && by(confirmedBy, confirmedByName, changedAt)}
          </dd>
        </dl>
      )}
      {proposal !== null && <Proposed found={found} proposal={proposal} />}
      {proposal === null && holds('finance') && (
        <p className="actions">
          <Button onClick={() => setOpen(true)}>
            {t(account === null ? 'settling.payee.name' : 'settling.payee.change')}
          </Button>
        </p>
      )}
    </>
  );
}

/** “张* · 11月20日周五 09:00” */
function usePersonAndTime(): (personId: string | null, mask: string | null, at: string) => string {
  const { instant } = useFormat();
  const nameOf = useNameOf();
  return (personId, mask, at) => [nameOf(personId, mask), instant(at)].filter(Boolean).join(' · ');
}

function AccountFacts({ account }: { readonly account: AccountForm }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('settling.payee.accountName')}</dt>
      <dd>{account.accountName}</dd>
      <dt>{t('settling.payee.accountNumber')}</dt>
      <dd>{account.accountNumber}</dd>
      <dt>{t('settling.payee.bankName')}</dt>
      <dd>{account.bankName}</dd>
    </>
  );
}

interface ProposedProps {
  readonly found: PayeeAccount;
  readonly proposal: NonNullable<PayeeAccount['proposal']>;
}

/** It takes a second person to confirm it; the page says so before somebody tries in vain. */
function Proposed({ found, proposal }: ProposedProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const by = usePersonAndTime();
  const { unionId, version } = found;
  const confirm = useCommand('payeeAccount', 'post', '/unions/{unionId}/payee-account/confirm');
  const withdraw = useCommand('payeeAccount', 'post', '/unions/{unionId}/payee-account/withdraw');
  const refresh = useRefresh('payeeAccount');
  const failed = [confirm, withdraw].find(({ isError }) => isError);
  const isBusy = confirm.isPending || withdraw.isPending;
  return (
    <section aria-label={t('settling.payee.proposed')}>
      <h3>{t('settling.payee.proposed')}</h3>
      <dl className="facts money-facts">
        <AccountFacts account={proposal} />
        <dt>{t('settling.payee.changed')}</dt>
        <dd>{by(proposal.proposedBy, proposal.proposedByName, proposal.proposedAt)}</dd>
      </dl>
      <p>{t(proposal.mayConfirm ? 'settling.payee.check' : 'settling.payee.wait')}</p>
      {failed !== undefined && <Refusal title={t('settling.payee.notDone')} error={failed.error} />}
      <div className="actions">
        {proposal.mayConfirm && (
          <ConfirmButton
            type="primary"
            loading={isBusy}
            question={t('settling.payee.question')}
            confirmText={t('settling.payee.confirm')}
            onConfirm={() => confirm.mutate({ unionId, version }, { onError: refresh })}
          >
            {t('settling.payee.confirm')}
          </ConfirmButton>
        )}
        {holds('finance', 'approver') && (
          <Button
            loading={isBusy}
            onClick={() => withdraw.mutate({ unionId, version }, { onError: refresh })}
          >
            {t('settling.payee.withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
}

function AccountFields({ found, onClose }: { readonly found: PayeeAccount; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const set = useCommand('payeeAccount', 'put', '/unions/{unionId}/payee-account', { onStale: 'refuse' });
  const required = [{ required: true, whitespace: true, message: t('settling.payee.required') }];
  return (
    <CommandForm
      command={set}
      input={({ accountName, accountNumber, bankName }: AccountForm) => ({
        unionId: found.unionId,
        version: found.version,
        body: {
          accountName: accountName.trim(),
          accountNumber: digitsOf(accountNumber),
          bankName: bankName.trim(),
        },
      })}
      submit={t('settling.payee.save')}
      refused={t('settling.payee.refused')}
      onDone={onClose}
      onCancel={onClose}
      {...(found.account === null ? {} : { initialValues: found.account })}
    >
      <Form.Item name="accountName" label={t('settling.payee.accountName')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="accountNumber"
        label={t('settling.payee.accountNumber')}
        extra={t('settling.payee.numberHint')}
        rules={[
          {
            validator: (_rule, text: string | undefined) =>
              numberPattern.test(digitsOf(text ?? ''))
                ? Promise.resolve()
                : Promise.reject(new Error(t('settling.payee.numberInvalid'))),
          },
        ]}
      >
        <Input inputMode="numeric" maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bankName" label={t('settling.payee.bankName')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
