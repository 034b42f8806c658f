import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { Choice } from '../../../kit/choice.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import {
  assignableFields,
  assigned,
  fieldAt,
  type RosterFieldName,
  type RosterLayout,
  type RosterPreview,
} from './roster.model.js';

interface RosterLayoutFieldProps {
  readonly unionId: string;
  readonly fileKey: string;
  readonly value?: RosterLayout | undefined;
  readonly onChange?: (layout: RosterLayout | undefined) => void;
}

/**
 * Shows the first rows of a roster as they were read, and lets each column be assigned by hand. For another file it is
 * made anew (`key`).
 */
export function RosterLayoutField({ unionId, fileKey, value, onChange }: RosterLayoutFieldProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen>({});
  const preview = usePreview(unionId, fileKey, chosen);
  const { data, isPlaceholderData } = preview;
  useEffect(() => {
    // What was assigned by hand stays until the file is read anew.
    if (data !== undefined && !isPlaceholderData) onChange?.(layoutIn(data));
  }, [data, isPlaceholderData]);
  if (preview.isError) return <Refusal title={t('roster.previewRefused')} error={preview.error} />;
  if (data === undefined) return <LoadingState />;
  const layout = value ?? layoutIn(data);
  return (
    <div className="roster-layout">
      {data.isRemembered && <p className="hint">{t('roster.layoutRemembered')}</p>}
      <div className="row-filter">
        {data.sheets.length > 1 && (
          <Choice<string>
            label={t('roster.sheet')}
            value={`${data.sheet ?? 0}`}
            options={data.sheets.map(({ name, isHidden }, at) => ({
              value: `${at}`,
              label: t(isHidden ? 'roster.sheetHidden' : 'roster.sheetOf', { name }),
            }))}
            onChange={(sheet) => setChosen({ sheet: Number(sheet ?? 0) })}
          />
        )}
        <Choice<string>
          label={t('roster.headerRow')}
          value={`${data.headerRow}`}
          options={rowsToChoose(data).map((row) => ({
            value: `${row}`,
            label: t('roster.headerRowOf', { row: `${row}` }),
          }))}
          onChange={(row) => setChosen({ ...chosen, headerRow: Number(row ?? 1) })}
        />
      </div>
      <PreviewTable data={data} layout={layout} onChange={onChange} />
    </div>
  );
}

interface Chosen {
  readonly sheet?: number;
  readonly headerRow?: number;
}

interface PreviewTableProps {
  readonly data: RosterPreview;
  readonly layout: RosterLayout;
  readonly onChange: RosterLayoutFieldProps['onChange'];
}

function PreviewTable({ data, layout, onChange }: PreviewTableProps) {
  const { t } = useTranslation();
  const width = Math.max(data.header.length, ...data.rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const options = [
    { value: '' as const, label: t('roster.columnUnused') },
    ...assignableFields.map((field) => ({ value: field, label: t(`roster.assignable.${field}`) })),
  ];
  return (
    <div className="preview-scroll">
      <table className="preview">
        <caption className="visually-hidden">{t('roster.previewTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roster.row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                <span>{data.header[column] || t('roster.columnNumber', { number: `${column + 1}` })}</span>
                <Choice<RosterFieldName>
                  label={t('roster.columnIs', {
                    column: data.header[column] || t('roster.columnNumber', { number: `${column + 1}` }),
                  })}
                  options={options}
                  {...valueOf(fieldAt(layout, column))}
                  onChange={(field) => onChange?.(assigned(layout, column, field))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => (
                <td key={column}>{cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueOf(field: RosterFieldName | undefined) {
  return field === undefined ? {} : { value: field };
}

/** The preview of a chosen sheet and header row; of what the platform finds where nothing was chosen. */
function usePreview(unionId: string, fileKey: string, chosen: Chosen) {
  return useQuery({
    queryKey: ['rosterPreview', unionId, fileKey, chosen],
    queryFn: ({ signal }) =>
      request('post', '/member-imports/previews', { body: { unionId, fileKey, ...chosen } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0, // numbers in the clear: dropped with the page
    retry: false,
  });
}

function layoutIn({ sheet, headerRow, columns }: RosterPreview): RosterLayout {
  return { sheet, headerRow, columns };
}

const rowsOffered = 15;

function rowsToChoose({ headerRow }: RosterPreview): number[] {
  const rows = Array.from({ length: Math.max(rowsOffered, headerRow) }, (_, index) => index + 1);
  return rows.slice(Math.max(0, headerRow - rowsOffered));
}
