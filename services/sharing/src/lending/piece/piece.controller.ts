import { Controller } from '@nestjs/common';
import {
  AddPiecesRequest,
  type CustodyView,
  EditPieceRequest,
  FindPieceRequest,
  ListCustodyRequest,
  ListPiecesRequest,
  type Page,
  pieceContract,
  PieceIdRequest,
  type PiecesView,
  type PieceView,
  type PrintedFileView,
  RenderLabelsRequest,
  type ScannedPieceView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LabelService } from './label.service.js';
import { PieceQueryService } from './piece-query.service.js';
import { PieceRegisterService } from './piece-register.service.js';

@Controller()
export class PieceController {
  constructor(
    private readonly pieces: PieceRegisterService,
    private readonly queries: PieceQueryService,
    private readonly labels: LabelService,
  ) {}

  @HandlesCommand(pieceContract.add)
  add(@Request() request: AddPiecesRequest, @Call() call: CallContext): Promise<Outcome<PiecesView>> {
    return this.pieces.add(request, call);
  }

  @HandlesQuery(pieceContract.list)
  list(@Request() request: ListPiecesRequest, @Call() call: CallContext): Promise<Page<PieceView>> {
    return this.queries.list(request, call);
  }

  @HandlesCommand(pieceContract.edit)
  edit(@Request() request: EditPieceRequest, @Call() call: CallContext): Promise<Outcome<PieceView>> {
    return this.pieces.edit(request, call);
  }

  @HandlesCommand(pieceContract.retire)
  retire(@Request() request: PieceIdRequest, @Call() call: CallContext): Promise<Outcome<PieceView>> {
    return this.pieces.retire(request, call);
  }

  @HandlesCommand(pieceContract.reinstate)
  reinstate(@Request() request: PieceIdRequest, @Call() call: CallContext): Promise<Outcome<PieceView>> {
    return this.pieces.reinstate(request, call);
  }

  @HandlesQuery(pieceContract.custody)
  custody(@Request() request: ListCustodyRequest, @Call() call: CallContext): Promise<Page<CustodyView>> {
    return this.queries.trail(request, call);
  }

  @HandlesQuery(pieceContract.find)
  find(@Request() request: FindPieceRequest, @Call() call: CallContext): Promise<ScannedPieceView> {
    return this.queries.find(request, call);
  }

  @HandlesQuery(pieceContract.renderLabels)
  renderLabels(@Request() request: RenderLabelsRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.labels.render(request, call);
  }
}
