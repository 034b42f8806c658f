import { Controller } from '@nestjs/common';
import {
  type ActivityCopyView,
  AdoptBrandRequest,
  brandContract,
  type BrandEditionView,
  BrandIdRequest,
  type BrandLineView,
  type BrandStatisticsView,
  type BrandView,
  CreateBrandRequest,
  EditBrandRequest,
  GetBrandRequest,
  ListBrandEditionsRequest,
  ListBrandsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AdoptionService } from './adoption.service.js';
import { BrandReader } from './brand.reader.js';
import { BrandService } from './brand.service.js';

@Controller()
export class BrandController {
  constructor(
    private readonly brands: BrandService,
    private readonly adoption: AdoptionService,
    private readonly reader: BrandReader,
  ) {}

  @HandlesCommand(brandContract.create)
  create(@Request() request: CreateBrandRequest, @Call() call: CallContext): Promise<Outcome<BrandView>> {
    return this.brands.create(request, call);
  }

  @HandlesCommand(brandContract.edit)
  edit(@Request() request: EditBrandRequest, @Call() call: CallContext): Promise<Outcome<BrandView>> {
    return this.brands.edit(request, call);
  }

  @HandlesCommand(brandContract.publish)
  publish(@Request() request: BrandIdRequest, @Call() call: CallContext): Promise<Outcome<BrandView>> {
    return this.brands.publish(request, call);
  }

  @HandlesCommand(brandContract.retire)
  retire(@Request() request: BrandIdRequest, @Call() call: CallContext): Promise<Outcome<BrandView>> {
    return this.brands.retire(request, call);
  }

  @HandlesCommand(brandContract.adopt)
  adopt(
    @Request() request: AdoptBrandRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityCopyView>> {
    return this.adoption.adopt(request, call);
  }

  @HandlesQuery(brandContract.get)
  get(@Request() request: GetBrandRequest, @Call() call: CallContext): Promise<BrandView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(brandContract.list)
  list(@Request() request: ListBrandsRequest, @Call() call: CallContext): Promise<Page<BrandLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(brandContract.editions)
  editions(
    @Request() request: ListBrandEditionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<BrandEditionView>> {
    return this.reader.editions(request, call);
  }

  @HandlesQuery(brandContract.statistics)
  statistics(@Request() request: BrandIdRequest, @Call() call: CallContext): Promise<BrandStatisticsView> {
    return this.reader.statistics(request, call);
  }
}
