import { Controller } from '@nestjs/common';
import {
  ChangeIndicatorSystemRequest,
  CompareIndicatorSystemsRequest,
  CreateIndicatorSystemRequest,
  indicatorSystemContract,
  IndicatorSystemRequest,
  indicatorTemplateContract,
  ListIndicatorSystemsRequest,
  ListIndicatorTemplatesRequest,
  ReturnIndicatorSystemRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const exampleNodes = [
  { key: 'people', name: '参与方评价', parentKey: null, leaf: null },
  {
    key: 'liked',
    name: '满意度',
    parentKey: 'people',
    leaf: {
      kind: 'survey',
      scaleMin: 1,
      scaleMax: 5,
      direction: 'max',
      function: 'service',
      business: 'culture',
    },
  },
  {
    key: 'came',
    name: '到场率',
    parentKey: null,
    leaf: {
      kind: 'fact',
      fact: 'attendanceRate',
      scaleMin: 0,
      scaleMax: 1,
      direction: 'max',
      function: 'people',
      business: 'participation',
    },
  },
];

@Controller()
export class IndicatorSystemController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'indicator-systems', indicatorSystemContract.create, {
    tag: 'indicators',
    summary: 'Drafts a tree of indicators',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      name: '共建共享效能评价',
      nodes: exampleNodes,
    },
  })
  create(@Input() request: CreateIndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.create, request, call);
  }

  @Endpoint('GET', 'indicator-systems', indicatorSystemContract.list, {
    tag: 'indicators',
    summary: 'Published indicator systems, newest first; drafts to those who tend them',
  })
  list(@Input() request: ListIndicatorSystemsRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.list, request, call);
  }

  @Endpoint('GET', 'indicator-systems/:systemId', indicatorSystemContract.get, {
    tag: 'indicators',
    summary: 'One indicator system',
  })
  get(@Input() request: IndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.get, request, call);
  }

  @Endpoint('PATCH', 'indicator-systems/:systemId', indicatorSystemContract.change, {
    tag: 'indicators',
    summary: 'Changes a draft',
    ifMatch: true,
    example: {
      name: '共建共享效能评价',
      nodes: exampleNodes,
    },
  })
  change(@Input() request: ChangeIndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.change, request, call);
  }

  @Endpoint('POST', 'indicator-systems/:systemId/review', indicatorSystemContract.review, {
    tag: 'indicators',
    summary: 'Passes a draft that somebody else wrote last',
    status: 200,
  })
  review(@Input() request: IndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.review, request, call);
  }

  @Endpoint('POST', 'indicator-systems/:systemId/return', indicatorSystemContract.sendBack, {
    tag: 'indicators',
    summary: 'Sends what was reviewed back to be written on, with the reason',
    status: 200,
    example: { reason: '“人均成本”缺少目标值' },
  })
  sendBack(@Input() request: ReturnIndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.sendBack, request, call);
  }

  @Endpoint('POST', 'indicator-systems/:systemId/publish', indicatorSystemContract.publish, {
    tag: 'indicators',
    summary: 'Publishes what was reviewed, which then never changes',
    status: 200,
  })
  publish(@Input() request: IndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.publish, request, call);
  }

  @Endpoint('POST', 'indicator-systems/:systemId/copy', indicatorSystemContract.copy, {
    tag: 'indicators',
    summary: 'Starts the next version as a draft',
  })
  copy(@Input() request: IndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.copy, request, call);
  }

  @Endpoint('POST', 'indicator-systems/:systemId/retire', indicatorSystemContract.retire, {
    tag: 'indicators',
    summary: 'Retires a published system: nothing new is made by it, and what rests on it stays',
    status: 200,
  })
  retire(@Input() request: IndicatorSystemRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.retire, request, call);
  }

  @Endpoint('GET', 'indicator-systems/:systemId/diff', indicatorSystemContract.compare, {
    tag: 'indicators',
    summary: 'What became of each node since another version: added, removed, moved, renamed, changed',
  })
  compare(@Input() request: CompareIndicatorSystemsRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorSystemContract.compare, request, call);
  }

  @Endpoint('GET', 'indicator-templates', indicatorTemplateContract.list, {
    tag: 'indicators',
    summary: 'The systems that come with the platform, each with weights to begin with',
  })
  templates(@Input() request: ListIndicatorTemplatesRequest, @Call() call: CallContext) {
    return this.rpc.call(indicatorTemplateContract.list, request, call);
  }
}
