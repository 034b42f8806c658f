import type { ErrorText } from '../core/error-text.js';

/** What membership refuses, see `../error-codes.ts`. */
export const membershipErrors = {
  USCC_FORMAT: {
    kind: 'rule',
    zh: '统一社会信用代码应为 18 位大写字母和数字',
    en: 'A Unified Social Credit Code has 18 digits and capital letters',
  },
  UNION_MOVE_OF_ROOT: {
    kind: 'rule',
    zh: '最上级工会没有上级，不能调整',
    en: 'The root union has none above it and stays where it is',
  },
  UNION_MOVE_WITHIN: {
    kind: 'rule',
    zh: '不能调整到本会或本会的下级工会之下',
    en: 'A union cannot move below itself, or below one that is below it',
  },
  USCC_NOT_A_UNION: {
    kind: 'rule',
    zh: '这不是工会的统一社会信用代码（应以 81 或 89 开头）',
    en: 'This code is not one of a union (81… or 89…)',
  },
  NAME_CHARACTERS: {
    kind: 'rule',
    zh: '姓名中有不属于姓名的字符（如 ?、=、乱码），请核对原件后改正',
    en: 'There are characters in the name that no name has (such as ?, = or a broken one); please correct it by the original',
  },
  JOINED_AHEAD: {
    kind: 'rule',
    zh: '入会日期在今天之后',
    en: 'The day of joining is later than today',
  },
  JOINED_BEFORE_BIRTH: {
    kind: 'rule',
    zh: '入会日期早于出生日期',
    en: 'The day of joining is before the day of birth',
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
  UNION_NAME_TAKEN: {
    kind: 'conflict',
    zh: '同一上级下已有同名工会',
    en: 'There is a union of this name under the same one already',
  },
  PENDING_CHANGE_THERE: {
    kind: 'conflict',
    zh: '已有一项变更等待上级工会确认，请先等候结果或撤回',
    en: 'A change waits for the union above already; please wait for its answer, or withdraw it',
  },
  PENDING_CHANGES_TOO_MANY: {
    kind: 'conflict',
    zh: '您已有 {max} 项变更等待确认或接受',
    en: '{max} of your changes wait to be confirmed or accepted already',
  },
  ROLE_OFFER_LAPSED: {
    kind: 'conflict',
    zh: '提出授予的人已不再有权授予该角色，请由现任干部重新授予',
    en: 'Whoever offered this role may not grant it any more; please ask an officer of today to offer it again',
  },
  ROLE_OFFER_OVER: {
    kind: 'conflict',
    zh: '提出时约定的任期已经过了，请工会干部重新授予',
    en: 'The last day that was set for this role is over; please ask an officer to grant it again',
  },
  ROLE_END_DAY: {
    kind: 'rule',
    zh: '截止日期须在今天或以后，最多十年',
    en: 'The last day must be today or later, at most ten years ahead',
  },
  ROLE_END_NEEDS_OTHER: {
    kind: 'forbidden',
    zh: '授予这个角色须另一人确认，您不能独自延长：请上级工会延长，或收回后重新授予',
    en: 'Somebody else has to confirm this role, so you cannot lengthen it alone: please ask the union above, or revoke it and grant it anew',
  },
  ROLE_NEEDS_SUCCESSOR: {
    kind: 'conflict',
    zh: '还有工会没有其他工会干部：{unions}。请先任命接任者，或把职务交给上级工会',
    en: 'This is the only officer of: {unions}. Please appoint a successor there first, or hand the office up',
  },
  END_DECISION_REQUIRED: {
    kind: 'rule',
    zh: '除名和因长期不参加组织活动终止会籍须有决定，请填写决定的文号或日期',
    en: 'An expulsion or a lapse rests on a decision: please give its number or day',
  },
  ROLE_FOR_RETAINED: {
    kind: 'rule',
    zh: '此人是保留会籍的会员，不能担任职务；恢复正常会籍后可以',
    en: 'This person’s membership is retained, so they hold no office; they can once it is full again',
  },
  ROLE_NO_OFFICER_ABOVE: {
    kind: 'conflict',
    zh: '上级工会也没有工会干部，请先任命接任者',
    en: 'No union above has an officer either: please appoint a successor first',
  },
  API_KEY_EXPIRY: {
    kind: 'rule',
    zh: '到期时间须在未来一年之内',
    en: 'A key must expire within the year ahead',
  },
  API_KEYS_TOO_MANY: {
    kind: 'conflict',
    zh: '您已有 {max} 个有效密钥，请先撤销不再使用的',
    en: 'You have {max} valid keys already; please revoke one that is no longer used',
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
  MEMBER_ELSEWHERE_OR_DIFFERS: {
    kind: 'conflict',
    zh: '该证件号码不能登记在本工会：可能已登记在另一个姓名之下，或此人是其他工会的会员。请与本人核对，由其现在的工会或上级工会处理',
    en: 'This number cannot be added here: it may be on record under another name, or its holder is a member of another union. Please check with them; their present union or the union above can help',
  },
  MEMBER_REFUSALS_TOO_MANY: {
    kind: 'tooMany',
    zh: '今天已有 {max} 个证件号码未能登记，请明天再试，或请上级工会协助',
    en: '{max} numbers could not be added today; please go on tomorrow, or ask the union above',
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
  EMPLOYMENT_KIND_UNKNOWN: {
    kind: 'rule',
    zh: '用工形式请填：合同制、劳务派遣、新就业形态、非全日制或退休',
    en: 'The kind of employment is one of: employed, agency, new form, part-time, retired',
  },
  CODE_WRONG: {
    kind: 'rule',
    zh: '验证码不正确或已失效，或者所填信息与登记的不一致，请核对或联系所在工会',
    en: 'The code is wrong or no longer valid, or the details differ from those on record; please check, or ask your union',
  },
  CODE_NOT_CONFIRMED: {
    kind: 'conflict',
    zh: '这个验证码还没有经上级工会确认，确认后才能使用',
    en: 'The union above has not confirmed this code yet; it works once that is done',
  },
  NOT_ACTIVATED: {
    kind: 'conflict',
    zh: '该会员还没有激活账号，请签发激活用的验证码',
    en: 'This member has no account yet; please issue a code for the activation',
  },
  ENTRY_CLOSED: {
    kind: 'rule',
    zh: '今天输错的次数过多，短信验证码暂不可用。请向所在工会领取纸质验证码',
    en: 'There were too many wrong tries today, so codes by text message are not accepted for now. Please ask your union for a printed code',
  },
  ALREADY_ACTIVATED: {
    kind: 'conflict',
    zh: '该会员已激活，请直接登录',
    en: 'This member is active already; please sign in',
  },
  ACCOUNT_REQUIRED: {
    kind: 'rule',
    zh: '名册中没有手机号，请填写登录名',
    en: 'The roster has no phone; please choose a login',
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
  IMPORT_FORMAT: {
    kind: 'rule',
    zh: '读不出这个文件：请上传 .xlsx 或 .csv；旧版 .xls 请先另存为 .xlsx，有密码的请先取消密码',
    en: 'This file cannot be read: please upload .xlsx or .csv, an old .xls saved as .xlsx, and no file with a password',
  },
  IMPORT_TOO_LARGE: {
    kind: 'rule',
    zh: '文件展开后过大，请只留下名册所在的工作表，或分批导入',
    en: 'The file is too large once unpacked; please keep the sheet of the roster only, or import it in parts',
  },
  IMPORT_SHEET_MISSING: {
    kind: 'rule',
    zh: '文件中没有这个工作表',
    en: 'The file has no such sheet',
  },
  IMPORT_COLUMN_TWICE: {
    kind: 'rule',
    zh: '同一列或同一项目选了两次',
    en: 'A column or a field is assigned twice',
  },
  IMPORT_ROW_NOT_AMBIGUOUS: {
    kind: 'conflict',
    zh: '第 {row} 行不需要选择',
    en: 'Row {row} needs no choice',
  },
  IMPORT_NOT_CANDIDATE: {
    kind: 'rule',
    zh: '第 {row} 行：请从所列的人中选择',
    en: 'Row {row}: please choose one of the people who are listed',
  },
  IMPORT_NOT_LEAVING: {
    kind: 'rule',
    zh: '该会员不在“不在名册中”的名单里，请刷新后重选',
    en: 'This member is not on the list of those who are not in the file; please reload it',
  },
  IMPORT_LEAVING_TOO_MANY: {
    kind: 'conflict',
    zh: '一次导入最多终止 {max} 人的会籍，其余请在会员页面办理',
    en: 'An import ends at most {max} memberships; please end the others one by one on their pages',
  },
  RESIDENT_NUMBER_IS_NUMERIC: {
    kind: 'rule',
    zh: '证件号码这一格是数值，电子表格只保留 15 位；请把该列设为文本后重新填写',
    en: 'The cell is a number, of which a spreadsheet keeps 15 digits; please set the column to text and type it again',
  },
  CELL_ERROR: {
    kind: 'rule',
    zh: '这一格是公式错误（如 #N/A），请改为文字',
    en: 'The cell is an error of a formula (such as #N/A); please type the value',
  },
  FORMULA_WITHOUT_VALUE: {
    kind: 'rule',
    zh: '这一格是没有结果的公式，请在表格软件中打开、保存后再上传，或改为文字',
    en: 'The cell is a formula without a result; please open and save the file in a spreadsheet, or type the value',
  },
  CELL_MERGED: {
    kind: 'rule',
    zh: '这一格与上面的格合并了，请取消合并并逐行填写',
    en: 'The cell is merged with the one above; please unmerge it and fill in each row',
  },
  MAYBE_KNOWN: {
    kind: 'conflict',
    zh: '可能是已在册的会员，请确认是同一人还是另一人',
    en: 'This may be somebody who is a member already; please say whether it is',
  },
  ROW_SKIPPED: { kind: 'conflict', zh: '已选择不载入', en: 'It was left out, as somebody chose' },
  ENTRY_KEY_OF_ANOTHER: {
    kind: 'conflict',
    zh: '这个 key 已用于另一个证件号码',
    en: 'This key has been used for another resident number',
  },
  ENTRY_KEY_TWICE: { kind: 'rule', zh: '同一批中 key 重复', en: 'The key occurs twice in the batch' },
  IMPORT_EMPTY: { kind: 'rule', zh: '文件中没有数据行', en: 'The file has no rows' },
  IMPORT_TOO_LONG: {
    kind: 'rule',
    zh: '文件行数过多，请分批导入',
    en: 'The file has too many rows; please import it in parts',
  },
  IMPORT_LINE_TOO_LONG: {
    kind: 'rule',
    zh: '文件中有一行超过 64 KB，请检查文件是否为名册',
    en: 'A line of the file is longer than 64 kB; please check whether it is a roster',
  },
  IMPORT_TOO_WIDE: {
    kind: 'rule',
    zh: '文件超过 100 列，请删去多余的列',
    en: 'The file has more than 100 columns; please delete those that are not needed',
  },
  IMPORT_UNDER_WAY: {
    kind: 'conflict',
    zh: '该工会有一项导入正在进行，请待其结束后再导入',
    en: 'An import for this union is under way; please wait until it has ended',
  },
  IMPORT_FILE_MISSING: {
    kind: 'rule',
    zh: '没有找到上传的文件，请重新上传',
    en: 'The uploaded file is not there; please upload it again',
  },
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
  PASSWORD_COMMON: {
    kind: 'rule',
    zh: '这个密码很多人在用，容易被猜到，请换一个',
    en: 'Many people use this password, so it is easily guessed; please choose another',
  },
  PASSWORD_OWN_DATA: {
    kind: 'rule',
    zh: '密码不能用自己的姓名、登录名、证件号码、生日、手机号或工会名称组成，请换一个',
    en: 'This is made of your name, login, resident number, birthday, phone or union; please choose another password',
  },
  PASSWORD_REPEATS: {
    kind: 'rule',
    zh: '密码不能只是重复或连续的字符，请换一个',
    en: 'A password cannot be characters that repeat or run on; please choose another',
  },
  PHONE_FORMAT: {
    kind: 'rule',
    zh: '手机号码应为 1 开头的 11 位数字',
    en: 'The phone number is not in the right format',
  },
  ACCOUNT_FORMAT: {
    kind: 'rule',
    zh: '登录名应以字母开头，3 至 40 位小写字母、数字或 . _ -',
    en: 'A login begins with a letter and has 3 to 40 lower-case letters, digits or . _ -',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
