import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { localTimeOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { ChangeKind, EnterKind } from './hardship-kind-fields.js';
import { type HardshipKind, standingOf } from './hardship-kind-form.js';

const toneOf = { ahead: 'is-kind', valid: 'is-published', over: 'is-cancelled' } as const;

/** The table of kinds of hardship: every union reads it, and the federation changes it. */
export function HardshipKindListPage() {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<HardshipKind>();
  const query = useRead('hardshipKind', '/hardship-kinds', {});
  return (
    <>
      <PageHead title={t('hardshipKind.title')} back="/service-items" />
      <p className="hint">{t('hardshipKind.hint')}</p>
      <Loaded query={query}>
        {({ items, mayManage }) => (
          <>
            {!mayManage && <p className="hint">{t('hardshipKind.federationOnly')}</p>}
            {mayManage && (
              <FoldedAct title={t('hardshipKind.add')} hint={t('hardshipKind.addHint')}>
                <EnterKind />
              </FoldedAct>
            )}
            {changing !== undefined && (
              <ChangeKind key={changing.id} kind={changing} onClose={() => setChanging(undefined)} />
            )}
            <Kinds kinds={items} {...(mayManage ? { onChange: setChanging } : {})} />
          </>
        )}
      </Loaded>
    </>
  );
}

function todayInChina(): string {
  return localTimeOf(new Date().toISOString()).slice(0, 10);
}

interface KindsProps {
  readonly kinds: readonly HardshipKind[];
  /** Of whoever may change the table. */
  readonly onChange?: (kind: HardshipKind) => void;
}

function Kinds({ kinds, onChange }: KindsProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  if (kinds.length === 0) return <EmptyState text={t('hardshipKind.none')} />;
  const acts: Column<HardshipKind> = {
    key: 'acts',
    title: t('hardshipKind.acts'),
    cell: (kind) => <KindActs kind={kind} onChange={() => onChange?.(kind)} />,
  };
  return (
    <DataTable
      caption={t('hardshipKind.title')}
      columns={onChange === undefined ? columns : [...columns, acts]}
      rows={kinds}
      rowKey={({ id }) => id}
    />
  );
}

function useColumns(): readonly Column<HardshipKind>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = todayInChina();
  return [
    {
      key: 'label',
      title: t('hardshipKind.label'),
      cell: (kind) => {
        const standing = standingOf(kind, today);
        return (
          <span>
            {kind.label}{' '}
            <span className={`tag ${toneOf[standing]}`}>{t(`hardshipKind.standing.${standing}`)}</span>
          </span>
        );
      },
    },
    {
      key: 'incomeMax',
      title: t('hardshipKind.incomeMax'),
      isNumber: true,
      cell: ({ incomeMax }) => (incomeMax === null ? t('hardshipKind.noLimit') : format.money(incomeMax)),
    },
    {
      key: 'days',
      title: t('hardshipKind.days'),
      cell: ({ validFrom, validUntil }) =>
        validUntil === null
          ? t('hardshipKind.from', { from: format.date(validFrom) })
          : t('hardshipKind.fromUntil', { from: format.date(validFrom), until: format.date(validUntil) }),
    },
    { key: 'source', title: t('hardshipKind.source'), cell: ({ source }) => source },
  ];
}

function KindActs({ kind, onChange }: { readonly kind: HardshipKind; readonly onChange: () => void }) {
  const { t } = useTranslation();
  const { id: kindId, version, label, used } = kind;
  const remove = useCommand('hardshipKind', 'delete', '/hardship-kinds/{kindId}');
  // What is over and judged matters stays as it is.
  if (used && standingOf(kind, todayInChina()) === 'over') return null;
  return (
    <div>
      <Button
        aria-label={t(used ? 'hardshipKind.endNamed' : 'hardshipKind.changeNamed', { label })}
        onClick={onChange}
      >
        {t(used ? 'hardshipKind.end' : 'hardshipKind.change')}
      </Button>{' '}
      {!used && (
        <ConfirmButton
          loading={remove.isPending}
          question={t('hardshipKind.removeQuestion', { label })}
          confirmText={t('hardshipKind.remove')}
          aria-label={t('hardshipKind.removeNamed', { label })}
          onConfirm={() => remove.mutate({ kindId, version })}
        >
          {t('hardshipKind.remove')}
        </ConfirmButton>
      )}
      {remove.isError && <Refusal title={t('hardshipKind.notRemoved')} error={remove.error} />}
    </div>
  );
}
