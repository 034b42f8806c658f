import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { request } from '../../../api/request.js';
import { uploadFile } from '../../../api/upload.js';
import { useRead } from '../../../api/use-read.js';
import { useSubmit } from '../../../api/use-submit.js';
import { Input } from '../../../kit/input.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { type CellToMend, cellsToMend, keyOfCell, type Mended } from './mending.model.js';
import { mendedFile, rememberFile, rememberedFile, useRosterRows } from './roster-file.js';
import { inFile, type MemberImport, type RosterLayout } from './roster.model.js';
import { useProblemText } from './use-problem-text.js';

/** As many can be mended at a time; whoever has more is quicker in the spreadsheet. */
const rowsMax = 200;

/** What keeps rows out is typed anew here, and the whole roster is checked once more. */
export function MendRows({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const file = rememberedFile(found.id);
  if (found.state !== 'checked' || found.progress.rejected === 0) return null;
  if (file?.layout === undefined) return null;
  return isOpen ? (
    <Cells found={found} fileKey={file.fileKey} layout={file.layout} />
  ) : (
    <p>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {t('roster.mend')}
      </Button>
    </p>
  );
}

interface CellsProps {
  readonly found: MemberImport;
  readonly fileKey: string;
  readonly layout: RosterLayout;
}

function Cells({ found, fileKey, layout }: CellsProps) {
  const { t } = useTranslation();
  const [mended, setMended] = useState<Mended>({});
  const rejected = useRead('memberImport', '/member-imports/{importId}/rows', {
    importId: found.id,
    state: 'rejected',
    limit: rowsMax,
  });
  const { data: roster } = useRosterRows(found);
  const check = useCheckAgain({ found, fileKey, layout });
  if (rejected.data === undefined || roster === undefined) return <LoadingState rows={4} />;
  const cells = cellsToMend(rejected.data.items, layout, roster);
  return (
    <form
      className="mend-rows"
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(mended);
      }}
    >
      <p className="hint">{t('roster.mendHint')}</p>
      <ul className="plain-list">
        {cells.map((cell) => (
          <OneCell
            key={keyOfCell(cell)}
            cell={cell}
            who={inFile(roster[cell.row - 1] ?? [])}
            value={mended[keyOfCell(cell)] ?? cell.text}
            onChange={(text) => setMended({ ...mended, [keyOfCell(cell)]: text })}
          />
        ))}
      </ul>
      {check.isError && <Refusal title={t('roster.checkRefused')} error={check.error} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={check.isPending}
        disabled={Object.keys(mended).length === 0}
      >
        {t('roster.checkAgain')}
      </Button>
    </form>
  );
}

/** The mended file is another import: nothing of the first is written. */
function useCheckAgain({ found, fileKey, layout }: CellsProps) {
  const navigate = useNavigate();
  return useSubmit({
    touches: ['memberImport'],
    send: async (mended: Mended, key) => {
      const file = await mendedFile(found, fileKey, mended);
      const { signal } = new AbortController();
      const kept = await uploadFile(file, { onProgress: () => undefined, signal });
      // Only the sheet of the roster is written again.
      const again = { ...layout, sheet: layout.sheet === null ? null : 0 };
      const body = { unionId: found.unionId, fileKey: kept.key, dryRun: true, layout: again };
      const { id } = await request('post', '/member-imports', { body }, { key });
      rememberFile(id, { fileKey: kept.key, layout: again });
      void navigate(`/member-imports/${id}`, { replace: true });
    },
  });
}

interface OneCellProps {
  readonly cell: CellToMend;
  readonly who: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function OneCell({ cell: { row, field, problems }, who, value, onChange }: OneCellProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const label = t('roster.mendCell', { row: `${row}`, field: t(`roster.assignable.${field}`) });
  return (
    <li>
      <label>
        <span>
          {label} <span className="hint">{who}</span>
        </span>
        <Input
          aria-label={label}
          value={value}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className="field-error">{problems.map(problemText).join(t('common.separator'))}</p>
    </li>
  );
}
