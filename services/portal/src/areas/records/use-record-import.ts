import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.js';
import { useSubmit } from '../../api/use-submit.js';
import { matchedMembers } from '../../session/matched-members.js';
import type { RecordKind } from './record.model.js';
import { fileBytesMax, tableOf } from './import-file.js';
import {
  type CheckedRow,
  type ImportLine,
  type LineReport,
  personKey,
  reported,
  requestsOf,
  withPeople,
} from './import-lines.model.js';
import { type FileRow, type ImportColumn, readRows } from './import-rows.model.js';
import { importWords } from './import-words.js';

/** As many lines as the platform takes at a time. */
const linesAtOnce = 500;

type FileProblem =
  | { readonly code: 'wrongFile' | 'tooLarge' | 'tooManyRows' | 'noRows' }
  | { readonly code: 'noColumns'; readonly missing: readonly ImportColumn[] };

export interface CheckedFile {
  readonly head: readonly string[];
  readonly rows: readonly CheckedRow[];
}

/** A file from its choice to its results. All of it is gone once the page is left. */
export function useRecordImport() {
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [file, setFile] = useState<CheckedFile | null>(null);
  const check = useMutation({
    mutationFn: async ({ chosen, kind }: { readonly chosen: File; readonly kind: RecordKind }) => {
      setProblem(null);
      const read = await readFile(chosen, kind);
      if ('code' in read) setProblem(read);
      else setFile({ head: read.head, rows: await checkedRows(read.rows) });
    },
    gcTime: 0, // names and numbers: dropped with the page
  });
  const enter = useSubmit({
    send: async (lines: readonly ImportLine[], key) => {
      // What is done is shown as it is done: another press goes on with the rest.
      for (const [index, some] of requestsOf(lines, linesAtOnce).entries()) {
        const report = await request(
          'post',
          '/record-imports',
          { body: { lines: some } },
          { key: `${key}-${index}` },
        );
        setFile((now) => now && { ...now, rows: reported(now.rows, report.lines, true) });
      }
    },
    touches: ['personRecord'],
  });
  const forget = (): void => {
    setFile(null);
    setProblem(null);
    check.reset();
    enter.reset();
  };
  return { problem, file, check, enter, forget };
}

async function readFile(
  chosen: File,
  kind: RecordKind,
): Promise<FileProblem | { readonly head: readonly string[]; readonly rows: readonly FileRow[] }> {
  if (chosen.size > fileBytesMax) return { code: 'tooLarge' };
  const table = await tableOf(chosen).catch(() => null);
  if (table === null) return { code: 'wrongFile' };
  const read = readRows(table, importWords, kind);
  if (read.state === 'read') return read;
  return read.state === 'noColumns' ? { code: 'noColumns', missing: read.missing } : { code: read.state };
}

/** Finds the people of the rows, and asks what would become of each. */
async function checkedRows(rows: readonly FileRow[]): Promise<CheckedRow[]> {
  const keys = rows.filter(({ problems }) => problems.length === 0).map(personKey);
  const matches = await matchedMembers([...new Set(keys)]);
  const found = new Map(matches.map(({ line, members }) => [line, members]));
  const named = withPeople(rows, (key) => found.get(key) ?? []);
  const reports: LineReport[] = [];
  for (const lines of requestsOf(
    named.flatMap(({ sent }) => sent ?? []),
    linesAtOnce,
  )) {
    const { lines: answered } = await request('post', '/record-imports/preview', { body: { lines } }, {});
    reports.push(...answered);
  }
  return reported(named, reports, false);
}
