import { Injectable } from '@nestjs/common';
import {
  figureContract,
  type FigureImportView,
  type ImportFiguresRequest,
} from '@gongxiang/contracts/evaluation/scores/figure.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { FigureFile } from './figure-file.js';
import { FigureService } from './figure.service.js';

/** Reads an uploaded file before the transaction, as it comes by the network. */
@Injectable()
export class FigureImporter {
  constructor(
    private readonly figures: FigureService,
    private readonly file: FigureFile,
  ) {}

  @Handles(figureContract.import)
  async import(request: ImportFiguresRequest, call: CallContext): Promise<Outcome<FigureImportView>> {
    await this.figures.requireImporter(request, call);
    const content = await this.file.read(request.fileKey, call);
    return this.figures.import(request, call, content);
  }
}
