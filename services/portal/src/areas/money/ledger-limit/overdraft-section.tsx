import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { showErrors } from '../../../kit/form-errors.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { useBy } from '../ledger/use-by.js';
import { useOffices } from '../../../session/use-offices.js';
import { LimitFields, limitOf } from './limit-fields.js';
import { type OverdraftRule, useOverdraftRules, useSetOverdraft } from './use-limits.js';

/** How far an account may go below zero: every decision, the newest first, and a new one. */
export function OverdraftSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const columns = useRuleColumns();
  return (
    <section className="card" aria-labelledby="overdraft-title">
      <h2 id="overdraft-title">{t('strictLedger.overdraft.title')}</h2>
      <p className="hint">{t('strictLedger.overdraft.hint')}</p>
      <PagedList list={useOverdraftRules(accountId)} empty={{ text: t('strictLedger.overdraft.empty') }}>
        {(rules) => (
          <DataTable
            caption={t('strictLedger.overdraft.title')}
            columns={columns}
            rows={rules}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      {holds('officer') && <SetOverdraft accountId={accountId} />}
    </section>
  );
}

interface Fields {
  readonly limit?: string;
  readonly reason: string;
}

const fields = ['limit', 'reason'];

function SetOverdraft({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const set = useSetOverdraft(accountId);
  const send = ({ limit, reason }: Fields): void =>
    set.mutate(
      { limit: limitOf(limit), reason: reason.trim() },
      { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <LimitFields label={t('strictLedger.overdraft.amount')} />
      {set.isError && <Refusal title={t('strictLedger.refused')} error={set.error} fields={fields} />}
      <Button htmlType="submit" loading={set.isPending}>
        {t('strictLedger.overdraft.set')}
      </Button>
    </Form>
  );
}

function useRuleColumns(): Column<OverdraftRule>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  const by = useBy();
  return [
    {
      key: 'limit',
      title: t('strictLedger.overdraft.limit'),
      isNumber: true,
      cell: ({ limit }) => (limit === null ? t('strictLedger.limit.none') : money(limit)),
    },
    { key: 'reason', title: t('strictLedger.reason'), cell: ({ reason }) => reason },
    { key: 'by', title: t('strictLedger.limit.setBy'), cell: ({ setBy, setAt }) => by(setBy, setAt) },
  ];
}
