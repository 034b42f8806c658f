import { Injectable } from '@nestjs/common';
import {
  type RenderReportRequest,
  reportContract,
  type ReportGrouping,
} from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, sheetCell, sheetName } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Print, PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { openPaper } from '@gongxiang/paper';
import { writeXlsx } from 'hucre/xlsx';
import { type ReportTable, tableOf } from './report-table.model.js';
import { reportTexts } from './report-texts.model.js';
import { ReportService } from './report.service.js';

/** The parts of a report, in the order of its pages and sheets. */
const parts: readonly ReportGrouping[] = ['union', 'cell', 'month', 'activity'];
/** The name of a row is as wide as three figures. */
const nameShare = 3;

interface ReportDocument {
  readonly title: string;
  readonly subject: string;
  readonly tables: readonly ReportTable[];
}

/** A report as PDF or workbook, for callers who may see the report. */
@Injectable()
export class ReportFileService {
  constructor(
    private readonly reports: ReportService,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError as `ReportService.get` does, as `PrintedFiles.print` does */
  @Handles(reportContract.render)
  async render({ format, ...period }: RenderReportRequest, call: CallContext): Promise<PrintedFileView> {
    const texts = reportTexts[call.locale];
    // Authorised before queueing, so that a caller without permission does not wait for a turn.
    const first = await this.reports.get({ ...period, groupBy: 'union' }, call);
    return this.prints.print(call, async () => {
      const views = [first];
      for (const groupBy of parts.slice(1)) views.push(await this.reports.get({ ...period, groupBy }, call));
      const document = {
        title: texts.title,
        subject: `${first.union.name} ${period.from} – ${period.to}`,
        tables: views.map((view) => tableOf(view, texts)),
      };
      const name = `${first.union.name} ${texts.title} ${period.from}`;
      return format === 'pdf' ? paperOf(document, name, call) : sheetOf(document, name);
    });
  }
}

async function paperOf(document: ReportDocument, name: string, { locale }: CallContext): Promise<Print> {
  const texts = reportTexts[locale];
  const { title, subject, tables } = document;
  const paper = await openPaper({
    title: `${title} ${subject}`,
    locale,
    madeAt: new Date(),
    foot: `${title} · ${subject}`,
    page: texts.page,
  });
  paper.paragraph(title, { size: 18, weight: 'bold', align: 'center' });
  paper.paragraph(subject, { size: 12, align: 'center' });
  for (const table of tables) {
    paper.space(12);
    paper.paragraph(table.title, { size: 13, weight: 'bold' });
    const columns = table.heading.map((heading, place) =>
      place === 0
        ? { title: heading, share: nameShare }
        : { title: heading, share: 1, align: 'right' as const },
    );
    paper.table(
      columns,
      table.rows.map((row) => row.map((cell) => (cell === null ? '—' : printed(cell)))),
      8,
    );
    if (table.truncated) paper.paragraph(texts.truncated, { size: 8 });
  }
  return { bytes: await paper.finish(), contentType: 'application/pdf', fileName: `${name}.pdf` };
}

function printed(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(2);
}

async function sheetOf({ tables }: ReportDocument, name: string): Promise<Print> {
  const bytes = await writeXlsx({
    sheets: tables.map(({ title, heading, rows }) => ({
      name: sheetName(title),
      rows: [heading, ...rows].map((cells) => cells.map(sheetCell)),
      columns: heading.map((_heading, place) => ({ width: place === 0 ? 40 : 14 })),
      freezePane: { rows: 1 },
    })),
  });
  return { bytes: Buffer.from(bytes), contentType: sheetType, fileName: `${name}.xlsx` };
}
