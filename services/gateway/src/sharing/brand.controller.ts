import { Controller } from '@nestjs/common';
import {
  AdoptBrandRequest,
  brandContract,
  BrandIdRequest,
  CreateBrandRequest,
  EditBrandRequest,
  GetBrandRequest,
  ListBrandEditionsRequest,
  ListBrandsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'brands';
const unionId = '019a0000-0000-7000-8000-000000000001';

@Controller()
export class BrandController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'brands', brandContract.create, {
    tag,
    summary: 'Makes a brand of a closed activity: its plan as a template, and it as the first edition',
    example: {
      activityId: '019a0000-0000-7000-8000-000000000002',
      name: '亲子工厂一日游',
      story: '让孩子看看爸爸妈妈上班的地方。',
      adoption: 'open',
    },
  })
  create(@Input() request: CreateBrandRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.create, request, call);
  }

  @Endpoint('GET', 'brands', brandContract.list, {
    tag,
    summary: 'Lists the brands that are published, or all of the unions for which the caller acts',
  })
  list(@Input() request: ListBrandsRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.list, request, call);
  }

  @Endpoint('GET', 'brands/:brandId', brandContract.get, {
    tag,
    summary: 'Shows a brand with its story and its template',
  })
  get(@Input() request: GetBrandRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.get, request, call);
  }

  @Endpoint('PATCH', 'brands/:brandId', brandContract.edit, {
    tag,
    summary: 'Changes a brand; what belongs to the template makes a new version of it',
    ifMatch: true,
    example: { story: '第三届起增加了安全讲解。', tasks: ['安排大巴', '准备安全帽'] },
  })
  edit(@Input() request: EditBrandRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.edit, request, call);
  }

  @Endpoint('POST', 'brands/:brandId/publish', brandContract.publish, {
    tag,
    summary: 'Shows the brand to all unions',
    status: 200,
    example: {},
  })
  publish(@Input() request: BrandIdRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.publish, request, call);
  }

  @Endpoint('POST', 'brands/:brandId/retire', brandContract.retire, {
    tag,
    summary: 'Takes the brand out of the list: its editions stay, and nobody makes another one',
    status: 200,
    example: {},
  })
  retire(@Input() request: BrandIdRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.retire, request, call);
  }

  @Endpoint('POST', 'brands/:brandId/adopt', brandContract.adopt, {
    tag,
    summary: 'Drafts a new edition, with credit to the founder; says what was moved off a holiday',
    example: {
      organiser: { kind: 'union', id: unionId },
      startsAt: '2027-04-10T09:00:00+08:00',
      venue: '一号车间',
    },
  })
  adopt(@Input() request: AdoptBrandRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.adopt, request, call);
  }

  @Endpoint('GET', 'brands/:brandId/editions', brandContract.editions, {
    tag,
    summary: 'Lists the editions that the caller may see, the latest first, with who came',
  })
  editions(@Input() request: ListBrandEditionsRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.editions, request, call);
  }

  @Endpoint('GET', 'brands/:brandId/statistics', brandContract.statistics, {
    tag,
    summary: 'Counts editions, heads and unions, and the share of seats that were used, year by year',
  })
  statistics(@Input() request: BrandIdRequest, @Call() call: CallContext) {
    return this.rpc.call(brandContract.statistics, request, call);
  }
}
