import { Controller } from '@nestjs/common';
import {
  figureContract,
  type FigureImportView,
  type FigureView,
  ImportFiguresRequest,
  ListFiguresRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { FigureImporter } from './figure-importer.js';
import { FigureService } from './figure.service.js';

@Controller()
export class FigureController {
  constructor(
    private readonly figures: FigureService,
    private readonly importer: FigureImporter,
  ) {}

  @HandlesCommand(figureContract.import)
  import(
    @Request() request: ImportFiguresRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<FigureImportView>> {
    return this.importer.import(request, call);
  }

  @HandlesQuery(figureContract.list)
  list(@Request() request: ListFiguresRequest, @Call() call: CallContext): Promise<Page<FigureView>> {
    return this.figures.list(request, call);
  }
}
