import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { actOf, type BookkeepingMandate, type BookkeepingUse, pathOf } from './bookkeeping.model.js';

interface UsesProps {
  readonly mandate: BookkeepingMandate;
}

/** Each act for the other union: when, by whom, on what, and the amount. */
export function BookkeepingUses({ mandate }: UsesProps) {
  const { t } = useTranslation();
  const list = useList('mandate', '/bookkeeping-mandates/{mandateId}/uses', { mandateId: mandate.id });
  const exported = useExportColumns();
  const columns = useColumns();
  return (
    <PagedList list={list} empty={{ text: t('bookkeeping.noUses') }}>
      {(items) => (
        <>
          <DataTable caption={t('bookkeeping.uses')} columns={columns} rows={items} rowKey={({ id }) => id} />
          <ExportButton
            fileName={t('bookkeeping.exportName', { union: mandate.fromUnionName })}
            fetchPage={list.fetchPage}
            columns={exported}
          />
        </>
      )}
    </PagedList>
  );
}

/** The act and its object, in words. */
function useWords(): (use: BookkeepingUse) => string {
  const { t } = useTranslation();
  return ({ action, title, kind }) =>
    `${t(`bookkeeping.act.${actOf(action)}`)} · ${title ?? t(`bookkeeping.about.${kind}`)}`;
}

function useColumns(): Column<BookkeepingUse>[] {
  const { t } = useTranslation();
  const { instant, money } = useFormat();
  const nameOf = useNameOf();
  const wordsOf = useWords();
  return [
    { key: 'at', title: t('bookkeeping.at'), cell: ({ at }) => instant(at) },
    {
      key: 'who',
      title: t('bookkeeping.who'),
      cell: ({ personId, maskedName }) => nameOf(personId, maskedName) ?? t('bookkeeping.somebody'),
    },
    {
      key: 'what',
      title: t('bookkeeping.what'),
      cell: (use) => (
        <p>
          <Link to={pathOf(use)}>{wordsOf(use)}</Link>
        </p>
      ),
    },
    {
      key: 'amount',
      title: t('bookkeeping.amount'),
      isNumber: true,
      cell: ({ amount }) => (amount === null ? '' : money(amount)),
    },
  ];
}

function useExportColumns(): ExportColumn<BookkeepingUse>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const wordsOf = useWords();
  return [
    { title: t('bookkeeping.at'), text: ({ at }) => at },
    { title: t('bookkeeping.who'), text: ({ personId, maskedName }) => nameOf(personId, maskedName) ?? '' },
    { title: t('bookkeeping.what'), text: wordsOf },
    {
      title: t('bookkeeping.amount'),
      text: ({ amount }) => (amount === null ? '' : yuanOf(amount.amount)),
    },
  ];
}
