import type { NoticeRule } from './notice-rule.js';

export const activitiesNotices = {
  activityCancelled: {
    urgency: 'now',
    link: '/activities/{activityId}',
    zh: { title: '活动取消', lines: ['活动取消了。', '原因：{reason}'] },
    en: { title: 'Activity cancelled', lines: ['The activity is cancelled.', 'Reason: {reason}'] },
  },
  activityChanged: {
    urgency: 'now',
    link: '/activities/{activityId}',
    zh: {
      title: '活动变更',
      lines: [
        '开始时间由 {startsAtBefore} 改为 {startsAt}。',
        '地点改为：{venue}。',
        '{placeUnknown, select, yes {地点有变，新地点待定，请留意活动页面。} other {}}',
      ],
    },
    en: {
      title: 'Activity changed',
      lines: [
        'It starts on {startsAt} instead of {startsAtBefore}.',
        'It takes place here now: {venue}.',
        '{placeUnknown, select, yes {The place has changed, and the new one is not known yet; please look at the activity.} other {}}',
      ],
    },
  },
  reminder: {
    urgency: 'now',
    link: '/activities/{activityId}',
    zh: {
      title: '提醒',
      lines: [
        '{anchor, select, poolOpens {“{poolName}”{at} 开放报名。} signUpCloses {报名将于 {at} 截止，您还没有报名。} other {活动将于 {at} 开始。}}',
        '您的名额还没有确认，请在 {expiresAt} 前打开活动确认。',
      ],
    },
    en: {
      title: 'Reminder',
      lines: [
        '{anchor, select, poolOpens {Sign-up for “{poolName}” opens at {at}.} signUpCloses {Sign-up closes at {at}, and you have not signed up.} other {It begins at {at}.}}',
        'You have not accepted your seat yet. Please open the activity and do so by {expiresAt}.',
      ],
    },
  },
  message: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: { title: '组织者消息', lines: [] },
    en: { title: 'Message of the organiser', lines: [] },
  },
  questionAnswered: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '问题有答复', lines: ['您的问题有了答复，请打开活动查看。'] },
    en: {
      title: 'Your question is answered',
      lines: ['Your question has an answer; please open the activity.'],
    },
  },
  questionHidden: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '问题被隐藏', lines: ['您的问题已被组织者隐藏。', '原因：{reason}'] },
    en: {
      title: 'Your question is hidden',
      lines: ['The organiser has hidden your question.', 'Reason: {reason}'],
    },
  },
  questionsWaiting: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    act: { zh: '答复', en: 'Answer' },
    zh: { title: '有提问等您答复', lines: ['还没有答复的提问：{count} 个。'] },
    en: { title: 'Questions wait for you', lines: ['Questions without an answer: {count}.'] },
  },
  taskOpen: {
    urgency: 'soon',
    link: '/activities/{activityId}/organise',
    act: { zh: '办理任务', en: 'Do the task' },
    remindsItself: true,
    zh: { title: '有任务要办', lines: ['请办理“{taskTitle}”。', '期限：{dueOn}。'] },
    en: { title: 'A task to do', lines: ['Please see to “{taskTitle}”.', 'It is due on {dueOn}.'] },
  },
  taskDue: {
    urgency: 'soon',
    link: '/activities/{activityId}/organise',
    zh: { title: '任务将到期', lines: ['{partyName}的任务“{taskTitle}”{dueOn}到期，还没有办妥。'] },
    en: {
      title: 'Task due soon',
      lines: ['The task “{taskTitle}” of {partyName} is due on {dueOn} and not done yet.'],
    },
  },
  invitedToHost: {
    urgency: 'soon',
    link: '/co-host-invitations',
    act: { zh: '接受或婉拒', en: 'Accept or decline' },
    zh: {
      title: '收到合办邀请',
      lines: ['活动 {startsAt} 开始，请接受、婉拒或提出其他条件。', '邀请方：{partyName}'],
    },
    en: {
      title: 'Invited to co-host',
      lines: [
        'The activity begins at {startsAt}. Please accept, decline or propose other terms.',
        'Invited by: {partyName}',
      ],
    },
  },
  invitationCountered: {
    urgency: 'soon',
    link: '/activities/{activityId}/organise',
    act: { zh: '重新邀请或撤回', en: 'Invite again or withdraw' },
    zh: {
      title: '合办邀请有新条件',
      lines: ['受邀方对合办邀请提出了其他条件，请打开活动的筹办页面查看。', '受邀方：{partyName}'],
    },
    en: {
      title: 'Other terms for co-hosting',
      lines: [
        'The invited side would host on other terms; please open the organising page.',
        'Invited: {partyName}',
      ],
    },
  },
  agreementToSign: {
    urgency: 'soon',
    link: '/activities/{activityId}/agreement',
    act: { zh: '阅读并签署', en: 'Read and sign' },
    zh: { title: '协议待签署', lines: ['合办协议第 {number} 版等您签署。', '签署方：{partyName}'] },
    en: {
      title: 'An agreement to sign',
      lines: ['Version {number} of the agreement waits for your signature.', 'Signed for: {partyName}'],
    },
  },
  agreementRefused: {
    urgency: 'soon',
    link: '/activities/{activityId}/agreement',
    act: { zh: '重新提出协议', en: 'Propose another version' },
    zh: {
      title: '协议未通过核对',
      lines: ['合办协议第 {number} 版的分摊规则或经费有问题，不能签署。请看原因，改好后重新提出。'],
    },
    en: {
      title: 'The agreement was refused',
      lines: [
        'Version {number} cannot be signed, as its rule or its funds are not sound. Please see why, and propose another version.',
      ],
    },
  },
  coHostLeft: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: {
      title: '合办方退出',
      lines: ['{partyName}退出了合办。原协议已终止，请现有各方签署新协议。', '原因：{reason}'],
    },
    en: {
      title: 'A co-host has left',
      lines: [
        '{partyName} hosts no more. The agreement has ended: those who stay need a new one.',
        'Reason: {reason}',
      ],
    },
  },
  brandAdopted: {
    urgency: 'whenever',
    link: '/brands/{brandId}',
    zh: { title: '品牌被采用', lines: ['{partyName}采用了这个品牌，正在筹办新的一届。'] },
    en: { title: 'Brand adopted', lines: ['{partyName} has adopted this brand and prepares a new edition.'] },
  },
  adoptionAsked: {
    urgency: 'soon',
    link: '/brands/{brandId}',
    act: { zh: '同意或拒绝', en: 'Approve or refuse' },
    zh: { title: '品牌采用申请', lines: ['{partyName}申请采用这个品牌，请打开品牌页面答复。'] },
    en: {
      title: 'Request for a brand',
      lines: ['{partyName} asks to hold this brand; please open it and decide.'],
    },
  },
  adoptionApproved: {
    urgency: 'whenever',
    link: '/brands/{brandId}',
    zh: { title: '品牌申请通过', lines: ['首创工会同意{partyName}采用这个品牌。'] },
    en: { title: 'Brand approved', lines: ['The founder has approved that {partyName} holds this brand.'] },
  },
  adoptionRefused: {
    urgency: 'whenever',
    link: '/brands/{brandId}',
    zh: { title: '品牌申请未通过', lines: ['首创工会没有同意{partyName}采用这个品牌。', '原因：{reason}'] },
    en: {
      title: 'Brand refused',
      lines: ['The founder has not approved that {partyName} holds this brand.', 'Reason: {reason}'],
    },
  },
  proposalMade: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    act: { zh: '支持或婉拒', en: 'Sponsor or decline' },
    zh: { title: '职工提议了活动', lines: ['本会职工提议 {startsAt} 举办这个活动，请打开答复。'] },
    en: {
      title: 'A worker proposes an activity',
      lines: ['A worker of your union proposes this activity for {startsAt}; please open it and decide.'],
    },
  },
  proposalWaiting: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: { title: '提议待答复', lines: ['一位职工的提议已等待一周，请打开答复。'] },
    en: {
      title: 'Proposal waits',
      lines: ['What a worker proposed has waited for a week; please open it and decide.'],
    },
  },
  proposalSponsored: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '提议获支持', lines: ['{partyName}支持您的提议并接手主办，您的名字会一直留在活动上。'] },
    en: {
      title: 'Proposal sponsored',
      lines: ['{partyName} sponsors your proposal and organises it; your name stays on it.'],
    },
  },
  proposalDeclined: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '提议未采纳', lines: ['{partyName}没有采纳您的提议。', '原因：{reason}'] },
    en: {
      title: 'Proposal declined',
      lines: ['{partyName} has declined your proposal.', 'Reason: {reason}'],
    },
  },
  activityToClose: {
    urgency: 'soon',
    link: '/activities/{activityId}/organise',
    act: { zh: '结束活动', en: 'Close the activity' },
    zh: { title: '活动待结束', lines: ['活动时间已过。请核对签到，然后结束活动，到场记录才会生效。'] },
    en: {
      title: 'An activity to close',
      lines: [
        'Its time has passed. Please look through the check-ins and close it; only then do they count.',
      ],
    },
  },
  attendanceCorrected: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '到场记录已更正', lines: ['您的到场记录已更正。', '原因：{reason}'] },
    en: { title: 'Attendance corrected', lines: ['Your attendance was corrected.', 'Reason: {reason}'] },
  },
  delegationGiven: {
    urgency: 'soon',
    link: '/account#delegations',
    zh: {
      title: '您获得一项授权',
      lines: [
        '您可以办理{partyName}的事了，有效期至{at}。',
        '{openEnded, select, yes {您可以办理{partyName}的事了，有效期至收回为止。} other {}}',
        '{ofPerson, select, yes {一位职工请您代办本人的事。打开可以看是谁、到什么时候。} other {}}',
      ],
    },
    en: {
      title: 'Something is delegated to you',
      lines: [
        'You may act for {partyName} from now on, until {at}.',
        '{openEnded, select, yes {You may act for {partyName} from now on, until it is revoked.} other {}}',
        '{ofPerson, select, yes {A worker asks you to act for them. Open it to see who, and until when.} other {}}',
      ],
    },
  },
  delegationRevoked: {
    urgency: 'soon',
    link: '/account#delegations',
    zh: {
      title: '一项授权被收回',
      lines: [
        '{partyName}的授权已被收回，您不能再办；已经办的不受影响。',
        '{ofPerson, select, yes {一位职工收回了请您代办本人事务的授权；已经办的不受影响。} other {}}',
      ],
    },
    en: {
      title: 'A delegation was revoked',
      lines: [
        'You no longer act for {partyName}: it was revoked. What you did stands.',
        '{ofPerson, select, yes {A worker no longer asks you to act for them. What you did stands.} other {}}',
      ],
    },
  },
  delegationEnded: {
    urgency: 'whenever',
    link: '/account#delegations',
    zh: {
      title: '一项授权已到期',
      lines: [
        '{partyName}的授权已到期，您不能再办；已经办的不受影响。',
        '{ofPerson, select, yes {您代办一位职工本人事务的授权已到期；已经办的不受影响。} other {}}',
      ],
    },
    en: {
      title: 'A delegation has ended',
      lines: [
        'You no longer act for {partyName}: it came to its end. What you did stands.',
        '{ofPerson, select, yes {You no longer act for a worker: it came to its end. What you did stands.} other {}}',
      ],
    },
  },
  albumWaiting: {
    urgency: 'soon',
    link: '/activities/{activityId}/album',
    act: { zh: '审核照片', en: 'Decide on the pictures' },
    zh: { title: '相册待审核', lines: ['等您审核的照片：{count} 张。'] },
    en: { title: 'Pictures wait for you', lines: ['Pictures in the album that wait for you: {count}.'] },
  },
  albumReported: {
    urgency: 'soon',
    link: '/activities/{activityId}/album',
    act: { zh: '恢复或隐藏', en: 'Show or hide them' },
    zh: { title: '照片被举报', lines: ['有人不愿在照片里公开出现，照片已先隐藏，请决定：{count} 张。'] },
    en: {
      title: 'Pictures were reported',
      lines: [
        'Somebody does not want to be seen in pictures. They are hidden until you have decided: {count}.',
      ],
    },
  },
  albumApproved: {
    urgency: 'whenever',
    link: '/activities/{activityId}/album',
    zh: { title: '照片已展示', lines: ['主办方已展示您上传的照片。'] },
    en: { title: 'Your pictures are shown', lines: ['The hosts show the pictures that you added.'] },
  },
  albumHidden: {
    urgency: 'whenever',
    link: '/activities/{activityId}/album',
    zh: {
      title: '照片被隐藏',
      lines: [
        '{reported, select, yes {有人不愿在您上传的一张照片里公开出现，照片先隐藏，由主办方决定。} other {主办方隐藏了您上传的一张照片。}}',
        '原因：{reason}',
      ],
    },
    en: {
      title: 'A picture is hidden',
      lines: [
        '{reported, select, yes {Somebody does not want to be seen in a picture that you added. It is hidden until the hosts have decided.} other {The hosts have hidden a picture that you added.}}',
        'Reason: {reason}',
      ],
    },
  },
  albumReportDecided: {
    urgency: 'whenever',
    link: '/activities/{activityId}/album',
    zh: {
      title: '照片举报有结果',
      lines: [
        '{shown, select, yes {主办方处理了您的举报：照片恢复展示。如有异议，可以投诉。} other {主办方处理了您的举报：照片不再展示。}}',
        '原因：{reason}',
      ],
    },
    en: {
      title: 'Your report is decided',
      lines: [
        '{shown, select, yes {The hosts have decided on your report: the picture is shown again. If you disagree, you can complain.} other {The hosts have decided on your report: the picture is shown no more.}}',
        'Reason: {reason}',
      ],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
