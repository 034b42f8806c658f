import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { plainFigure } from '../../../kit/plain-figure.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';

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

function OneAccount({ found }: { readonly found: PayeeAccount }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { account, changedAt, changedByName } = found;
  if (isOpen) return <AccountFields found={found} onClose={() => setOpen(false)} />;
  return (
    <>
      {account === null ? (
        <p>{t('settling.payee.ownNone')}</p>
      ) : (
        <dl className="facts money-facts">
          <dt>{t('settling.payee.accountName')}</dt>
          <dd>{account.accountName}</dd>
          <dt>{t('settling.payee.accountNumber')}</dt>
          <dd>{account.accountNumber}</dd>
          <dt>{t('settling.payee.bankName')}</dt>
          <dd>{account.bankName}</dd>
          <dt>{t('settling.payee.changed')}</dt>
          <dd>
            {[changedByName, changedAt === null ? null : instant(changedAt)].filter(Boolean).join(' · ')}
          </dd>
        </dl>
      )}
      <p className="actions">
        <Button onClick={() => setOpen(true)}>
          {t(account === null ? 'settling.payee.name' : 'settling.payee.change')}
        </Button>
      </p>
    </>
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
      confirm={{ question: t('settling.payee.question'), text: t('settling.payee.save') }}
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
