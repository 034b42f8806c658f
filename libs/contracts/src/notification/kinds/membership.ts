import type { NoticeRule } from './notice-rule.js';

export const membershipNotices = {
  changeProposed: {
    urgency: 'soon',
    link: '/pending-changes',
    act: { zh: '确认或拒绝', en: 'Confirm or refuse' },
    zh: {
      title: '有变更待确认',
      lines: [
        '{change, select, role {该工会提名了一人担任角色，须由另一人确认。} union {该工会申请变更名称、层级或代码，请核实后决定。} enterprise {该企业的规模数据有变，规模类别会随之改变，请核实后决定。} passwordReset {该工会为一名会员申请了重置密码的打印码，请先核实确为本人要求。} other {}}',
        '{role, select, officer {角色：工会干部} organiser {角色：策划人} finance {角色：经办} approver {角色：审批} evaluator {角色：评价员} auditor {角色：审计员} operator {角色：平台运维} other {}}',
        '担任到：{lastDay}',
      ],
    },
    en: {
      title: 'A change waits for you',
      lines: [
        '{change, select, role {The union wants to give somebody a role; somebody else has to confirm it.} union {The union wants to change its name, tier or code. Please check it, and decide.} enterprise {The figures of the enterprise have changed, and its size class with them. Please check them, and decide.} passwordReset {The union wants to print a code that sets a member’s password anew. Please make sure that the member has asked for it.} other {}}',
        '{role, select, officer {Role: union officer} organiser {Role: organiser} finance {Role: finance} approver {Role: approver} evaluator {Role: evaluator} auditor {Role: auditor} operator {Role: operator} other {}}',
        'Until the end of: {lastDay}',
      ],
    },
  },
  roleOffered: {
    urgency: 'soon',
    link: '/pending-changes',
    act: { zh: '接受或谢绝', en: 'Accept or decline' },
    zh: {
      title: '请您担任角色',
      lines: [
        '该工会请您担任{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {一个角色}}，您接受后生效。',
        '担任到：{lastDay}',
      ],
    },
    en: {
      title: 'You are offered a role',
      lines: [
        'The union asks you to be {role, select, officer {a union officer} organiser {an organiser} finance {in charge of its finance} approver {an approver} evaluator {an evaluator} auditor {an auditor} operator {an operator} other {in a role}}. It takes effect once you accept.',
        'Until the end of: {lastDay}',
      ],
    },
  },
  roleGiven: {
    urgency: 'soon',
    link: '/waiting',
    zh: {
      title: '您有了新的角色',
      lines: [
        '您在该工会有了新的角色，需要您办的事都列在“等我办理”里，请打开看看。',
        '角色：{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {角色}}',
        '担任到：{lastDay}',
      ],
    },
    en: {
      title: 'You hold a new role',
      lines: [
        'You now hold a role at this union. All that waits for you is listed at “Waiting for me”.',
        'Role: {role, select, officer {union officer} organiser {organiser} finance {finance} approver {approver} evaluator {evaluator} auditor {auditor} operator {operator} other {a role}}',
        'Until the end of: {lastDay}',
      ],
    },
  },
  roleTaken: {
    urgency: 'soon',
    link: '/unions/{unionId}',
    zh: {
      title: '您的角色已收回',
      lines: [
        '您在该工会的一个角色已被收回；已经办的不受影响。有疑问请联系该工会。',
        '角色：{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {角色}}',
      ],
    },
    en: {
      title: 'A role was taken back',
      lines: [
        'You no longer hold this role at the union. What you did stands. Please ask the union if you have questions.',
        'Role: {role, select, officer {union officer} organiser {organiser} finance {finance} approver {approver} evaluator {evaluator} auditor {auditor} operator {operator} other {a role}}',
      ],
    },
  },
  officeWaits: {
    urgency: 'soon',
    link: '/waiting',
    zh: {
      title: '有事等您处理',
      lines: ['有 {count} 件事等您处理，在您来之前就在等，都列在“等我办理”里。'],
    },
    en: {
      title: 'Things wait for you',
      lines: [
        '{count} things wait for you that waited before you came. All of them are listed at “Waiting for me”.',
      ],
    },
  },
  roleEnding: {
    urgency: 'soon',
    link: '/unions/{unionId}',
    zh: {
      title: '角色即将到期',
      lines: [
        '{side, select, person {您在该工会的角色即将到期，{lastDay}之后不再有效。需要继续的，请联系工会干部延长。} other {有人在该工会的角色即将到期，{lastDay}之后不再有效。需要继续的，请延长。}}',
        '角色：{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {角色}}',
      ],
    },
    en: {
      title: 'A role is about to end',
      lines: [
        '{side, select, person {You hold a role at this union until the end of {lastDay}. If it should go on, please ask an officer to lengthen it.} other {Somebody holds a role at this union until the end of {lastDay}. If it should go on, please lengthen it.}}',
        'Role: {role, select, officer {union officer} organiser {organiser} finance {finance} approver {approver} evaluator {evaluator} auditor {auditor} operator {operator} other {a role}}',
      ],
    },
  },
  roleEnded: {
    urgency: 'soon',
    link: '/unions/{unionId}',
    zh: {
      title: '您的角色已到期',
      lines: [
        '您在该工会的角色已到期，从现在起不再有效；已经办的不受影响。',
        '角色：{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {角色}}',
      ],
    },
    en: {
      title: 'Your role has ended',
      lines: [
        'Your role at this union came to its end. What you did stands.',
        'Role: {role, select, officer {union officer} organiser {organiser} finance {finance} approver {approver} evaluator {evaluator} auditor {auditor} operator {operator} other {a role}}',
      ],
    },
  },
  roleKept: {
    urgency: 'soon',
    link: '/unions/{unionId}',
    zh: {
      title: '角色到期后保留',
      lines: [
        '{side, select, person {您的角色已到期，但没有别人担任，因此保留，不再有截止日期。} other {有人的角色已到期，但没有别人担任，因此保留，不再有截止日期。}}请任命接任者，再收回它。',
        '角色：{role, select, officer {工会干部} organiser {策划人} finance {经办} approver {审批} evaluator {评价员} auditor {审计员} operator {平台运维} other {角色}}',
      ],
    },
    en: {
      title: 'A role goes on after its end',
      lines: [
        '{side, select, person {Your role came to its end, but nobody else holds it. So you keep it, without an end.} other {A role came to its end, but nobody else holds it. So it is kept, without an end.}} Please appoint a successor, and then revoke it.',
        'Role: {role, select, officer {union officer} organiser {organiser} finance {finance} approver {approver} evaluator {evaluator} auditor {auditor} operator {operator} other {a role}}',
      ],
    },
  },
  applicationReceived: {
    urgency: 'soon',
    link: '/applications/{applicationId}',
    act: { zh: '批准或拒绝', en: 'Admit or refuse' },
    zh: {
      title: '有入会申请',
      lines: [
        '有人申请加入工会，请在 {at} 前决定，过时可能转由上级工会决定。',
        '{turn, select, escalated {下级工会没有按时决定，申请转到了本会。} forwarded {申请由另一工会转来。} appealed {申请人不服下级工会的拒绝，提出了申诉。} other {}}',
      ],
    },
    en: {
      title: 'Somebody applies to join',
      lines: [
        'Somebody wants to join. Please decide by {at}; after that it may go to the union above.',
        '{turn, select, escalated {The union below has not decided in time.} forwarded {Another union has forwarded it to you.} appealed {The union below has refused, and the applicant has appealed.} other {}}',
      ],
    },
  },
  foundingFiled: {
    urgency: 'soon',
    link: '/union-foundings/{foundingId}',
    act: { zh: '批准、退回或拒绝', en: 'Approve, return or refuse' },
    zh: { title: '有建会申请', lines: ['该企业的职工申请建立工会，请在 {at} 前决定。'] },
    en: {
      title: 'A union is to be founded',
      lines: ['Workers of this enterprise want to found a union. Please decide by {at}.'],
    },
  },
  foundingElected: {
    urgency: 'soon',
    link: '/union-foundings/{foundingId}',
    act: { zh: '确认或退回选举结果', en: 'Confirm or return the election' },
    zh: { title: '选举结果待确认', lines: ['新工会的选举结果已报来，请在 {at} 前确认。'] },
    en: {
      title: 'An election waits for you',
      lines: ['The new union has reported whom it has elected. Please confirm it by {at}.'],
    },
  },
  // Complaints are matters now: these three are raised no more, and inboxes still have some.
  intakeReceived: {
    urgency: 'soon',
    link: '/intake/{intakeId}',
    zh: {
      title: '有职工反映',
      lines: [
        '{intake, select, complaint {有一条投诉，请在 {at} 前答复。} suggestion {有一条建议，请在 {at} 前答复。} question {有一个问题，请在 {at} 前答复。} other {请在 {at} 前答复。}}',
      ],
    },
    en: {
      title: 'A message waits for an answer',
      lines: [
        '{intake, select, complaint {Somebody has a complaint. Please answer by {at}.} suggestion {Somebody has a suggestion. Please answer by {at}.} question {Somebody has a question. Please answer by {at}.} other {Please answer by {at}.}}',
      ],
    },
  },
  intakeAnswered: {
    urgency: 'soon',
    link: '/intake/{intakeId}',
    zh: {
      title: '反映有答复了',
      lines: [
        '{partyName}答复了您的反映。请打开查看：解决了就点“解决了”，没解决可以再问；{at} 前不回复，将自动办结。',
      ],
    },
    en: {
      title: 'Your message is answered',
      lines: [
        '{partyName} has answered you. Open it and say whether it is resolved, or ask again; it closes by itself on {at}.',
      ],
    },
  },
  intakeClosed: {
    urgency: 'whenever',
    link: '/intake/{intakeId}',
    zh: { title: '反映已办结', lines: ['您的反映已经办结，打开可以看到原因。'] },
    en: { title: 'Your message is closed', lines: ['What you wrote is closed; open it to see why.'] },
  },
  memberMergeProposed: {
    urgency: 'soon',
    link: '/member-merges/{mergeId}',
    act: { zh: '批准或拒绝', en: 'Approve or refuse' },
    zh: { title: '有档案合并待决定', lines: ['有两份档案可能是同一个人，请核实后决定是否合并。'] },
    en: {
      title: 'A merge of records waits for you',
      lines: ['Two records may be of one person. Please check them, and decide whether they become one.'],
    },
  },
  correctionAsked: {
    urgency: 'soon',
    link: '/corrections/{correctionId}',
    act: { zh: '核实后决定', en: 'Check and decide' },
    zh: { title: '有信息更正待决定', lines: ['有一名会员的登记信息要更正，请核实后决定。'] },
    en: {
      title: 'A correction waits for you',
      lines: ['What is on record of a member is to be corrected. Please check it, and decide.'],
    },
  },
  erasureFiled: {
    urgency: 'soon',
    link: '/paper-erasures/{erasureId}',
    act: { zh: '确认或退回', en: 'Confirm or refuse' },
    zh: {
      title: '有书面删除申请待确认',
      lines: ['有人登记了一份删除个人信息的书面申请，请核对原件。您确认后，七天后办理。'],
    },
    en: {
      title: 'A request on paper waits for you',
      lines: [
        'A request on paper to erase somebody’s data was filed. Please check the paper: once you confirm it, the data are erased after seven days.',
      ],
    },
  },
  erasureOnPaper: {
    urgency: 'now',
    link: '/account/erasure',
    act: { zh: '不是您要求的，请撤回', en: 'Take it back if you have not asked for it' },
    zh: {
      title: '您的个人信息将被删除',
      lines: ['您的工会收到了书面申请，您的个人信息将在 {at} 删除。如果不是您的意思，请在此之前撤回。'],
    },
    en: {
      title: 'Your data will be erased',
      lines: [
        'Your union was asked on paper to erase your data, which begins at {at}. If you do not want that, please take it back before.',
      ],
    },
  },
  phoneChangeWaiting: {
    urgency: 'now',
    link: '/account#phone',
    act: { zh: '不是您要求的，请停止', en: 'Stop it if you have not asked for it' },
    zh: {
      title: '您的登录手机号将更换',
      lines: ['您的登录手机号将在 {at} 更换。如果不是您要求的，请在此之前停止。'],
    },
    en: {
      title: 'Your phone will be changed',
      lines: [
        'The phone that you sign in with changes at {at}. If you have not asked for it, please stop it before.',
      ],
    },
  },
  transferAsked: {
    urgency: 'soon',
    link: '/membership-transfers/{transferId}',
    act: { zh: '同意或拒绝', en: 'Agree or refuse' },
    zh: {
      title: '有会籍接转待答复',
      lines: [
        '{side, select, person {您的会籍要转到{partyName}，请在 {at} 前同意或拒绝，过时作废。} other {有一名会员要转入{partyName}，请在 {at} 前同意或拒绝，过时作废。}}',
      ],
    },
    en: {
      title: 'A transfer waits for your answer',
      lines: [
        '{side, select, person {Your membership is to move to {partyName}. Please agree or refuse by {at}; after that it lapses.} other {A member is to move to {partyName}. Please agree or refuse by {at}; after that it lapses.}}',
      ],
    },
  },
  transferLeaving: {
    urgency: 'soon',
    link: '/membership-transfers/{transferId}',
    act: { zh: '同意或提出异议', en: 'Agree or object' },
    zh: {
      title: '有会员要转出',
      lines: ['有一名会员要转到{partyName}。请在 {at} 前同意或提出异议，过时视为同意。'],
    },
    en: {
      title: 'A member is to leave for another union',
      lines: ['A member is to move to {partyName}. Please agree or object by {at}; silence is consent.'],
    },
  },
  transferDisputed: {
    urgency: 'soon',
    link: '/membership-transfers/{transferId}',
    act: { zh: '裁定', en: 'Decide' },
    zh: { title: '会籍接转有异议', lines: ['转出工会不同意把一名会员转到{partyName}，请您裁定。'] },
    en: {
      title: 'A transfer is disputed',
      lines: ['The union that a member leaves objects to the move to {partyName}. Please decide.'],
    },
  },
  transferHeldUp: {
    urgency: 'soon',
    link: '/membership-transfers/{transferId}',
    act: { zh: '先交出职务', en: 'Hand over your office first' },
    zh: {
      title: '会籍接转还差一步',
      lines: ['各方都同意您转到{partyName}，但您是一个工会唯一的干部。请先交出职务，接转随后生效。'],
    },
    en: {
      title: 'Your transfer waits for one more step',
      lines: [
        'Everybody agrees to your move to {partyName}, but you are the only officer of a union. Please hand over your office; the transfer then takes effect.',
      ],
    },
  },
  rosterChecked: {
    urgency: 'soon',
    link: '/member-imports/{importId}',
    act: { zh: '决定并导入', en: 'Decide and load it' },
    zh: {
      title: '名册已核对，还没导入',
      lines: [
        '将新增 {created} 人，更新 {updated} 人。请在 {at} 前导入，之后文件会删除。',
        '有 {ambiguous} 行可能是已登记的人，请先逐行决定。',
      ],
    },
    en: {
      title: 'A roster is checked, and not yet loaded',
      lines: [
        'It adds {created} and updates {updated}. Please load it by {at}; after that the file is deleted.',
        'Rows that may be of somebody on record: {ambiguous}. Please decide on each of them first.',
      ],
    },
  },
  unionTransferProposed: {
    urgency: 'soon',
    link: '/union-transfers/{unionTransferId}',
    act: { zh: '确认或拒绝', en: 'Confirm or refuse' },
    zh: { title: '有整体接转待决定', lines: ['该工会的全体会员要转到{partyName}，请核实后决定。'] },
    en: {
      title: 'All members of a union are to move',
      lines: ['All members of the union are to move to {partyName}. Please check it, and decide.'],
    },
  },
  committeeElectionProposed: {
    urgency: 'soon',
    link: '/committee-elections/{committeeElectionId}',
    act: { zh: '批准或驳回', en: 'Approve or refuse' },
    zh: { title: '有委员会选举结果待审批', lines: ['该工会报来委员会选举结果，请核实后审批。'] },
    en: {
      title: 'An election of a committee waits for you',
      lines: ['The union has reported whom it has elected. Please check the result, and decide.'],
    },
  },
  committeeTermEnding: {
    urgency: 'soon',
    link: '/unions/{unionId}/committees',
    act: { zh: '查看并申报换届', en: 'Look, and file the next election' },
    zh: {
      title: '委员会任期将满，请及时换届',
      lines: [
        '{committee, select, audit {经费审查委员会} women {女职工委员会} other {工会委员会}}的任期到{lastDay}为止。请按期换届，并把选举结果报上级工会审批。',
      ],
    },
    en: {
      title: 'The term of a committee is about to end',
      lines: [
        'The term of the {committee, select, audit {audit committee} women {women’s committee} other {trade union committee}} ends on {lastDay}. Please hold the next election in time, and file its result with the union above.',
      ],
    },
  },
  unionClosingProposed: {
    urgency: 'soon',
    link: '/union-closings/{unionClosingId}',
    act: { zh: '确认或拒绝', en: 'Confirm or refuse' },
    zh: { title: '有撤销工会的申报待决定', lines: ['有人申报撤销该工会，请核实依据后决定。'] },
    en: {
      title: 'A union is to be closed',
      lines: ['Somebody has filed that the union is closed. Please check the ground, and decide.'],
    },
  },
  dataBreachRecorded: {
    urgency: 'now',
    link: '/data-breaches/{dataBreachId}',
    act: { zh: '确认或退回', en: 'Confirm or refuse' },
    zh: {
      title: '有个人信息泄露登记待确认',
      lines: ['有人登记了一起个人信息泄露，请尽快核实。您确认后，相关人员才会收到通知。'],
    },
    en: {
      title: 'A breach of personal information waits for you',
      lines: [
        'Somebody has recorded a breach of personal information. Please check it soon: the people affected are notified once you have confirmed it.',
      ],
    },
  },
  // What article 57 of the Personal Information Protection Law wants people to be told.
  dataBreach: {
    urgency: 'now',
    link: '/account/data-breaches/{dataBreachId}',
    forMany: true,
    always: 'byDay',
    zh: {
      title: '个人信息泄露通知',
      lines: [
        '您的个人信息发生或可能发生了泄露、篡改、丢失，依照《个人信息保护法》第五十七条通知您。',
        '本次为更正，与先前通知不同之处：{changes}',
        '涉及的信息：{kindsZh}',
        '原因：{cause}',
        '可能造成的危害：{harm}',
        '我们已采取的措施：{measures}',
        '您可以这样减轻危害：{advice}',
        '联系：{contact}',
      ],
    },
    en: {
      title: 'Notice of a breach of personal information',
      lines: [
        'Personal information of yours was, or may have been, leaked, altered or lost. The Personal Information Protection Law (article 57) entitles you to know.',
        'This corrects an earlier notice. What has changed: {changes}',
        'What it concerns: {kindsEn}',
        'The cause: {cause}',
        'What harm may come of it: {harm}',
        'What we have done: {measures}',
        'What you can do: {advice}',
        'Whom to ask: {contact}',
      ],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
