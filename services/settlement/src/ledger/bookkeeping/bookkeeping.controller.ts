import { Controller } from '@nestjs/common';
import {
  bookkeepingContract,
  BookkeepingMandateRequest,
  type BookkeepingMandateView,
  type BookkeepingUseView,
  ListBookkeepingMandatesRequest,
  ListBookkeepingUsesRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { BookkeepingService } from './bookkeeping.service.js';

@Controller()
export class BookkeepingController {
  constructor(private readonly books: BookkeepingService) {}

  @HandlesQuery(bookkeepingContract.list)
  list(
    @Request() request: ListBookkeepingMandatesRequest,
    @Call() call: CallContext,
  ): Promise<Page<BookkeepingMandateView>> {
    return this.books.list(request, call);
  }

  @HandlesQuery(bookkeepingContract.get)
  get(
    @Request() request: BookkeepingMandateRequest,
    @Call() call: CallContext,
  ): Promise<BookkeepingMandateView> {
    return this.books.get(request, call);
  }

  @HandlesQuery(bookkeepingContract.uses)
  uses(
    @Request() request: ListBookkeepingUsesRequest,
    @Call() call: CallContext,
  ): Promise<Page<BookkeepingUseView>> {
    return this.books.uses(request, call);
  }
}
