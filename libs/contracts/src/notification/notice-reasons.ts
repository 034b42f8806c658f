/** Why somebody is notified, in Chinese and English. */
export const noticeReasonWords = {
  registered: ['您收到这条通知，是因为您报了名。', 'You are told because you signed up.'],
  waited: ['您收到这条通知，是因为您在候补。', 'You are told because you are on the waiting list.'],
  actedFor: ['您收到这条通知，是因为有人替您办理。', 'You are told because somebody acted for you.'],
  askedReminder: ['您收到这条通知，是因为您要求提醒。', 'You are told because you asked to be reminded.'],
  askedQuestion: ['您收到这条通知，是因为您提了问题。', 'You are told because you asked a question.'],
  founder: [
    '您收到这条通知，是因为您所在的工会首创了这个品牌。',
    'You are told because your union founded this brand.',
  ],
  askedAdoption: [
    '您收到这条通知，是因为您申请采用这个品牌。',
    'You are told because you asked to hold this brand.',
  ],
  proposersUnion: [
    '您收到这条通知，是因为您负责答复本会职工的提议。',
    'You are told because you answer what your union’s workers propose.',
  ],
  concerned: [
    '您收到这条通知，是因为这关系到您本人的到场记录。',
    'You are told because it is your own attendance.',
  ],
  decidesAttendance: [
    '您收到这条通知，是因为到场和缺席记录由您决定。',
    'You are told because you decide on records of attendance.',
  ],
  proposed: [
    '您收到这条通知，是因为这个活动是您提议的。',
    'You are told because you proposed this activity.',
  ],
  invited: ['您收到这条通知，是因为贵方受邀合办。', 'You are told because your side is invited to co-host.'],
  hosts: ['您收到这条通知，是因为您负责主办或合办。', 'You are told because you speak for a host.'],
  joinedQueue: ['您收到这条通知，是因为您排了队。', 'You are told because you joined the queue.'],
  enteredDraw: ['您收到这条通知，是因为您登记了抽签。', 'You are told because you entered the draw.'],
  addedPicture: ['您收到这条通知，是因为照片是您上传的。', 'You are told because you added the picture.'],
  reportedPicture: ['您收到这条通知，是因为您举报了照片。', 'You are told because you reported the picture.'],
  borrows: ['您收到这条通知，是因为您借用了它。', 'You are told because you borrowed it.'],
  standsForParty: [
    '您收到这条通知，是因为借用要由您所在的工会出面。',
    'You are told because your union would borrow for them.',
  ],
  actsForParty: [
    '您收到这条通知，是因为这是您以团体名义提出的。',
    'You are told because you asked in the name of the party.',
  ],
  lends: ['您收到这条通知，是因为您管理所借的资源。', 'You are told because you keep what is lent.'],
  decidesDamage: [
    '您收到这条通知，是因为双方有争议时由您裁定。',
    'You are told because you decide where the two do not agree.',
  ],
  seeks: [
    '您收到这条通知，是因为需求由您所在的工会发布。',
    'You are told because your union posted the need.',
  ],
  offers: ['您收到这条通知，是因为这项供给由您管理。', 'You are told because you keep what is offered.'],
  waitsForTime: [
    '您收到这条通知，是因为您或贵会在排队等这个时段。',
    'You are told because you or your union waits for such a time.',
  ],
  keeps: ['您收到这条通知，是因为您管理这项资源。', 'You are told because you keep it.'],
  came: ['您收到这条通知，是因为您参加了这次活动。', 'You are told because you came to this activity.'],
  mayVote: ['您收到这条通知，是因为您在表决名单里。', 'You are told because you may vote.'],
  callsVotes: [
    '您收到这条通知，是因为表决由您所在的工会发起。',
    'You are told because your union called this vote.',
  ],
  dealsWithMoney: [
    '您收到这条通知，是因为这笔账由您办理。',
    'You are told because it is yours to deal with.',
  ],
  judgesSharing: [
    '您收到这条通知，是因为您代表受邀方，或以志愿者身份参与共享。',
    'You are told because you answer for a party that is asked, or took part in the sharing as a volunteer.',
  ],
  decidesAppeals: [
    '您收到这条通知，是因为这份排名的申诉由您答复。',
    'You are told because you decide on appeals against this ranking.',
  ],
  tendsIndicators: [
    '您收到这条通知，是因为指标体系、权重和排名由您办理。',
    'You are told because you are in charge of indicators, weights and rankings.',
  ],
  isRanked: [
    '您收到这条通知，是因为参评方由您代表，或申诉是您提的。',
    'You are told because you act for what is ranked, or have appealed.',
  ],
  wroteIntake: ['您收到这条通知，是因为这是您反映的。', 'You are told because you wrote it.'],
  broughtMatter: [
    '您收到这条通知，是因为这件事是您提交的。',
    'You are told because you brought this matter.',
  ],
  handlesMatter: [
    '您收到这条通知，是因为这件事由您经办。',
    'You are told because this matter is in your hands.',
  ],
  dealsWithMatters: [
    '您收到这条通知，是因为职工提交的事项由您所在的工会办理。',
    'You are told because your union deals with what workers bring.',
  ],
  followsBulletins: [
    '您收到这条通知，是因为您关注了这家工会或这类信息。',
    'You are told because you follow this union, or bulletins of this kind.',
  ],
  publishesBulletin: [
    '您收到这条通知，是因为这条信息由您所在的工会发布。',
    'You are told because your union publishes this bulletin.',
  ],
  decidesOnBulletins: [
    '您收到这条通知，是因为下级工会信息的举报和审核由您所在的工会处理。',
    'You are told because your union decides on bulletins of those below it.',
  ],
  reportedBulletin: [
    '您收到这条通知，是因为您举报了这条信息。',
    'You are told because you reported this bulletin.',
  ],
  seesToDisclosure: [
    '您收到这条通知，是因为这项公开由您所在的工会落实或督促。',
    'You are told because your union sees to what is to be disclosed.',
  ],
  namedForService: [
    '您收到这条通知，是因为您是这个办事项目的指定经办人。',
    'You are told because you are named to deal with this service.',
  ],
  owesAssignment: [
    '您收到这条通知，是因为这项任务由您所在的工会承办。',
    'You are told because the assignment was given to your union.',
  ],
  gaveAssignment: [
    '您收到这条通知，是因为这项任务是您所在的工会下达的。',
    'You are told because your union gave the assignment.',
  ],
  sentWork: ['您收到这条通知，是因为作品是您投的。', 'You are told because you have sent the work.'],
  onJury: ['您收到这条通知，是因为您是这次征集的评委。', 'You are told because you are on the jury.'],
  callsForWorks: [
    '您收到这条通知，是因为这次征集由您所在的工会举办。',
    'You are told because your union has called for works.',
  ],
  offersWork: [
    '您收到这条通知，是因为岗位由您所在的工会发布。',
    'You are told because your union has published the vacancy.',
  ],
  sentInterest: [
    '您收到这条通知，是因为您对这个岗位表示过意向。',
    'You are told because you have said to be interested in it.',
  ],
  publishesListing: [
    '您收到这条通知，是因为这个岗位或优惠由您所在的工会发布。',
    'You are told because your union has published this vacancy or benefit.',
  ],
  reportedListing: [
    '您收到这条通知，是因为您举报了这个岗位或优惠。',
    'You are told because you reported this vacancy or benefit.',
  ],
  wroteComment: ['您收到这条通知，是因为评论是您写的。', 'You are told because you wrote the comment.'],
  moderatesCircle: [
    '您收到这条通知，是因为这个圈子由您管理。',
    'You are told because you moderate this circle.',
  ],
  inCircle: [
    '您收到这条通知，是因为这关系到您在圈子里的加入或发言。',
    'You are told because it is about you, or what you wrote, in this circle.',
  ],
  visitsMembers: [
    '您收到这条通知，是因为会员由您所在的工会慰问。',
    'You are told because your union visits its members.',
  ],
  verifiesRecords: [
    '您收到这条通知，是因为会员的档案由您所在的工会核实。',
    'You are told because your union verifies the records of its members.',
  ],
  decidesHere: [
    '您收到这条通知，是因为这件事由您所在的工会决定。',
    'You are told because your union decides on it.',
  ],
  answersMembers: [
    '您收到这条通知，是因为职工的反映由您答复。',
    'You are told because you answer what workers write to your union.',
  ],
  accountConcerned: [
    '您收到这条通知，是因为有人可能动了您的账号；这类通知不能关闭。',
    'You are told because somebody may be getting into your account, so it cannot be turned off.',
  ],
  aboutYou: ['您收到这条通知，是因为这件事与您本人有关。', 'You are told because it is about you.'],
  dataConcerned: [
    '您收到这条通知，是因为平台保存的您的个人信息受到影响；这类通知依法发送，不能关闭。',
    'You are told because data that the platform keeps of you is concerned. The law asks for it, so it cannot be turned off.',
  ],
  uploadedRoster: [
    '您收到这条通知，是因为名册是您上传的。',
    'You are told because you have uploaded the roster.',
  ],
  memberHere: [
    '您收到这条通知，是因为您是这家工会或其下级工会的会员，或由其服务。',
    'You are told because you are a member of this union or of one below it, or are served by it.',
  ],
  clubMember: ['您收到这条通知，是因为您是俱乐部成员。', 'You are told because you are in the club.'],
  groupMember: [
    '您收到这条通知，是因为您在工会的这个小组里。',
    'You are told because you are in this group of your union.',
  ],
  actsInMatter: ['您收到这条通知，是因为这项授权是给您的。', 'You are told because it is delegated to you.'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type NoticeReason = keyof typeof noticeReasonWords;
export const noticeReasons = Object.keys(noticeReasonWords) as NoticeReason[];
