import type { AssignmentTemplateView } from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { FormQuestionDto } from '@gongxiang/contracts/words/form-question';

/** A number that has to be given, from 0. */
function count(id: string, title: string, unit: string): FormQuestionDto {
  return { id, kind: 'number', title, required: true, min: 0, unit };
}

function note(title = '说明'): FormQuestionDto {
  return { id: 'note', kind: 'longText', title, required: false };
}

/** What unions usually ask of those below them. An officer reads and changes it before it is given. */
export const assignmentTemplates: readonly AssignmentTemplateView[] = [
  {
    id: 'quarterly-report',
    days: 10,
    content: {
      title: '工会工作季度报表',
      text: '请填报本季度工会工作情况。人数按季度最后一天，活动和人次按本季度内实际发生的填；参加人次按签到数填。',
      kind: 'task',
      questions: [
        count('members', '会员人数', '人'),
        count('unions', '下级工会数', '家'),
        count('joined', '本季度新入会人数', '人'),
        count('events', '本季度活动场次', '场'),
        count('visits', '本季度参加人次', '人次'),
        note('主要工作和问题'),
      ],
      figures: [
        { questionId: 'members', figure: 'members' },
        { questionId: 'unions', figure: 'unions' },
      ],
    },
  },
  {
    id: 'meeting-notice',
    days: 5,
    content: {
      title: '会议通知',
      text: '会议时间：\n会议地点：\n会议内容：\n参会人员：\n\n请在截止日期前回报参会人员。',
      kind: 'task',
      questions: [
        { id: 'attends', kind: 'yesNo', title: '是否参会', required: true },
        count('people', '参会人数', '人'),
        { id: 'names', kind: 'longText', title: '参会人员姓名和职务', required: false },
        { id: 'phone', kind: 'phone', title: '联系电话', required: true },
        { id: 'note', kind: 'shortText', title: '不能参会的原因', required: false },
      ],
      figures: [],
    },
  },
  {
    id: 'visit-statistics',
    days: 15,
    content: {
      title: '走访慰问情况统计',
      text: '请填报本次走访慰问的户数、人数和金额。只报数字，不报姓名和家庭情况。',
      kind: 'task',
      questions: [
        count('hardship', '走访困难职工', '户'),
        count('model', '走访劳模', '人'),
        count('retired', '走访退休职工', '人'),
        count('frontline', '慰问一线职工', '人'),
        { ...count('money', '慰问金额', '元'), help: '含慰问金和慰问品折价' },
        note(),
      ],
      figures: [],
    },
  },
  {
    id: 'term-change',
    days: 20,
    content: {
      title: '工会换届情况统计',
      text: '请填报本会本届任期和换届安排。任期按选举结果批复的日期填；已到期没有换届的，请写明原因和计划时间。',
      kind: 'task',
      questions: [
        { id: 'since', kind: 'date', title: '本届任期开始日期', required: true },
        { id: 'until', kind: 'date', title: '本届任期届满日期', required: true },
        {
          id: 'stage',
          kind: 'choice',
          title: '换届进度',
          required: true,
          options: [
            { id: 'not-due', label: '未到期' },
            { id: 'preparing', label: '正在筹备' },
            { id: 'done', label: '已完成换届' },
            { id: 'overdue', label: '已到期，未换届' },
          ],
        },
        count('members', '会员人数', '人'),
        count('officers', '工会干部人数', '人'),
        count('women', '其中女干部人数', '人'),
        note('到期未换届的原因和计划时间'),
      ],
      figures: [
        { questionId: 'members', figure: 'members' },
        { questionId: 'officers', figure: 'officers' },
      ],
    },
  },
];
