/**
 * Every code that an answer may carry, with its kind and its text in both languages. A code never changes its
 * meaning; programs match on it. `{name}` in a text is replaced by the parameter of that name.
 */
export type ErrorKind =
  | 'shape' // the request is not of the form that the contract asks for
  | 'unauthenticated'
  | 'forbidden' // may see it, may not do it
  | 'hidden' // is not there, or is not for this caller's eyes
  | 'conflict' // the state of things is in the way
  | 'stale' // somebody changed it meanwhile
  | 'rule' // a rule of the domain is broken
  | 'precondition' // a precondition header is missing
  | 'tooLarge'
  | 'unsupported' // a media type that is not taken
  | 'tooMany'
  | 'fault' // our own mistake
  | 'busy';

export interface ErrorText {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}

export const errorCodes = {
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
  LIST_EXPECTED: { kind: 'shape', zh: '应为列表', en: 'A list is expected' },
  LIST_TOO_SHORT: { kind: 'shape', zh: '列表过短', en: 'The list is too short' },
  LIST_TOO_LONG: { kind: 'shape', zh: '列表过长', en: 'The list is too long' },
  OBJECT_EXPECTED: { kind: 'shape', zh: '应为对象', en: 'An object is expected' },
  MAP_VALUES: { kind: 'shape', zh: '对象中有不合适的值', en: 'A value of the object does not fit' },
  ROWS_FORMAT: { kind: 'shape', zh: '表格的行列不正确', en: 'The rows are not of the right form' },
  BODY_NOT_JSON: { kind: 'shape', zh: '请求正文不是有效的 JSON', en: 'The body is not valid JSON' },
  BODY_TOO_LARGE: { kind: 'tooLarge', zh: '请求正文过大', en: 'The body is too large' },
  MEDIA_TYPE_UNSUPPORTED: {
    kind: 'unsupported',
    zh: '不支持这种内容类型',
    en: 'This media type is not taken',
  },
  FILE_TOO_LARGE: { kind: 'tooLarge', zh: '文件过大', en: 'The file is too large' },
  FILE_TYPE: { kind: 'unsupported', zh: '不支持这种文件', en: 'This kind of file is not taken' },
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
  TOO_MANY_REQUESTS: {
    kind: 'tooMany',
    zh: '请求过于频繁，请稍后再试',
    en: 'Too many requests; please try again later',
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
  VERSION_REQUIRED: {
    kind: 'precondition',
    zh: '缺少 If-Match 请求头',
    en: 'The If-Match header is missing',
  },
  VERSION_STALE: {
    kind: 'stale',
    zh: '内容已被他人修改，请刷新后再试',
    en: 'Someone changed this meanwhile; please reload',
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
  TIME_UP: { kind: 'busy', zh: '处理超时，请重试', en: 'This took too long; please retry' },
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
  // --- membership
  USCC_FORMAT: {
    kind: 'rule',
    zh: '统一社会信用代码应为 18 位大写字母和数字',
    en: 'A Unified Social Credit Code has 18 digits and capital letters',
  },
  USCC_NOT_A_UNION: {
    kind: 'rule',
    zh: '这不是工会的统一社会信用代码（应以 81 或 89 开头）',
    en: 'This code is not one of a union (81… or 89…)',
  },
  ROLE_LAST_OFFICER: {
    kind: 'conflict',
    zh: '根工会至少须保留一名工会干部',
    en: 'The union at the root must keep at least one officer',
  },
  ROLE_LAST_OPERATOR: {
    kind: 'conflict',
    zh: '根工会至少须保留一名平台管理员',
    en: 'The union at the root must keep at least one platform operator',
  },
  API_KEY_EXPIRY: {
    kind: 'rule',
    zh: '到期时间须在未来一年之内',
    en: 'A key must expire within the year ahead',
  },
  USCC_TAKEN: {
    kind: 'conflict',
    zh: '该统一社会信用代码已登记',
    en: 'This Unified Social Credit Code is registered already',
  },
  USCC_OF_A_UNION: {
    kind: 'rule',
    zh: '这是工会的统一社会信用代码，不是企业或机构的',
    en: 'This code belongs to a union, not to an enterprise or a body',
  },
  ENTERPRISE_HAS_UNION: { kind: 'conflict', zh: '该企业已有工会', en: 'The enterprise has a union already' },
  NAME_REQUIRED: { kind: 'rule', zh: '请填写姓名', en: 'A name is needed' },
  RESIDENT_NUMBER_REQUIRED: { kind: 'rule', zh: '请填写证件号码', en: 'A resident number is needed' },
  RESIDENT_NUMBER_LENGTH: {
    kind: 'rule',
    zh: '证件号码应为 18 位',
    en: 'A resident number has 18 characters',
  },
  RESIDENT_NUMBER_ALPHABET: {
    kind: 'rule',
    zh: '证件号码含有不允许的字符',
    en: 'The resident number has a character that none can have',
  },
  RESIDENT_NUMBER_CHECK_CHARACTER: {
    kind: 'rule',
    zh: '证件号码校验位不符，请核对',
    en: 'The last character of the resident number does not fit the others',
  },
  RESIDENT_NUMBER_DATE: {
    kind: 'rule',
    zh: '证件号码中的出生日期无效',
    en: 'The birth date in the resident number is not valid',
  },
  RESIDENT_NUMBER_ROUNDED: {
    kind: 'rule',
    zh: '证件号码已被电子表格改写，请将该列设为文本后重新填写',
    en: 'A spreadsheet has rounded this number; please set the column to text and type it again',
  },
  RESIDENT_NUMBER_FIFTEEN: {
    kind: 'rule',
    zh: '请填写 18 位证件号码',
    en: 'Please give the number of 18 characters',
  },
  MEMBER_NAME_DIFFERS: {
    kind: 'conflict',
    zh: '该证件号码已登记在另一个姓名之下，请核对',
    en: 'This number is on record under another name; please check',
  },
  MEMBER_ELSEWHERE: {
    kind: 'conflict',
    zh: '此人已有有效会籍，请办理会籍转接',
    en: 'This person has a membership already; please transfer it',
  },
  END_IN_FUTURE: {
    kind: 'rule',
    zh: '会籍终止日不能晚于今天（{today}）',
    en: 'A membership ends today, {today}, or earlier',
  },
  PERIOD_ENDS_BEFORE_START: {
    kind: 'rule',
    zh: '结束日期不能早于开始日期',
    en: 'The end cannot be before the start',
  },
  ROSTER_NO_MATCH: {
    kind: 'rule',
    zh: '没有与所填信息一致的待激活会员，请核对或联系所在工会',
    en: 'No member to be activated matches; please check, or ask your union',
  },
  ALREADY_ACTIVATED: {
    kind: 'conflict',
    zh: '该会员已激活，请直接登录',
    en: 'This member is active already; please sign in',
  },
  ACCOUNT_REQUIRED: {
    kind: 'rule',
    zh: '名册中没有手机号，请填写手机号或登录名',
    en: 'The roster has no phone; please give a phone or a login',
  },
  ACCOUNT_TAKEN: {
    kind: 'conflict',
    zh: '该登录名或手机号已被使用，请另选登录名',
    en: 'This login or phone is in use; please choose a login',
  },
  UNION_UNKNOWN: {
    kind: 'rule',
    zh: '在本工会范围内没有找到该工会',
    en: 'No such union within the one that this import is for',
  },
  UNION_AMBIGUOUS: {
    kind: 'rule',
    zh: '有多个同名工会，请改填工会代码',
    en: 'Several unions have this name; please give the code',
  },
  DUPLICATE_IN_FILE: {
    kind: 'rule',
    zh: '文件中已有相同证件号码的一行',
    en: 'The file has another row with this resident number',
  },
  PHONE_KEPT: {
    kind: 'rule',
    zh: '会员已激活，手机号未作更改',
    en: 'The member is active: the phone was left as it is',
  },
  IMPORT_COLUMNS_MISSING: {
    kind: 'rule',
    zh: '缺少“姓名”或“证件号码”列',
    en: 'The column of the name or of the resident number is missing',
  },
  IMPORT_FORMAT: { kind: 'rule', zh: '请上传 CSV 文件', en: 'Please upload a CSV file' },
  IMPORT_EMPTY: { kind: 'rule', zh: '文件中没有数据行', en: 'The file has no rows' },
  IMPORT_TOO_LONG: {
    kind: 'rule',
    zh: '文件行数过多，请分批导入',
    en: 'The file has too many rows; please import it in parts',
  },
  IMPORT_FILE_MISSING: { kind: 'rule', zh: '没有找到上传的文件', en: 'The uploaded file is not there' },
  IMPORT_FAILED: {
    kind: 'rule',
    zh: '导入多次失败，请联系管理员',
    en: 'The import failed several times; please ask an operator',
  },
  IMPORT_NOT_CHECKED: {
    kind: 'conflict',
    zh: '只有已完成检查的导入可以提交',
    en: 'Only an import whose dry run is done can be committed',
  },
  IMPORT_NOT_DONE: {
    kind: 'conflict',
    zh: '只有已完成的导入可以撤销',
    en: 'Only an import that is done can be undone',
  },
  PASSWORD_WRONG: { kind: 'rule', zh: '当前密码不正确', en: 'The current password is not right' },
  PHONE_FORMAT: { kind: 'rule', zh: '手机号码格式不正确', en: 'The phone number is not in the right format' },
  ACCOUNT_FORMAT: {
    kind: 'rule',
    zh: '登录名应以字母开头，3 至 40 位小写字母、数字或 . _ -',
    en: 'A login begins with a letter and has 3 to 40 lower-case letters, digits or . _ -',
  },
  INTAKE_TOO_MANY_OPEN: {
    kind: 'conflict',
    zh: '您已有 {max} 条反映等待答复，请等候答复后再提交',
    en: '{max} of your messages wait for an answer already; please wait for it',
  },
  INTAKE_ANSWERS_TOO_MANY: {
    kind: 'conflict',
    zh: '一条反映最多答复 {max} 次',
    en: 'A message is answered {max} times at most',
  },

  // --- sharing
  SIGN_UP_AFTER_END: {
    kind: 'rule',
    zh: '报名截止不能晚于活动结束',
    en: 'Sign-up cannot close after the activity has ended',
  },
  TIME_ZONE_UNKNOWN: { kind: 'rule', zh: '没有时区“{timeZone}”', en: 'There is no time zone "{timeZone}"' },
  ACTIVITY_CANCELLED: { kind: 'conflict', zh: '活动已取消', en: 'The activity is cancelled' },
  ACTIVITY_PUBLISHED: {
    kind: 'conflict',
    zh: '活动已发布，不能再增加合办方',
    en: 'The activity is published, so no more co-hosts can join',
  },
  LOAN_NOT_APPROVED: {
    kind: 'conflict',
    zh: '该借用尚未批准或已结束',
    en: 'The loan is not approved, or is over',
  },
  LOAN_OF_OTHER_RESOURCE: {
    kind: 'rule',
    zh: '该借用不是所填资源的借用',
    en: 'The loan is of another resource',
  },
  LOAN_TOO_SHORT: {
    kind: 'rule',
    zh: '该借用的时段没有覆盖活动时间',
    en: 'The loan does not cover the time of the activity',
  },
  CO_HOST_IS_ORGANISER: {
    kind: 'rule',
    zh: '主办方不能同时是合办方',
    en: 'The organiser cannot be a co-host of its own activity',
  },
  CO_HOSTS_TOO_MANY: {
    kind: 'conflict',
    zh: '合办方最多 {max} 个',
    en: 'An activity has at most {max} co-hosts',
  },
  CO_HOST_BOUND: {
    kind: 'conflict',
    zh: '已有生效的合办协议，不能撤回合办方',
    en: 'An agreement is in force, so a co-host cannot be withdrawn',
  },
  AGREEMENT_REQUIRED: {
    kind: 'conflict',
    zh: '有合办方的活动，须有全体合办方的生效协议才能发布',
    en: 'An activity with co-hosts can be published only once an agreement among all of them is in force',
  },
  AGREEMENT_NOT_PROPOSED: {
    kind: 'conflict',
    zh: '尚未提出现有各合办方的协议',
    en: 'No agreement among the present hosts is proposed',
  },
  AGREEMENT_NOT_CHECKED: {
    kind: 'conflict',
    zh: '协议仍在核对中',
    en: 'The agreement is still being checked',
  },
  AGREEMENT_NOT_SIGNED: {
    kind: 'conflict',
    zh: '{party} 尚未签署协议',
    en: '{party} has not signed the agreement',
  },
  AGREEMENT_NOT_OPEN: {
    kind: 'conflict',
    zh: '协议当前不能签署（{state}）',
    en: 'The agreement cannot be signed at present ({state})',
  },
  AGREEMENT_HASH_DIFFERS: {
    kind: 'conflict',
    zh: '所签内容与当前协议版本不一致，请重新阅读',
    en: 'What you sign is not the text of this version; please read it again',
  },
  AGREEMENT_PARTIES_CHANGED: {
    kind: 'conflict',
    zh: '合办方已变化，请提出新的协议版本',
    en: 'The hosts have changed since; a new version is needed',
  },
  AGREEMENT_PARTY_UNKNOWN: {
    kind: 'rule',
    zh: '该方不是本活动的主办方或合办方',
    en: 'This party is no host of the activity',
  },
  AGREEMENT_BINDS: {
    kind: 'conflict',
    zh: '已生效的协议不能撤回，只能由新版本取代',
    en: 'An agreement in force cannot be withdrawn, only replaced by a new version',
  },
  SIGNING_PARTY_REQUIRED: {
    kind: 'rule',
    zh: '请注明代表哪一方签署',
    en: 'Please say for which party you sign',
  },
  SLOT_TAKEN: { kind: 'conflict', zh: '该时段已被占用', en: 'The time is taken' },
  NO_RIGHT_OF_USE: {
    kind: 'rule',
    zh: '没有覆盖该工会和该时段的使用权',
    en: 'No right of use covers this union and period',
  },
  OVERDUE_LOANS: { kind: 'conflict', zh: '借用方有逾期未还的借用', en: 'The borrower has an overdue loan' },
  LOAN_QUOTA_REACHED: {
    kind: 'conflict',
    zh: '该工会对此资源的未结借用已达上限（{max}）',
    en: 'The union already holds {max} open loans of this resource',
  },
  LOAN_IN_PAST: { kind: 'rule', zh: '不能借用已过去的时段', en: 'A loan cannot begin in the past' },
  LOAN_TOO_LONG: {
    kind: 'rule',
    zh: '借用时段不能超过 {maxDays} 天',
    en: 'A loan lasts at most {maxDays} days',
  },
  LOAN_OVER: { kind: 'conflict', zh: '借用时段已结束', en: 'The period of the loan is over' },
  EXTENSION_NOT_LATER: {
    kind: 'rule',
    zh: '延长后的结束时间必须晚于原结束时间',
    en: 'An extension ends later than the loan does now',
  },
  REASON_REQUIRED: { kind: 'rule', zh: '请填写原因', en: 'A reason is needed' },
  RESOURCE_OUT: { kind: 'conflict', zh: '资源尚未归还', en: 'The resource has not come back yet' },
  RESOURCE_WITHDRAWN: { kind: 'conflict', zh: '资源已停止出借', en: 'The resource is not lent any more' },
  COORDINATES_INCOMPLETE: {
    kind: 'rule',
    zh: '经度和纬度须同时填写',
    en: 'Latitude and longitude are given together',
  },
  PART_OF_PART: { kind: 'rule', zh: '分区不能再分', en: 'A part cannot have parts' },
  AVAILABILITY_TOO_LONG: {
    kind: 'rule',
    zh: '一次最多查询 {maxDays} 天',
    en: 'At most {maxDays} days can be asked for at once',
  },
  GRANTEE_INCOMPLETE: {
    kind: 'rule',
    zh: '使用权的授予对象不完整',
    en: 'To whom the right is granted is not complete',
  },
  GRANTS_TOO_MANY: {
    kind: 'conflict',
    zh: '该资源的有效使用权已达上限（{max}）',
    en: 'The resource has {max} rights of use in force, which is the limit',
  },
  NEED_CLOSED: { kind: 'conflict', zh: '该需求已关闭', en: 'The need is closed' },
  NEED_NOT_BORROWERS: { kind: 'rule', zh: '该需求不属于借用方', en: "The need is not the borrower's" },
  WINDOW_PAST: { kind: 'rule', zh: '所需时段已过去', en: 'The window is in the past' },
  // pool, registration, check-in
  ACTIVITY_NOT_OPEN: {
    kind: 'conflict',
    zh: '活动当前不接受此操作',
    en: 'The activity does not take this at present',
  },
  ACTIVITY_STARTED: { kind: 'conflict', zh: '活动已经开始', en: 'The activity has begun' },
  ACTIVITY_NOT_STARTED: { kind: 'conflict', zh: '活动尚未开始', en: 'The activity has not begun' },
  NOT_OPEN_YET: {
    kind: 'conflict',
    zh: '报名尚未开始，开始时间：{opensAt}',
    en: 'Sign-up opens at {opensAt}',
  },
  SIGN_UP_CLOSED: { kind: 'conflict', zh: '报名已截止', en: 'Sign-up is closed' },
  NO_POOL_FOR_YOU: {
    kind: 'rule',
    zh: '本活动没有面向您所在工会的名额',
    en: 'This activity has no seats for your union',
  },
  NOT_A_MEMBER_ON_THE_DAY: {
    kind: 'rule',
    zh: '活动当日（{date}）会籍无效',
    en: 'There is no active membership on the day of the activity, {date}',
  },
  TOO_MANY_COMPANIONS: {
    kind: 'rule',
    zh: '同行人数超过上限 {max} 人',
    en: 'At most {max} companions may come along',
  },
  AGE_BAND_REQUIRED: {
    kind: 'rule',
    zh: '亲子活动须填写同行人的年龄段',
    en: 'A parent-child activity needs the age band of each companion',
  },
  COMPANIONS_NOT_THERE: {
    kind: 'rule',
    zh: '同行人只有 {companions} 人',
    en: 'There are only {companions} companions to give back',
  },
  ANSWERS_TOO_LARGE: { kind: 'rule', zh: '报名信息过长', en: 'The answers are too long' },
  NO_SEATS_FOR_COMPANIONS: {
    kind: 'conflict',
    zh: '剩余名额不足，无法增加同行人',
    en: 'There are no free seats for more companions',
  },
  POOL_EXISTS: { kind: 'conflict', zh: '该工会的名额池已存在', en: 'There is a pool for this union already' },
  TOO_MANY_POOLS: {
    kind: 'rule',
    zh: '一个活动最多 {max} 个名额池',
    en: 'An activity has at most {max} pools',
  },
  REGISTRATION_UNKNOWN: { kind: 'rule', zh: '没有这条报名', en: 'There is no such registration' },
  REGISTRATION_CANCELLED: { kind: 'rule', zh: '报名已取消', en: 'The registration was cancelled' },
  REGISTRATION_WAITLISTED: {
    kind: 'rule',
    zh: '仍在候补',
    en: 'The registration is still waiting for a seat',
  },
  HEADS_ABOVE_REGISTERED: {
    kind: 'rule',
    zh: '到场人数多于报名人数',
    en: 'More people than were registered',
  },
  CHECK_IN_TARGET: {
    kind: 'rule',
    zh: '签到须且只能指明签到码、报名或人员之一',
    en: 'A check-in names exactly one of code, registration and person',
  },
  WALK_IN_NOT_CONFIRMED: {
    kind: 'rule',
    zh: '未报名人员入场须由组织者确认',
    en: 'A walk-in needs the confirmation of the organiser',
  },
  WALK_IN_NOT_PERMITTED: {
    kind: 'forbidden',
    zh: '没有准许未报名人员入场的权限',
    en: 'You may not admit a walk-in',
  },
  PERSON_UNKNOWN: { kind: 'rule', zh: '没有找到这个人', en: 'There is no such person' },
  ALREADY_CHECKED_IN: { kind: 'conflict', zh: '已签到', en: 'Checked in already' },
  // --- settlement
  TOTAL_NEGATIVE: {
    kind: 'rule',
    zh: '总额不能为负；退款按原分摊取负',
    en: 'The total cannot be negative; a refund negates the original shares',
  },
  ROTATION_INVALID: {
    kind: 'rule',
    zh: '轮换序号应为不小于零的整数',
    en: 'The rotation is a whole number, 0 or more',
  },
  PARTIES_REQUIRED: { kind: 'rule', zh: '至少要有一个参与方', en: 'At least one party is needed' },
  PARTY_DUPLICATE: { kind: 'rule', zh: '参与方{party}重复', en: 'Party {party} is named twice' },
  UNKNOWN_PARTY: { kind: 'rule', zh: '{party}不是参与方', en: '{party} is not one of the parties' },
  TOO_MANY: { kind: 'rule', zh: '最多{max}个', en: 'At most {max}' },
  WEIGHT_INVALID: {
    kind: 'rule',
    zh: '权重应为0至{max}的整数',
    en: 'A weight is a whole number from 0 to {max}',
  },
  HEADCOUNT_INVALID: {
    kind: 'rule',
    zh: '人数应为0至{max}的整数',
    en: 'A headcount is a whole number from 0 to {max}',
  },
  USAGE_INVALID: {
    kind: 'rule',
    zh: '用量应为0至{max}的整数',
    en: 'A usage is a whole number from 0 to {max}',
  },
  HEADCOUNT_REQUIRED: {
    kind: 'rule',
    zh: '按人数分摊需要该方的人数',
    en: "The rule needs this party's headcount",
  },
  USAGE_REQUIRED: { kind: 'rule', zh: '按用量分摊需要该方的用量', en: "The rule needs this party's usage" },
  AMOUNT_NEGATIVE: { kind: 'rule', zh: '金额不能为负', en: 'An amount cannot be negative' },
  FIXED_ABOVE_TOTAL: {
    kind: 'rule',
    zh: '固定金额超出可分摊金额{excessFen}分',
    en: 'The fixed amounts exceed what is there by {excessFen} fen',
  },
  RULE_TOO_DEEP: { kind: 'rule', zh: '规则嵌套最多{max}层', en: 'A rule has at most {max} levels' },
  RULE_TOO_LARGE: { kind: 'rule', zh: '规则最多{max}个节点', en: 'A rule has at most {max} nodes' },
  SUBSIDY_NOT_AT_ROOT: {
    kind: 'rule',
    zh: '先行补助只能位于规则的最外层',
    en: 'The subsidy stands at the root of the rule, once',
  },
  SUBSIDY_SOURCE_IS_PARTY: {
    kind: 'rule',
    zh: '补助方{party}不能同时是参与方',
    en: 'The source of the subsidy, {party}, cannot be a party',
  },
  SUBSIDY_LIMIT_REQUIRED: {
    kind: 'rule',
    zh: '先行补助须给出比例或上限',
    en: 'The subsidy needs a percentage or an upper limit',
  },
  TIERS_REQUIRED: { kind: 'rule', zh: '至少要有一档', en: 'At least one tier is needed' },
  TIERS_NOT_RISING: {
    kind: 'rule',
    zh: '各档上限必须大于零且递增',
    en: 'The bounds of the tiers must be above zero and rise',
  },
  LAST_TIER_OPEN: {
    kind: 'rule',
    zh: '最后一档（且仅最后一档）不设上限',
    en: 'The last tier, and only the last, has no bound',
  },
  CAPS_WITH_TIERS: {
    kind: 'rule',
    zh: '分档规则不能与上下限同用',
    en: 'Caps and floors cannot be used with tiers',
  },
  FLOOR_ABOVE_CAP: {
    kind: 'rule',
    zh: '{party}的下限高于上限{excessFen}分',
    en: 'The floor of {party} is above its cap by {excessFen} fen',
  },
  AMOUNT_ABOVE_CAP: {
    kind: 'rule',
    zh: '{party}的固定或主办金额超出上限{excessFen}分',
    en: 'The fixed or host amount of {party} is above its cap by {excessFen} fen',
  },
  AMOUNT_BELOW_FLOOR: {
    kind: 'rule',
    zh: '{party}的固定或主办金额低于下限{missingFen}分',
    en: 'The fixed or host amount of {party} is below its floor by {missingFen} fen',
  },
  CAPS_BELOW_TOTAL: {
    kind: 'rule',
    zh: '上限之和比应分摊金额少{missingFen}分',
    en: 'The caps fall short of the total by {missingFen} fen',
  },
  FLOORS_ABOVE_TOTAL: {
    kind: 'rule',
    zh: '下限之和比应分摊金额多{excessFen}分',
    en: 'The floors exceed the total by {excessFen} fen',
  },
  SELF_DEBT: { kind: 'rule', zh: '{party}不能欠自己', en: '{party} cannot owe itself' },
  AMOUNT_NOT_POSITIVE: { kind: 'rule', zh: '金额必须大于零', en: 'An amount must be above zero' },
  HUB_REQUIRED: { kind: 'rule', zh: '中心模式须指定中心方', en: 'The hub mode needs a hub' },
  HUB_OUT_OF_REACH: {
    kind: 'rule',
    zh: '中心方须在轧差工会之内或为其上级',
    en: 'The hub is neither below the union of the run nor above it',
  },
  EMPTY_ENTRY: { kind: 'rule', zh: '分录不能为空', en: 'An entry needs at least one posting' },
  POSTING_NOT_POSITIVE: {
    kind: 'rule',
    zh: '记账金额必须大于零',
    en: "A posting's amount must be above zero",
  },
  SAME_ACCOUNT: {
    kind: 'rule',
    zh: '借方与贷方不能是同一账户',
    en: 'Debit and credit cannot be the same account',
  },
  PAYER_IS_PAYEE: {
    kind: 'rule',
    zh: '付款方与收款方不能是同一方',
    en: 'Payer and payee cannot be the same party',
  },
  REVERSAL_OF_REVERSAL: { kind: 'rule', zh: '冲正分录不能再冲正', en: 'A reversal cannot be reversed' },
  PARTY_FORMAT: { kind: 'shape', zh: '参与方格式不正确', en: 'The party is not given as kind and id' },
  NO_AGREEMENT_IN_FORCE: {
    kind: 'conflict',
    zh: '该活动没有生效的合办协议',
    en: 'The activity has no agreement in force',
  },
  PAYER_NOT_IN_AGREEMENT: {
    kind: 'rule',
    zh: '付款方不在合办协议中',
    en: 'The payer is not named in the agreement',
  },
  INVOICE_DUPLICATE: {
    kind: 'conflict',
    zh: '该付款方的发票号{invoiceNumber}已登记',
    en: 'Invoice {invoiceNumber} of this payer is already there',
  },
  POOL_NOT_OPEN: {
    kind: 'conflict',
    zh: '费用池已提交，不能修改',
    en: 'The cost pool was submitted and cannot be changed',
  },
  POOL_EMPTY: { kind: 'conflict', zh: '费用池没有费用项', en: 'The cost pool has no items' },
  SHARES_NOT_COMPUTED: { kind: 'conflict', zh: '请先计算分摊', en: 'Compute the shares first' },
  SAME_PERSON: { kind: 'forbidden', zh: '须由另一人办理', en: 'Another person has to do this' },
  TWO_OFFICERS_REQUIRED: {
    kind: 'conflict',
    zh: '首次记账前，网络根节点须有两名工会干部',
    en: 'The network needs two officers at its root before its first posting',
  },
  ALREADY_REVERSED: { kind: 'conflict', zh: '该分录已冲正', en: 'The entry has been reversed already' },
  REVERSE_AT_SOURCE: {
    kind: 'conflict',
    zh: '轧差与付款分录只能通过付款撤销',
    en: 'An entry of netting or payment is taken back through its payment',
  },
  NOTHING_TO_NET: {
    kind: 'conflict',
    zh: '该期间没有可轧差的余额',
    en: 'There is nothing to net in this period',
  },
  ALREADY_NETTED: {
    kind: 'conflict',
    zh: '其中有余额已被另一次轧差确认，请重新生成',
    en: 'Another run has taken some of these balances; propose anew',
  },
  DATES_REVERSED: { kind: 'rule', zh: '结束日期不能早于开始日期', en: 'The end cannot be before the start' },
  STATEMENT_TOO_LONG: {
    kind: 'rule',
    zh: '这段时间的明细超过 {linesMax} 行，请缩短期间分次导出',
    en: 'The period has more than {linesMax} lines; please export it in parts',
  },
  EXPENSE_CODE_UNKNOWN: { kind: 'rule', zh: '没有这个支出科目', en: 'There is no such expense code' },
  FUND_CATEGORY_UNKNOWN: { kind: 'rule', zh: '没有这个经费来源', en: 'There is no such fund category' },
  PARTY_UNKNOWN: { kind: 'rule', zh: '参与方{party}不存在', en: 'Party {party} is not known' },
  PARTY_KIND_NOT_PAYING: {
    kind: 'rule',
    zh: '费用分摊方须为工会或企业',
    en: 'Costs are borne by unions and enterprises',
  },
  // --- evaluation
  ITEMS_COUNT: {
    kind: 'shape',
    zh: '比较项须为 {min} 至 {max} 个',
    en: 'There must be {min} to {max} items',
  },
  MATRIX_SHAPE: {
    kind: 'shape',
    zh: '判断矩阵形状不对，此处应有 {expected} 项',
    en: 'The upper triangle does not fit: {expected} entries expected here',
  },
  JUDGEMENT_FORMAT: {
    kind: 'shape',
    zh: '判断值须为数字或分数，如 5、1/3',
    en: 'A judgement is a number or a fraction such as 5 or 1/3',
  },
  JUDGEMENT_RANGE: {
    kind: 'rule',
    zh: '判断值 {judgement} 超出 1/9 至 9',
    en: 'The judgement {judgement} lies outside 1/9 to 9',
  },
  JUDGEMENTS_DISCONNECTED: {
    kind: 'rule',
    zh: '现有判断无法把各项联系起来',
    en: 'The judgements leave some items unrelated',
  },
  JUDGES_MISSING: { kind: 'rule', zh: '尚无任何评判', en: 'Nobody has judged yet' },
  NOT_CONVERGED: { kind: 'rule', zh: '计算 {steps} 步仍未收敛', en: 'No result after {steps} steps' },
  ROWS_SHAPE: {
    kind: 'shape',
    zh: '数据行长度不一致或为空，应为 {expected} 列',
    en: 'Rows are empty or uneven: {expected} columns expected',
  },
  VALUE_NOT_A_NUMBER: { kind: 'shape', zh: '须为有限数字', en: 'A finite number is expected' },
  NEGATIVE_VALUE: { kind: 'rule', zh: '不能为负数', en: 'Must not be negative' },
  WEIGHTS_SHAPE: { kind: 'shape', zh: '权重须有 {expected} 个', en: '{expected} weights expected' },
  DIRECTIONS_SHAPE: {
    kind: 'shape',
    zh: '方向须有 {expected} 个，取 max 或 min',
    en: '{expected} directions expected, each max or min',
  },
  COEFFICIENT_RANGE: { kind: 'rule', zh: '系数须在 0 与 1 之间', en: 'The coefficient lies between 0 and 1' },
  DUPLICATE_ID: { kind: 'rule', zh: '{id} 出现了两次', en: '{id} appears twice' },
  TREE_TOO_DEEP: { kind: 'rule', zh: '指标树最多 {max} 层', en: 'The tree has at most {max} levels' },
  CUT_INCOMPLETE: {
    kind: 'rule',
    zh: '维度 {dimension} 未涵盖全部答卷',
    en: 'The dimension {dimension} does not cover all responses',
  },
  BLINDED_TOKEN_INVALID: { kind: 'shape', zh: '盲化凭证无效', en: 'The blinded token is not valid' },
  INDICATOR_UNKNOWN: { kind: 'rule', zh: '没有指标 {id}', en: 'There is no indicator {id}' },
  INDICATOR_SCALE: { kind: 'rule', zh: '指标 {id} 的量程为空', en: 'The scale of indicator {id} is empty' },
  TREE_BROKEN: {
    kind: 'rule',
    zh: '指标 {id} 的上级不存在、成环，或叶与非叶不符',
    en: 'The place of indicator {id} in the tree is not right: its parent is missing, in a circle, or a leaf',
  },
  FACT_REQUIRED: {
    kind: 'rule',
    zh: '指标 {id} 为事实指标，须指明取数项；测评指标则不得指明',
    en: 'Indicator {id}: a fact indicator names its fact, a survey indicator names none',
  },
  NODE_WEIGHTS_MISSING: {
    kind: 'rule',
    zh: '{parent} 之下的指标尚未赋权',
    en: 'The indicators below {parent} have no weights yet',
  },
  NODE_ITEMS: {
    kind: 'rule',
    zh: '{parent} 之下的比较项与指标不一致',
    en: 'The items below {parent} are not its indicators',
  },
  CONSISTENCY_TOO_LOW: {
    kind: 'rule',
    zh: '{parent} 之下判断的一致性比率 {ratio} 超过 0.10，最不一致的是 {first} 与 {second}',
    en: 'The judgements below {parent} have a consistency ratio of {ratio}, above 0.10; the worst compares {first} with {second}',
  },
  WEIGHTS_NOT_ACTIVE: { kind: 'conflict', zh: '权重版本未启用', en: 'The weight version is not in force' },
  FACTS_INCOMPLETE: {
    kind: 'conflict',
    zh: '活动尚未结束或到场记录尚未到齐',
    en: 'The activity is not closed, or its attendance facts are not complete',
  },
  SURVEY_WINDOW: {
    kind: 'rule',
    zh: '测评的截止时间必须晚于开放时间和现在',
    en: 'A survey ends after it opens, and in the future',
  },
  SURVEY_EMPTY: { kind: 'rule', zh: '测评须至少有一个问题', en: 'A survey needs at least one question' },
  SURVEY_OPEN: {
    kind: 'conflict',
    zh: '测评尚未结束，暂无结果',
    en: 'The survey is still open; there are no results yet',
  },
  SURVEY_NOT_OPEN: { kind: 'conflict', zh: '测评未开放或已结束', en: 'The survey is not open' },
  NOT_ATTENDED: {
    kind: 'forbidden',
    zh: '只有签到到场者可以参加测评',
    en: 'Only those who were checked in may take part',
  },
  TOKEN_ALREADY_ISSUED: {
    kind: 'conflict',
    zh: '已为您签发过凭证',
    en: 'A token has been issued to you already',
  },
  TOKEN_INVALID: { kind: 'rule', zh: '凭证无效', en: 'The token is not valid' },
  TOKEN_USED: { kind: 'conflict', zh: '凭证已使用', en: 'The token has been used' },
  ANSWER_UNKNOWN: { kind: 'rule', zh: '没有问题 {key}', en: 'There is no question {key}' },
  ANSWER_MISSING: { kind: 'rule', zh: '问题 {key} 须作答', en: 'Question {key} needs an answer' },
  ANSWER_FORMAT: {
    kind: 'rule',
    zh: '问题 {key} 的回答格式不对',
    en: 'The answer to question {key} does not fit',
  },
  NOTHING_TO_RANK: { kind: 'rule', zh: '没有可排名的得分', en: 'There are no scores to rank' },
  RANKING_TOO_LARGE: {
    kind: 'rule',
    zh: '一次最多排名 {max} 个活动',
    en: 'At most {max} activities are ranked at a time',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorCode = keyof typeof errorCodes;

/** The entry of a code, or undefined for a code that is not listed. */
export function errorText(code: string): ErrorText | undefined {
  return (errorCodes as Readonly<Record<string, ErrorText>>)[code];
}
