import type { texts as chinese } from '../zh-CN/unionMerger.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  unionMerger: {
    title: 'Merge into another union',
    of: '{{name}}: merge into another union',
    hint: 'A merger is two filings: all members move to the union that goes on, and this one is closed on the ground of a merger. Both can be filed at once; the closing is confirmed when all members have moved. Another officer of the parent union decides on each.',
    into: 'Union that goes on',
    chosen: 'Merges into <union/>',
    now: 'Before you merge it',
    after: 'After the merger',
    who: { members: 'Members', officers: 'Officers', money: 'Funds' },
    members:
      'Their membership ends here and begins there on the same day. Registrations, loans and history stay; dues follow the rule of the new union.',
    officers: 'Offices here end with the closing, and are granted again in the union that goes on.',
    money: 'Funds and property go to the union that goes on; accounts are settled and handed over.',
    transferStep: 'First: move all members',
    closingStep: 'Second: file the closing',
    filed: 'Filed: {{state}}',
    open: 'See the filing',
    again: 'Some members are still here: all of them can be moved again.',
    waits: 'The closing can be filed now; it is confirmed when all members have moved.',
    done: 'Both are done: the unions have merged.',
  },
};
