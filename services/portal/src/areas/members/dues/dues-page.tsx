import '../../../kit/styles/list-page.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { MemberName } from '../../../session/member-name.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { YearChoice } from '../../../session/year-choice.js';
import { BulkPayments } from './bulk-payments.js';
import { Arrears } from './dues-facts.js';
import { DuesRules } from './dues-rules.js';
import { DuesSums } from './dues-sums.js';
import { duesReaders, useKeepsDues } from './use-dues-offices.js';

/** The dues of a union: its rules, and what each member owes and has paid. */
export function DuesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [isPaying, setIsPaying] = useState(false);
  const [{ union, isUnpaid, year, group }, change] = useDuesFilters();
  const filters =
    union === undefined
      ? undefined
      : { union, ...(isUnpaid && { unpaid: true }), ...(group !== undefined && { group }) };
  const list = useList('dues', '/dues', filters);
  // A column of zeros would hide the few who owe or have paid something.
  const unlessNone = (sum: { readonly amount: string }): string =>
    sum.amount === '0' ? '' : format.money(sum);
  return (
    <ListPage
      title={t('app.page.dues')}
      actions={union !== undefined && <DuesActs unionId={union} isPaying={isPaying} onPay={setIsPaying} />}
      intro={
        <>
          <p className="hint">{t('dues.hint')}</p>
          <UnionOfDues
            union={union}
            onChange={(chosen) => {
              setIsPaying(false);
              change({ union: chosen ?? '', group: '' });
            }}
          >
            {union !== undefined && (
              <MoreFilters union={union} year={year} isUnpaid={isUnpaid} group={group} onChange={change} />
            )}
          </UnionOfDues>
          {union !== undefined && (
            <OfUnion
              key={union}
              unionId={union}
              year={year}
              group={group}
              isPaying={isPaying}
              onPay={setIsPaying}
            />
          )}
        </>
      }
      list={list}
      empty={
        isUnpaid
          ? { text: t('dues.emptyUnpaid') }
          : { text: t('dues.empty'), action: <Link to="/members">{t('dues.toMembers')}</Link> }
      }
      table={{
        rowKey: ({ memberId }) => memberId,
        columns: [
          {
            key: 'member',
            title: t('dues.member'),
            cell: ({ memberId, personId, memberName }) => (
              <Link to={`/members/${memberId}/dues`} className="cell-link">
                <MemberName personId={personId} mask={memberName} />
              </Link>
            ),
          },
          {
            key: 'monthly',
            title: t('dues.monthly'),
            isNumber: true,
            cell: ({ monthly }) => (monthly === null ? t('dues.noWage') : unlessNone(monthly)),
          },
          { key: 'due', title: t('dues.due'), isNumber: true, cell: ({ due }) => unlessNone(due) },
          { key: 'paid', title: t('dues.paid'), isNumber: true, cell: ({ paid }) => unlessNone(paid) },
          {
            key: 'arrears',
            title: t('dues.arrears'),
            isNumber: true,
            cell: (dues) =>
              dues.arrears.amount === '0' && dues.due.amount === '0' ? '' : <Arrears dues={dues} />,
            order: ({ arrears }) => BigInt(arrears.amount),
          },
          { key: 'reference', title: t('dues.reference'), cell: ({ reference }) => reference },
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
          { title: t('dues.reference'), text: ({ reference }) => reference },
        ],
      }}
    />
  );
}

interface PayingProps {
  readonly unionId: string;
  readonly isPaying: boolean;
  readonly onPay: (isPaying: boolean) => void;
}

function DuesActs({ unionId, isPaying, onPay }: PayingProps) {
  const { t } = useTranslation();
  const keeps = useKeepsDues(unionId);
  const isOfficer = useReaches(unionId, ['officer']);
  return (
    <>
      {keeps && !isPaying && (
        <Button type="primary" onClick={() => onPay(true)}>
          {t('dues.pay.title')}
        </Button>
      )}
      <ButtonLink to={`/dues/receipts?union=${unionId}`} isPlain>
        {t('dues.receipts.title')}
      </ButtonLink>
      {isOfficer && (
        <ButtonLink to={`/dues/lapses?union=${unionId}`} isPlain>
          {t('dues.toLapses')}
        </ButtonLink>
      )}
    </>
  );
}

/** What is known of the union as a whole, and the form in which payments are recorded. */
function OfUnion({
  unionId,
  year,
  group,
  isPaying,
  onPay,
}: PayingProps & Pick<DuesFilters, 'year' | 'group'>) {
  return (
    <>
      <DuesSums unionId={unionId} year={year} group={group} />
      <DuesRules unionId={unionId} />
      {isPaying && <BulkPayments unionId={unionId} onClose={() => onPay(false)} />}
    </>
  );
}

interface DuesFilters {
  readonly union: string | undefined;
  readonly isUnpaid: boolean;
  readonly year: number | undefined;
  readonly group: string | undefined;
}

/** As they stand in the address; blank where nothing is chosen. */
type Addressed = Readonly<Partial<Record<'union' | 'unpaid' | 'year' | 'group', string>>>;

function useDuesFilters(): [DuesFilters, (part: Addressed) => void] {
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const year = /^\d{4}$/.exec(search.get('year') ?? '');
  const filters = {
    union: search.get('union') ?? unionIdsOf(...duesReaders)[0],
    isUnpaid: search.get('unpaid') === 'true',
    year: year === null ? undefined : Number(year[0]),
    group: search.get('group') ?? undefined,
  };
  const change = (part: Addressed): void =>
    setSearch((before) => searchOf<Addressed>({ ...Object.fromEntries(before), ...part }));
  return [filters, change];
}

interface MoreFiltersProps extends Pick<DuesFilters, 'year' | 'isUnpaid' | 'group'> {
  readonly union: string;
  readonly onChange: (part: Addressed) => void;
}

function MoreFilters({ union, year, isUnpaid, group, onChange }: MoreFiltersProps) {
  const { t } = useTranslation();
  return (
    <>
      <YearChoice
        label={t('dues.year')}
        none={t('dues.allYears')}
        value={year}
        onChange={(chosen) => onChange({ year: chosen === undefined ? '' : String(chosen) })}
      />
      <Choice<'true'>
        label={t('dues.arrears')}
        {...(isUnpaid ? { value: 'true' as const } : {})}
        options={[
          { value: '', label: t('dues.all') },
          { value: 'true', label: t('dues.onlyUnpaid') },
        ]}
        onChange={(chosen) => onChange({ unpaid: chosen ?? '' })}
      />
      <GroupChoice union={union} group={group} onChange={onChange} />
    </>
  );
}

/** As many as one union has at most. */
const groupsMax = 200;

/** The groups of the union; where there is none there is nothing to choose. */
function GroupChoice({ union, group, onChange }: Pick<MoreFiltersProps, 'union' | 'group' | 'onChange'>) {
  const { t } = useTranslation();
  const mayList = useReaches(union, duesReaders);
  const groups = useRead(
    'group',
    '/unions/{unionId}/groups',
    mayList ? { unionId: union, limit: groupsMax } : undefined,
  );
  const offered = (groups.data?.items ?? []).filter(({ id, active }) => active || id === group);
  if (offered.length === 0) return null;
  return (
    <Choice<string>
      label={t('dues.group')}
      {...(group === undefined ? {} : { value: group })}
      options={[
        { value: '', label: t('dues.allGroups') },
        ...offered.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => onChange({ group: chosen ?? '' })}
    />
  );
}

interface UnionOfDuesProps {
  /** Further filters. */
  readonly children?: ReactNode;
  readonly union: string | undefined;
  readonly onChange: (union: string | undefined) => void;
}

export function UnionOfDues({ union, onChange, children }: UnionOfDuesProps) {
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
      {children}
    </div>
  );
}
