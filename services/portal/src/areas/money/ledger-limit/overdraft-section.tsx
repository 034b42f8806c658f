import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useBy } from '../ledger/use-by.js';
import { useOffices } from '../../../session/use-offices.js';
import { LimitFields, limitOf } from './limit-fields.js';

/** The overdraft limits of an account, the newest first, and a form for a new one. */
export function OverdraftSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const list = useList('overdraftRule', '/accounts/{accountId}/overdraft-rules', { accountId });
  const columns = useRuleColumns();
  return (
    <section className="card" aria-labelledby="overdraft-title">
      <h2 id="overdraft-title">{t('strictLedger.overdraft.title')}</h2>
      <p className="hint">{t('strictLedger.overdraft.hint')}</p>
      <PagedList list={list} empty={{ text: t('strictLedger.overdraft.empty') }}>
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

type OverdraftRule = components['schemas']['OverdraftRuleView'];

interface RuleForm {
  readonly limit?: string;
  readonly reason: string;
}

function SetOverdraft({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RuleForm>();
  const set = useCommand('overdraftRule', 'post', '/accounts/{accountId}/overdraft-rules');
  return (
    <CommandForm
      form={form}
      command={set}
      input={({ limit, reason }) => ({
        accountId,
        body: { limit: limitOf(limit), reason: reason.trim() },
      })}
      submit={t('strictLedger.overdraft.set')}
      refused={t('strictLedger.refused')}
      secondary
      onDone={() => form.resetFields()}
    >
      <LimitFields label={t('strictLedger.overdraft.amount')} />
    </CommandForm>
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
    {
      key: 'by',
      title: t('strictLedger.limit.setBy'),
      cell: ({ setById, setBy, setAt }) => by(setById, setBy, setAt),
    },
  ];
}
