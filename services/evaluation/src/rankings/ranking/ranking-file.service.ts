import { Injectable } from '@nestjs/common';
import {
  type DownloadRankingRequest,
  rankingContract,
  type RankingFormat,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import type { CallContext, Locale, TableCell } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Print, PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { canonicalJson, type Transaction, Transactions } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { csvOf, workbookOf } from '../../reference/printing/table-file.js';
import { type RankedInput, RankedInputs } from './ranked-inputs.repository.js';
import type { RankingRow } from './ranking.entity.js';
import { RankingReader } from './ranking-reader.service.js';

const types: Readonly<Record<RankingFormat, string>> = {
  xlsx: sheetType,
  csv: 'text/csv',
  json: 'application/json',
};

const headings: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['名次', '组别', '组内名次', '名称', '工会', '数值', '答卷数', '得分编号', '得分依据的哈希'],
  en: [
    'Rank',
    'Group',
    'Rank in group',
    'Name',
    'Union',
    'Figure',
    'Answers',
    'Score id',
    'Hash of the inputs',
  ],
};

/** A ranking with all that it rests on, so that anyone can compute it again. */
@Injectable()
export class RankingFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: RankingReader,
    private readonly inputs: RankedInputs,
    private readonly systems: IndicatorSystemRepository,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `TIME_UP`, `BUSY` */
  @Handles(rankingContract.render)
  render(request: DownloadRankingRequest, call: CallContext): Promise<PrintedFileView> {
    const format = request.as ?? 'xlsx';
    return this.prints.print(call, () =>
      this.transactions.read(call, async (tx): Promise<Print> => {
        const row = await this.reader.findVisible(tx, request.rankingId);
        const bytes = await this[format](tx, row, call.locale);
        return { bytes, contentType: types[format], fileName: `${row.title}.${format}` };
      }),
    );
  }

  private xlsx(tx: Transaction, row: RankingRow, locale: Locale): Promise<Buffer> {
    return workbookOf(row.title, this.rows(tx, row, locale));
  }

  private csv(tx: Transaction, row: RankingRow, locale: Locale): Promise<Buffer> {
    return csvOf(this.rows(tx, row, locale));
  }

  /** What all scores share stands once, at the head: the inputs of a place are `{ ...shared, ...inputs }`. */
  private async json(tx: Transaction, row: RankingRow): Promise<Buffer> {
    const chunks: string[] = [];
    let shared: Readonly<Record<string, unknown>> | null = null;
    for await (const page of this.inputs.pages(tx, row.id)) {
      for (const place of page) {
        const { weights, indicators } = place.inputs;
        if (shared === null) {
          shared = { weights, indicators };
          chunks.push(
            `{"ranking":${JSON.stringify(factsOf(row))},"shared":${JSON.stringify(shared)},"places":[\n`,
          );
        } else chunks.push(',\n');
        chunks.push(JSON.stringify(placeOf(place, shared)));
      }
    }
    chunks.push('\n]}\n');
    return Buffer.from(chunks.join(''));
  }

  /** A row for each place, with the value of each indicator in the unit of its scale. */
  private async *rows(
    tx: Transaction,
    row: RankingRow,
    locale: Locale,
  ): AsyncGenerator<readonly TableCell[]> {
    const { nodes } = await this.systems.find(tx, row.indicatorSystemId);
    const names = new Map(nodes.map(({ key, name }) => [key, name]));
    let ids: readonly string[] | null = null;
    for await (const page of this.inputs.pages(tx, row.id)) {
      for (const place of page) {
        if (ids === null) {
          ids = place.inputs.weights.map(({ id }) => id);
          yield [...headings[locale], ...place.inputs.weights.map((one) => headingOf(one, names))];
        }
        yield [...cellsOf(place), ...ids.map((id) => place.inputs.values[id] ?? null)];
      }
    }
  }
}

function headingOf(
  { id, weight }: { readonly id: string; readonly weight: number },
  names: ReadonlyMap<string, string>,
): string {
  return `${names.get(id) ?? id} (${weight})`;
}

function cellsOf(place: RankedInput): TableCell[] {
  const { rank, groupKey, groupRank, subjectName, unionName, score, answers, scoreId, scoreHash } = place;
  return [rank, groupKey, groupRank, subjectName, unionName, score, answers, scoreId, scoreHash];
}

function factsOf(row: RankingRow): object {
  const { id, title, subjectKind, method, scaling, groupBy, minimumAnswers, state, revision, hash } = row;
  const { indicatorSystemId, weightVersionId, periodFrom, periodTo } = row;
  return {
    id,
    title,
    revision,
    state,
    subjectKind,
    indicatorSystemId,
    weightVersionId,
    method,
    scaling,
    groupBy,
    minimumAnswers,
    from: periodFrom,
    to: periodTo,
    hash,
  };
}

function placeOf(place: RankedInput, shared: Readonly<Record<string, unknown>>): object {
  const { rank, groupKey, groupRank, subjectId, subjectName, score, answers, scoreId, scoreHash } = place;
  const own = Object.entries(place.inputs).filter(
    ([name, value]) => !(name in shared) || canonicalJson(value) !== canonicalJson(shared[name]),
  );
  return {
    rank,
    group: groupKey,
    groupRank,
    subjectId,
    subjectName,
    score,
    answers,
    scoreId,
    scoreHash,
    inputs: Object.fromEntries(own),
  };
}
