import { Inject, Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import type { ExportWord } from '@gongxiang/contracts/words/export-words';
import {
  type DataKind,
  type DataReason,
  type DataTerm,
  type ExportedFilesView,
  type ExportPageRequest,
  type ExportPageView,
  type KeptDataView,
  type LookKind,
  looksMax,
  type LooksView,
  personDataContract,
} from '@gongxiang/contracts/words/person-data';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import type { CallContext } from '@gongxiang/domain';
import type { DataKeyConfig } from '@gongxiang/observability';
import {
  countPersonData,
  dataCipher,
  exportPersonData,
  listPersonFiles,
  looksAt,
  type PersonDataPlan,
  type PersonExport,
  type PersonFilesPlan,
  type SealedColumn,
  Transactions,
} from '@gongxiang/persistence';
import { Handles } from '../rpc/index.js';
import { CONFIG } from './tokens.js';

/** What people are given, by table, under words that every service uses alike. */
export type ExportedByWord = Readonly<
  Record<string, Readonly<Partial<Record<ExportWord, string | SealedColumn>>>>
>;

/** What a service has of people, and gives them; its own key opens what is sealed. */
export interface OwnDataSource {
  readonly data: PersonDataPlan;
  readonly columns: ExportedByWord;
  /** SQL of `(name, union_name)` of whoever has looked, with the id `l.viewer_id`. */
  readonly viewer: string;
  readonly sealedPlaces?: PersonExport['sealed']['places'];
  /** Left out by a service that keeps no file. */
  readonly files?: PersonFilesPlan;
}

/** The calls by which every service counts and gives what it has of the caller, in the words of the contract. */
export function ownDataService(
  service: MergeService,
  { data, columns, viewer, sealedPlaces = [], files }: OwnDataSource,
): new (...args: never[]) => object {
  const contract = personDataContract(service);

  @Injectable()
  class OwnDataService {
    private readonly source: PersonExport;

    constructor(
      private readonly transactions: Transactions,
      @Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>,
    ) {
      this.source = {
        data,
        columns: columns as PersonExport['columns'],
        sealed: { cipher: dataCipher(config), places: sealedPlaces },
      };
    }

    @Handles(contract.count)
    count(_request: NoRequest, call: CallContext): Promise<KeptDataView> {
      return this.transactions.read(call, async (tx) => {
        const counts = await countPersonData(tx, data, tx.personId);
        const items = counts.map(({ kind, count, reason, term }) => ({
          kind: kind as DataKind,
          count,
          reason: reason as DataReason,
          term: term as DataTerm,
        }));
        return { items };
      });
    }

    @Handles(contract.looks)
    looks(_request: NoRequest, call: CallContext): Promise<LooksView> {
      return this.transactions.read(call, async (tx) => ({
        looks: (await looksAt(tx, viewer, tx.personId, looksMax)).map((look) => ({
          ...look,
          what: look.what as LookKind,
        })),
      }));
    }

    @Handles(contract.page)
    page({ after }: ExportPageRequest, call: CallContext): Promise<ExportPageView> {
      return this.transactions.read(call, async (tx) => {
        const { parts, next } = await exportPersonData(tx, this.source, tx.personId, after ?? null);
        return {
          parts: parts.map(({ kind, rows }) => ({ kind: kind as DataKind, rows: JSON.stringify(rows) })),
          next,
        };
      });
    }

    @Handles(contract.files)
    files({ after }: ExportPageRequest, call: CallContext): Promise<ExportedFilesView> {
      return this.transactions.read(call, async (tx) => {
        const source = { files: files?.files ?? [], sealed: this.source.sealed };
        const page = await listPersonFiles(tx, source, tx.personId, after ?? null);
        return {
          files: page.files.map((file) => ({ ...file, kind: file.kind as DataKind })),
          next: page.next,
        };
      });
    }
  }
  return OwnDataService;
}
