import { Injectable } from '@nestjs/common';
import {
  type RenderSupplyAndDemandRequest,
  type SupplyAndDemandBehindView,
  type SupplyAndDemandCellRequest,
  supplyAndDemandContract,
  type SupplyAndDemandRequest,
  type SupplyAndDemandView,
} from '@gongxiang/contracts/sharing/finding/supply-and-demand.contract';
import type { ListFormat } from '@gongxiang/contracts/sharing/papers/list-file.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { PrintedFiles, sheetType } from '@gongxiang/messaging/files';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { writeList } from '../../papers/list-file/list-writer.js';
import { monthsOf, periodOf } from './sharing-period.model.js';
import { cellsOf, districtsOf, monthsWith, totalOf } from './supply-and-demand-sums.js';
import { type Asked, SupplyAndDemandRepository } from './supply-and-demand.repository.js';
import { columnsIn, titleIn } from './supply-and-demand-texts.js';

const mediaTypes: Readonly<Record<ListFormat, string>> = {
  xlsx: sheetType,
  csv: 'text/csv',
};

/** Demand and supply of the network: visible to everybody, like the needs and the resources themselves. */
@Injectable()
export class SupplyAndDemandService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sums: SupplyAndDemandRepository,
    private readonly prints: PrintedFiles,
  ) {}

  /** @throws DomainError `PERIOD_EMPTY`, `SHARING_PERIOD_TOO_LONG` */
  @Handles(supplyAndDemandContract.get)
  get(request: SupplyAndDemandRequest, call: CallContext): Promise<SupplyAndDemandView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeSupplyAndDemand, {});
      const asked = askedOf(request);
      const sought = await this.sums.sought(tx, asked);
      const offered = await this.sums.offered(tx, asked);
      const lent = await this.sums.lent(tx, asked);
      const { needs = 0, unmet = 0 } = totalOf(sought) ?? {};
      return {
        from: asked.period.start.toISOString(),
        to: asked.period.end.toISOString(),
        district: asked.district,
        needs,
        unmet,
        offers: totalOf(offered)?.offers ?? 0,
        cells: cellsOf(sought, offered),
        ...districtsOf(sought, offered),
        months: monthsWith(monthsOf(asked.period), sought, lent),
      };
    });
  }

  /** The needs and offers of one cell. @throws as {@link get} does */
  @Handles(supplyAndDemandContract.behind)
  behind(request: SupplyAndDemandCellRequest, call: CallContext): Promise<SupplyAndDemandBehindView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeSupplyAndDemand, {});
      const asked = askedOf(request);
      const cell = { function: request.function, business: request.business ?? null };
      return {
        needs: await this.sums.soughtIn(tx, asked, cell),
        offers: await this.sums.offeredIn(tx, asked, cell),
      };
    });
  }

  /** The cells as a file. @throws as {@link get} and {@link PrintedFiles.print} do */
  @Handles(supplyAndDemandContract.render)
  async render(request: RenderSupplyAndDemandRequest, call: CallContext): Promise<PrintedFileView> {
    const { cells } = await this.get(request, call);
    const title = titleIn(call.locale);
    const { format } = request;
    return this.prints.print(call, async () => ({
      bytes: await writeList({ columns: columnsIn(call.locale), pages: onePage(cells) }, { title, format }),
      contentType: mediaTypes[format],
      fileName: `${title} ${request.from.slice(0, 10)}.${format}`,
    }));
  }
}

function askedOf({ district, ...period }: SupplyAndDemandRequest): Asked {
  return { period: periodOf(period), district: district ?? null };
}

async function* onePage<Line>(lines: readonly Line[]): AsyncGenerator<readonly Line[]> {
  yield lines;
}
