import '../../../kit/styles/list-page.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { BulkPayments } from './bulk-payments.js';
import { Arrears } from './dues-facts.js';
import { DuesRules } from './dues-rules.js';
import { duesReaders, useKeepsDues } from './use-dues-offices.js';

/** The dues of a union: its rules, and what each member owes and has paid. */
export function DuesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const union = search.get('union') ?? unionIdsOf(...duesReaders)[0];
  const list = useList('dues', '/dues', union === undefined ? undefined : { union });
  const keeps = useKeepsDues(union);
  const [isPaying, setIsPaying] = useState(false);
  const choose = (chosen: string | undefined): void => {
    setIsPaying(false);
    setSearch(chosen === undefined ? {} : { union: chosen });
  };
  return (
    <ListPage
      title={t('app.page.dues')}
      actions={
        union !== undefined && (
          <>
            {keeps && !isPaying && (
              <Button type="primary" onClick={() => setIsPaying(true)}>
                {t('dues.pay.title')}
              </Button>
            )}
            <ButtonLink to={`/dues/receipts?union=${union}`} isPlain>
              {t('dues.receipts.title')}
            </ButtonLink>
          </>
        )
      }
      intro={
        <>
          <p className="hint">{t('dues.noRightLost')}</p>
          <UnionOfDues union={union} onChange={choose} />
          {union !== undefined && <DuesRules key={union} unionId={union} />}
          {union !== undefined && isPaying && (
            <BulkPayments key={union} unionId={union} onClose={() => setIsPaying(false)} />
          )}
        </>
      }
      list={list}
      empty={{ text: t('dues.empty'), action: <Link to="/members">{t('dues.toMembers')}</Link> }}
      table={{
        rowKey: ({ memberId }) => memberId,
        columns: [
          {
            key: 'member',
            title: t('dues.member'),
            cell: ({ memberId, memberName }) => (
              <Link to={`/members/${memberId}/dues`} className="cell-link">
                {memberName}
              </Link>
            ),
          },
          {
            key: 'monthly',
            title: t('dues.monthly'),
            isNumber: true,
            cell: ({ monthly }) => (monthly === null ? t('dues.noWage') : format.money(monthly)),
          },
          { key: 'due', title: t('dues.due'), isNumber: true, cell: ({ due }) => format.money(due) },
          { key: 'paid', title: t('dues.paid'), isNumber: true, cell: ({ paid }) => format.money(paid) },
          {
            key: 'arrears',
            title: t('dues.arrears'),
            isNumber: true,
            cell: (dues) => <Arrears dues={dues} />,
            order: ({ arrears }) => BigInt(arrears.amount),
          },
        ],
      }}
      exported={{
        name: t('dues.title'),
        columns: [
          { title: t('dues.member'), text: ({ memberName }) => memberName },
          {
            title: t('dues.monthly'),
            kind: 'money',
            text: ({ monthly }) => (monthly === null ? '' : yuanOf(monthly.amount)),
          },
          { title: t('dues.due'), kind: 'money', text: ({ due }) => yuanOf(due.amount) },
          { title: t('dues.paid'), kind: 'money', text: ({ paid }) => yuanOf(paid.amount) },
          { title: t('dues.arrears'), kind: 'money', text: ({ arrears }) => yuanOf(arrears.amount) },
        ],
      }}
    />
  );
}

interface UnionOfDuesProps {
  readonly union: string | undefined;
  readonly onChange: (union: string | undefined) => void;
}

export function UnionOfDues({ union, onChange }: UnionOfDuesProps) {
  const { t } = useTranslation();
  return (
    <div className="list-filters">
      <UnionPicker
        label={t('dues.union')}
        none={t('dues.chooseUnion')}
        roles={duesReaders}
        {...(union === undefined ? {} : { value: union })}
        onChange={onChange}
      />
    </div>
  );
}
