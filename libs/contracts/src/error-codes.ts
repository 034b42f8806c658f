import type { ErrorText } from './core/error-text.js';
import { efficacySurveyErrors } from './evaluation/seasons/efficacy-survey-error-codes.js';
import { evaluationErrors } from './evaluation/error-codes.js';
import { figureErrors } from './evaluation/scores/figure-error-codes.js';
import { indicatorErrors } from './evaluation/systems/indicator-error-codes.js';
import { scoreErrors } from './evaluation/scores/score-error-codes.js';
import { surveyErrors } from './evaluation/surveys/survey-error-codes.js';
import { voteErrors } from './evaluation/votes/vote-error-codes.js';
import { judgementErrors } from './evaluation/systems/judgement-error-codes.js';
import { tuningErrors } from './evaluation/seasons/tuning-error-codes.js';
import { rankingErrors } from './evaluation/rankings/ranking-error-codes.js';
import { credentialErrors } from './membership/access/credential-error-codes.js';
import { membershipErrors } from './membership/error-codes.js';
import { confirmationErrors } from './settlement/bills/confirmation-error-codes.js';
import { budgetErrors } from './settlement/funding/budget-error-codes.js';
import { settlementErrors } from './settlement/error-codes.js';
import { subsidyErrors } from './settlement/funding/subsidy-error-codes.js';
import { ledgerErrors } from './settlement/ledger/ledger-error-codes.js';
import { poolLifeErrors } from './settlement/bills/pool-life-error-codes.js';
import { sharingErrors } from './sharing/error-codes.js';
import { duesErrors } from './membership/dues/dues-error-codes.js';
import { lapseErrors } from './membership/members/lapse-error-codes.js';
import { cardErrors } from './membership/card/card-error-codes.js';
import { memberMergeErrors } from './membership/members/member-merge-error-codes.js';
import { clubErrors } from './membership/clubs/club-error-codes.js';
import { employmentErrors } from './membership/members/employment-error-codes.js';
import { privacyErrors } from './membership/privacy/privacy-error-codes.js';
import { correctionErrors } from './membership/members/correction-error-codes.js';
import { phoneChangeErrors } from './membership/members/phone-change-error-codes.js';
import { applicationErrors } from './membership/joining/application-error-codes.js';
import { foundingErrors } from './membership/joining/founding-error-codes.js';
import { committeeErrors } from './membership/members/committee-error-codes.js';
import { transferErrors } from './membership/members/transfer-error-codes.js';
import { unionClosingErrors } from './membership/unions/union-closing-error-codes.js';
import { bookkeepingErrors } from './settlement/ledger/bookkeeping-error-codes.js';
import { fundRuleErrors } from './settlement/agreements/fund-rule-error-codes.js';
import { nettingErrors } from './settlement/clearing/netting-error-codes.js';
import { activityLifeErrors } from './sharing/activities/activity-life-error-codes.js';
import { albumErrors } from './sharing/activities/album-error-codes.js';
import { attachmentErrors } from './sharing/activities/attachment-error-codes.js';
import { attendanceErrors } from './sharing/attendance/attendance-error-codes.js';
import { coHostingErrors } from './sharing/activities/co-hosting-error-codes.js';
import { brandErrors } from './sharing/organising/brand-error-codes.js';
import { drawErrors } from './sharing/seats/draw-error-codes.js';
import { eligibilityErrors } from './sharing/activities/eligibility-error-codes.js';
import { handoverErrors } from './sharing/lending/handover-error-codes.js';
import { giveAwayErrors } from './sharing/seats/give-away-error-codes.js';
import { grantErrors } from './sharing/lending/grant-error-codes.js';
import { maintenanceErrors } from './sharing/lending/maintenance-error-codes.js';
import { delegationErrors } from './sharing/activities/delegation-error-codes.js';
import { mandateErrors } from './sharing/reference/mandate-error-codes.js';
import { lendingErrors } from './sharing/lending/lending-error-codes.js';
import { sendingErrors } from './notification/sending-error-codes.js';
import { letterErrors } from './sharing/papers/letter-error-codes.js';
import { announcementErrors } from './sharing/announcements/announcement-error-codes.js';
import { noticeErrors } from './sharing/reference/notice-error-codes.js';
import { mutualInterestErrors } from './sharing/attendance/mutual-interest-error-codes.js';
import { neighbourErrors } from './sharing/finding/neighbour-error-codes.js';
import { offerErrors } from './sharing/finding/offer-error-codes.js';
import { wordGroupErrors } from './sharing/finding/word-group-error-codes.js';
import { resourceProfileErrors } from './sharing/organising/resource-profile-error-codes.js';
import { needErrors } from './sharing/lending/need-error-codes.js';
import { pictureErrors } from './sharing/activities/picture-error-codes.js';
import { queueErrors } from './sharing/seats/queue-error-codes.js';
import { seatsErrors } from './sharing/seats/seats-error-codes.js';
import { seriesErrors } from './sharing/organising/series-error-codes.js';
import { signUpFormErrors } from './sharing/activities/sign-up-form-error-codes.js';
import { supplyAndDemandErrors } from './sharing/finding/supply-and-demand-error-codes.js';
import { waitlistErrors } from './sharing/seats/waitlist-error-codes.js';
import { formErrors } from './words/form-error-codes.js';
import { serviceItemErrors } from './affairs/matters/service-item-error-codes.js';
import { serviceHandlerErrors } from './affairs/matters/service-handler-error-codes.js';
import { hardshipKindErrors } from './affairs/matters/hardship-kind-error-codes.js';
import { householdErrors } from './affairs/matters/household-error-codes.js';
import { matterErrors } from './affairs/matters/matter-error-codes.js';
import { occasionErrors } from './affairs/matters/occasion-error-codes.js';
import { bulletinErrors } from './affairs/bulletins/bulletin-error-codes.js';
import { bulletinReviewErrors } from './affairs/bulletins/bulletin-review-error-codes.js';
import { disclosureItemErrors } from './affairs/bulletins/disclosure-item-error-codes.js';
import { assignmentErrors } from './affairs/assignments/assignment-error-codes.js';
import { recordErrors } from './affairs/records/record-error-codes.js';
import { visitErrors } from './affairs/records/visit-error-codes.js';
import { circleErrors } from './affairs/circles/circle-error-codes.js';
import { worksErrors } from './affairs/works/works-error-codes.js';
import { courseErrors } from './affairs/records/course-error-codes.js';
import { listingReviewErrors } from './affairs/listings/listing-review-error-codes.js';
import { vacancyErrors } from './affairs/listings/vacancy-error-codes.js';
import { benefitErrors } from './affairs/listings/benefit-error-codes.js';
import { stockErrors } from './sharing/lending/stock-error-codes.js';

export type * from './core/error-text.js';

/** What every service, the gateway and the domain may refuse. */
const commonErrors = {
  // --- shape of a request
  VALIDATION_FAILED: {
    kind: 'shape',
    zh: '请求内容有误，请检查标出的字段',
    en: 'The request is not valid; see the fields named',
  },
  UNKNOWN_FIELD: { kind: 'shape', zh: '没有这个字段', en: 'There is no such field' },
  REQUIRED: { kind: 'shape', zh: '必填', en: 'Required' },
  TEXT_EXPECTED: { kind: 'shape', zh: '应为文字', en: 'Text is expected' },
  TEXT_LENGTH: { kind: 'shape', zh: '文字过短或过长', en: 'The text is too short or too long' },
  FORMAT: { kind: 'shape', zh: '格式不正确', en: 'The format is not right' },
  CONTROL_CHARACTER: {
    kind: 'shape',
    zh: '含有看不见的控制字符，请删除后重新输入',
    en: 'There is an invisible control character in it; please delete it and type it again',
  },
  UUID_EXPECTED: { kind: 'shape', zh: '应为编号（UUID）', en: 'An id (UUID) is expected' },
  WHOLE_NUMBER_EXPECTED: { kind: 'shape', zh: '应为整数', en: 'A whole number is expected' },
  NUMBER_EXPECTED: { kind: 'shape', zh: '应为数字', en: 'A number is expected' },
  TOO_SMALL: { kind: 'shape', zh: '数值过小', en: 'The number is too small' },
  TOO_LARGE: { kind: 'shape', zh: '数值过大', en: 'The number is too large' },
  FLAG_EXPECTED: { kind: 'shape', zh: '应为 true 或 false', en: 'true or false is expected' },
  NOT_ONE_OF: { kind: 'shape', zh: '不在可选范围内', en: 'Not one of the values allowed' },
  DATE_FORMAT: {
    kind: 'shape',
    zh: '日期或时间格式不正确',
    en: 'The date or time is not in the right format',
  },
  YEAR_RANGE: {
    kind: 'shape',
    zh: '年份应在 1900 至 2199 之间',
    en: 'The year is from 1900 to 2199',
  },
  LIST_EXPECTED: { kind: 'shape', zh: '应为列表', en: 'A list is expected' },
  LIST_TOO_SHORT: { kind: 'shape', zh: '列表过短', en: 'The list is too short' },
  LIST_TOO_LONG: { kind: 'shape', zh: '列表过长', en: 'The list is too long' },
  OBJECT_EXPECTED: { kind: 'shape', zh: '应为对象', en: 'An object is expected' },
  MAP_VALUES: { kind: 'shape', zh: '对象中有不合适的值', en: 'A value of the object does not fit' },
  ROWS_FORMAT: { kind: 'shape', zh: '表格的行列不正确', en: 'The rows are not of the right form' },
  BODY_NOT_JSON: { kind: 'shape', zh: '请求正文不是有效的 JSON', en: 'The body is not valid JSON' },
  BODY_TOO_LARGE: { kind: 'tooLarge', zh: '请求正文过大', en: 'The body is too large' },
  ANSWER_TOO_LARGE: {
    kind: 'rule',
    zh: '结果太多，一次放不下，请缩小范围',
    en: 'The answer is too large to be given at once: ask for less',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    kind: 'unsupported',
    zh: '不支持这种内容类型',
    en: 'This media type is not taken',
  },
  DEAD_LETTER_FAILED: {
    kind: 'rule',
    zh: '再次处理仍然失败：{reason}',
    en: 'It failed once more: {reason}',
  },
  FILE_TOO_LARGE: { kind: 'tooLarge', zh: '文件过大', en: 'The file is too large' },
  FILE_TYPE: { kind: 'unsupported', zh: '不支持这种文件', en: 'This kind of file is not taken' },
  UPLOAD_QUOTA: {
    kind: 'tooMany',
    zh: '每人每天最多上传 {megabytesMax} MB，请明天再试',
    en: 'A person may upload {megabytesMax} MB a day; please go on tomorrow',
  },
  UPLOAD_GONE: {
    kind: 'rule',
    zh: '上传的文件超过一小时未使用，已被清除，请重新上传',
    en: 'The uploaded file is not there any more, as nothing used it within an hour; please upload it again',
  },
  FILE_EMPTY: { kind: 'shape', zh: '文件是空的', en: 'The file is empty' },
  CURSOR_INVALID: { kind: 'shape', zh: '翻页标记无效', en: 'The cursor is not valid' },
  IDEMPOTENCY_KEY_REQUIRED: {
    kind: 'shape',
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The Idempotency-Key header is missing',
  },
  IDEMPOTENCY_KEY_FORMAT: {
    kind: 'shape',
    zh: 'Idempotency-Key 应为 1 至 200 个可见字符',
    en: 'Idempotency-Key is 1 to 200 visible characters',
  },
  // --- who asks
  NOT_SIGNED_IN: { kind: 'unauthenticated', zh: '请先登录', en: 'Please sign in' },
  SESSION_ENDED: {
    kind: 'unauthenticated',
    zh: '登录已失效，请重新登录',
    en: 'The session has ended; please sign in again',
  },
  CREDENTIALS_WRONG: {
    kind: 'unauthenticated',
    zh: '账号或密码不正确',
    en: 'The account or the password is not right',
  },
  NOT_PERMITTED: { kind: 'forbidden', zh: '没有这项操作的权限', en: 'You may not do this' },
  NOT_FOUND: { kind: 'hidden', zh: '没有找到', en: 'Not found' },
  SCOPE_MISSING: {
    kind: 'forbidden',
    zh: '此 API 密钥没有 {needed} 权限',
    en: 'This API key is not for {needed}',
  },
  STREAMS_TOO_MANY: {
    kind: 'tooMany',
    zh: '同一人最多同时打开{max}个实时连接，请关闭一些页面',
    en: 'One person may hold {max} open streams at a time: close some pages',
  },
  TOO_MANY_REQUESTS: {
    kind: 'tooMany',
    zh: '请求过于频繁，请在 {seconds} 秒后再试',
    en: 'Too many requests; please try again in {seconds} s',
  },
  // --- state
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'rule',
    zh: '同一 Idempotency-Key 已用于不同内容',
    en: 'This Idempotency-Key was used with another body',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    kind: 'conflict',
    zh: '相同请求正在处理',
    en: 'The same request is still being worked on',
  },
  REFERENCE_PENDING: {
    kind: 'conflict',
    zh: '所引用的数据正在同步，请稍后重试',
    en: 'What this refers to is still on its way here; please retry',
  },
  PARTY_WITHOUT_UNION: {
    kind: 'rule',
    zh: '{name}还没有自己的工会，不能参与。请先为它建立工会；若刚刚建立，请稍后再试',
    en: '{name} has no union of its own yet, so it cannot take part. Set one up first; if that has just been done, try again in a moment',
  },
  PARTY_CLOSED: {
    kind: 'conflict',
    zh: '{name}已关闭，不能再开始新的事项；已在进行的会办完',
    en: '{name} is closed and begins nothing new; what runs comes to its end',
  },
  VERSION_REQUIRED: {
    kind: 'precondition',
    zh: '缺少 If-Match 请求头',
    en: 'The If-Match header is missing',
  },
  VERSION_STALE: {
    kind: 'stale',
    zh: '内容已被他人修改，现为第 {version} 版，请重新查看后再决定',
    en: 'Someone changed this meanwhile: it is version {version} now; please look at it again before you decide',
  },
  ILLEGAL_TRANSITION: {
    kind: 'conflict',
    zh: '当前状态不能进行此操作',
    en: 'The present state does not allow this',
  },
  ALREADY_EXISTS: { kind: 'conflict', zh: '已存在', en: 'It exists already' },
  // --- the platform itself
  BUSY: { kind: 'busy', zh: '系统繁忙，请稍后重试', en: 'Busy; please retry shortly' },
  UNAVAILABLE: {
    kind: 'busy',
    zh: '服务暂时不可用，请稍后重试',
    en: 'The service is not available at present; please retry',
  },
  STORAGE_FULL: {
    kind: 'full',
    zh: '文件存储空间已满，请稍后再试或联系管理员',
    en: 'There is no room left for files at present; please try again later or tell the operator',
  },
  TIME_UP: { kind: 'busy', zh: '处理超时，请重试', en: 'This took too long; please retry' },
  TASK_TOO_LARGE: {
    kind: 'rule',
    zh: '计算所需的内存超出上限，请减少内容后再试',
    en: 'Computing this takes more memory than is allowed; please ask for less at a time',
  },
  INTERNAL: { kind: 'fault', zh: '系统内部错误', en: 'An internal error' },
  // --- domain
  NO_WEIGHT: { kind: 'rule', zh: '没有可用于分摊的权重', en: 'There is no weight to split by' },
  WEIGHT_NEGATIVE: { kind: 'rule', zh: '权重不能为负', en: 'A weight cannot be negative' },
  MONEY_FORMAT: { kind: 'rule', zh: '金额应为整数分', en: 'An amount is a whole number of fen' },
  CURRENCY_UNSUPPORTED: { kind: 'rule', zh: '只支持人民币（CNY）', en: 'Only CNY is taken' },
  PERCENT_FORMAT: {
    kind: 'rule',
    zh: '百分比应在 0 至 100 之间，最多四位小数',
    en: 'A percentage is 0 to 100 with at most four decimals',
  },
  PERIOD_EMPTY: { kind: 'rule', zh: '结束时间必须晚于开始时间', en: 'The end must be after the start' },
  FIGURE_REQUIRED: { kind: 'rule', zh: '该行业划型需要这项数据', en: 'The sector needs this figure' },
} as const satisfies Readonly<Record<string, ErrorText>>;

/**
 * Every code that an answer may carry, with its kind and its text in both languages. A code never changes its
 * meaning; programs match on it.
 */
export const errorCodes = {
  ...commonErrors,
  ...membershipErrors,
  ...cardErrors,
  ...credentialErrors,
  ...duesErrors,
  ...lapseErrors,
  ...clubErrors,
  ...employmentErrors,
  ...correctionErrors,
  ...privacyErrors,
  ...phoneChangeErrors,
  ...applicationErrors,
  ...foundingErrors,
  ...committeeErrors,
  ...transferErrors,
  ...unionClosingErrors,
  ...memberMergeErrors,
  ...sharingErrors,
  ...activityLifeErrors,
  ...albumErrors,
  ...attachmentErrors,
  ...attendanceErrors,
  ...coHostingErrors,
  ...brandErrors,
  ...drawErrors,
  ...eligibilityErrors,
  ...handoverErrors,
  ...giveAwayErrors,
  ...grantErrors,
  ...maintenanceErrors,
  ...delegationErrors,
  ...mandateErrors,
  ...lendingErrors,
  ...sendingErrors,
  ...letterErrors,
  ...noticeErrors,
  ...announcementErrors,
  ...mutualInterestErrors,
  ...neighbourErrors,
  ...offerErrors,
  ...wordGroupErrors,
  ...resourceProfileErrors,
  ...needErrors,
  ...pictureErrors,
  ...queueErrors,
  ...seatsErrors,
  ...seriesErrors,
  ...signUpFormErrors,
  ...formErrors,
  ...serviceItemErrors,
  ...serviceHandlerErrors,
  ...matterErrors,
  ...hardshipKindErrors,
  ...householdErrors,
  ...occasionErrors,
  ...bulletinErrors,
  ...bulletinReviewErrors,
  ...disclosureItemErrors,
  ...assignmentErrors,
  ...recordErrors,
  ...visitErrors,
  ...worksErrors,
  ...circleErrors,
  ...courseErrors,
  ...vacancyErrors,
  ...listingReviewErrors,
  ...benefitErrors,
  ...supplyAndDemandErrors,
  ...waitlistErrors,
  ...stockErrors,
  ...settlementErrors,
  ...bookkeepingErrors,
  ...fundRuleErrors,
  ...nettingErrors,
  ...confirmationErrors,
  ...subsidyErrors,
  ...budgetErrors,
  ...ledgerErrors,
  ...poolLifeErrors,
  ...evaluationErrors,
  ...tuningErrors,
  ...figureErrors,
  ...indicatorErrors,
  ...surveyErrors,
  ...voteErrors,
  ...judgementErrors,
  ...efficacySurveyErrors,
  ...scoreErrors,
  ...rankingErrors,
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorCode = keyof typeof errorCodes;

/** The entry of a code, or undefined for a code that is not listed. */
export function errorText(code: string): ErrorText | undefined {
  return (errorCodes as Readonly<Record<string, ErrorText>>)[code];
}
