import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { answeredOutcome } from './complaint-move.model.js';

/**
 * How anybody complains, suggests or asks, from the first day of a network. The federation may change it as any other service;
 * matters keep the edition under which they were sent.
 */
export const complaintDefinition: ServiceDefinition = {
  name: '投诉与建议',
  category: 'appeal',
  summary: '不满意的、想改进的、想问的，写给您的工会。承诺七天答复；到期没有答复，自动提交上一级工会。',
  guidance: '七天答复是工会的承诺，不是法定期限。可以不署名，凭受理编号和查询码看答复。',
  applicants: 'everybody',
  anonymous: true,
  questions: [
    {
      id: 'kind',
      kind: 'choice',
      title: '您要说的是',
      required: true,
      options: [
        { id: 'complaint', label: '投诉' },
        { id: 'suggestion', label: '建议' },
        { id: 'question', label: '提问' },
      ],
    },
    { id: 'text', kind: 'longText', title: '内容', help: '发生了什么，希望怎样解决。', required: true },
    { id: 'page', kind: 'shortText', title: '在平台的哪个页面', required: false },
  ],
  papers: [{ id: 'photo', title: '照片', help: '看得清问题的照片', required: false }],
  handledAt: 'own',
  acceptWithin: { count: 2, days: 'working' },
  decideWithin: { count: 7, days: 'calendar' },
  secondPerson: false,
  outcomes: [
    { id: 'solved', label: '已解决' },
    { id: answeredOutcome, label: '已答复' },
    { id: 'passed-on', label: '已转有关部门' },
  ],
};
