import { occasionKinds } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';

/** A service to begin from. Its id never changes. */
export interface ServiceTemplate {
  readonly id: string;
  readonly definition: ServiceDefinition;
}

const none = { anonymous: false, secondPerson: false, applicants: 'members', handledAt: 'own' } as const;
const working = (count: number) => ({ count, days: 'working' }) as const;
const calendar = (count: number) => ({ count, days: 'calendar' }) as const;
/** The options of 慰问 that are called as the occasions of the list of visits are. */
const visited = occasionKinds.map((kind) => ({ kind, option: kind }));
/** Why people are in hardship: an answer of theirs, and a topic that officers confirm, by which causes are counted. */
const causes = [
  { id: 'illness', label: '本人或家人大病', words: ['大病', '重病', '住院', '手术', '化疗', '透析'] },
  { id: 'accident', label: '意外灾害', words: ['车祸', '火灾', '水灾', '受伤', '工伤', '意外'] },
  { id: 'study', label: '子女上学', words: ['学费', '上学', '助学', '大学', '高中'] },
  { id: 'income', label: '收入低、负担重', words: ['收入低', '低保', '房贷', '赡养', '单亲'] },
  { id: 'job', label: '失去工作', words: ['下岗', '失业', '裁员', '停产', '待岗'] },
];
const longText = (id: string, title: string) => ({ id, kind: 'longText', title, required: true }) as const;

/** What is told in confidence: read by named people alone, also without a name, and promised within seven days. */
const privileged =
  '只由工会指定的人受理和答复，工会干部和单位都看不到内容。七天答复是工会的承诺，不是法定期限。';
const advice = {
  applicants: 'everybody',
  anonymous: true,
  handledAt: 'offering',
  handledBy: 'named',
  acceptWithin: working(2),
  decideWithin: calendar(7),
} as const;

/**
 * What unions do for their people, each with the one rule that no other has. What is quoted stands in `guidance` with its source;
 * † marks what rests on a secondary source or on a custom, and is to be looked at before it is offered.
 */
export const serviceTemplates: readonly ServiceTemplate[] = [
  {
    id: 'suggestion',
    definition: {
      ...none,
      name: '合理化建议',
      category: 'suggestion',
      summary: '对生产、管理、安全、服务有改进的想法，写给工会。采纳后核算效益，按规则奖励。',
      guidance:
        '评审小组由三人组成，过半数同意即采纳。奖励按当年核定效益的 5% 计，最高 5,000 元，提出人 60%、实施人 40%。†比例和上限请按本单位的规定修改。\n依据：《合理化建议和技术改进奖励条例》（国务院 1986 年修订）†',
      questions: [
        longText('now', '现在是怎样的'),
        longText('idea', '建议怎样改'),
        longText('effect', '预计有什么效果'),
      ],
      acceptWithin: working(3),
      decideWithin: working(60),
      secondPerson: true,
      steps: [
        { id: 'panel', kind: 'statements', label: '评审小组评审', people: 3, within: working(15) },
        { id: 'trial', kind: 'record', label: '试行情况', within: working(30) },
        {
          id: 'reward',
          kind: 'reward',
          label: '效益核算与奖励',
          help: '写明按什么核算、谁核算的。',
          rate: 50,
          cap: { amount: '500000', currency: 'CNY' },
          shares: [
            { label: '提出人', weight: 60 },
            { label: '实施人', weight: 40 },
          ],
        },
      ],
      outcomes: [
        { id: 'adopted', label: '采纳并奖励', needs: ['panel', 'trial', 'reward'] },
        { id: 'thanked', label: '采纳，不计效益', needs: ['panel'] },
        { id: 'declined', label: '不采纳' },
      ],
      pays: {
        expenseCode: '3.4',
        most: { amount: '500000', currency: 'CNY' },
        split: [
          { label: '提出人', weight: 60 },
          { label: '实施人', weight: 40 },
        ],
      },
    },
  },
  {
    id: 'innovation',
    definition: {
      ...none,
      name: '职工创新成果',
      category: 'suggestion',
      summary:
        '创新工作室和职工的创新项目：立项、推进、实践、转化，一步一步有人跟进，办结时按做到的阶段奖励。',
      guidance:
        '评审小组过半数同意即立项。做到哪一阶段，就按哪一阶段办结；转化的，按核定效益的 5% 奖励，最高 10,000 元，主创人 60%、参与人 40%。†各阶段的奖励、比例和上限请按本单位创新成果管理的规定修改。',
      questions: [
        { id: 'studio', kind: 'shortText', title: '哪个创新工作室（没有的不填）', required: false },
        longText('problem', '要解决什么问题'),
        longText('way', '打算怎样做'),
      ],
      papers: [{ id: 'plan', title: '项目方案', required: false }],
      acceptWithin: working(5),
      decideWithin: calendar(365),
      secondPerson: true,
      steps: [
        { id: 'initiated', kind: 'statements', label: '立项评审', people: 3, within: working(15) },
        {
          id: 'advanced',
          kind: 'record',
          label: '推进情况',
          help: '写明做到了什么、用了多少、下一步做什么。',
        },
        {
          id: 'practised',
          kind: 'statements',
          label: '实践验证',
          help: '由用到成果的班组或单位写明效果。',
          people: 2,
        },
        {
          id: 'converted',
          kind: 'reward',
          label: '转化效益与奖励',
          help: '写明转化给了谁、按什么核算、谁核算的。',
          rate: 50,
          cap: { amount: '1000000', currency: 'CNY' },
          shares: [
            { label: '主创人', weight: 60 },
            { label: '参与人', weight: 40 },
          ],
        },
      ],
      outcomes: [
        { id: 'converted', label: '已转化', needs: ['initiated', 'advanced', 'practised', 'converted'] },
        { id: 'practised', label: '已实践', needs: ['initiated', 'advanced', 'practised'] },
        { id: 'advanced', label: '已推进，没有进入实践', needs: ['initiated', 'advanced'] },
        { id: 'declined', label: '不予立项', needsFailed: ['initiated'] },
      ],
      pays: {
        expenseCode: '3.4',
        most: { amount: '1000000', currency: 'CNY' },
        split: [
          { label: '主创人', weight: 60 },
          { label: '参与人', weight: 40 },
        ],
      },
    },
  },
  {
    id: 'disclosure',
    definition: {
      ...none,
      name: '厂务公开建议',
      category: 'suggestion',
      summary: '想知道单位的哪些事、哪些账，提出来：单位公开，或者说明为什么不公开。可以不署名。',
      guidance:
        '责任部门答复后才能办结；列入公开计划的，可以在“我的工会要公开什么”里看到。†答复的时间请按本单位的规定修改。\n依据：《企业民主管理规定》（总工发〔2012〕12 号）厂务公开一章†',
      anonymous: true,
      questions: [
        { id: 'subject', kind: 'shortText', title: '希望公开什么', required: true },
        { id: 'why', kind: 'longText', title: '为什么想知道', required: false },
      ],
      acceptWithin: working(2),
      decideWithin: working(15),
      steps: [
        {
          id: 'answer',
          kind: 'record',
          label: '责任部门答复',
          help: '写明哪个部门、谁答复的；不公开的，写明依据。',
          within: working(10),
        },
      ],
      outcomes: [
        { id: 'disclosed', label: '已公开', needs: ['answer'] },
        { id: 'planned', label: '已列入公开计划', needs: ['answer'] },
        { id: 'declined', label: '不属于公开范围，已说明理由', needs: ['answer'] },
      ],
    },
  },
  {
    id: 'appeal',
    definition: {
      ...none,
      name: '职工诉求',
      category: 'appeal',
      summary: '工作和生活上的难处，告诉工会。承诺七天答复；到期没有答复，自动提交上一级工会。',
      guidance: '七天答复是工会的承诺，不是法定期限。可以不署名，凭受理编号和查询码看答复。',
      anonymous: true,
      questions: [longText('what', '遇到了什么事'), longText('wish', '希望怎样解决')],
      acceptWithin: working(1),
      decideWithin: calendar(7),
      outcomes: [
        { id: 'solved', label: '已解决' },
        { id: 'answered', label: '已答复' },
        { id: 'passed-on', label: '已转有关部门' },
      ],
      topics: [
        { id: 'wages', label: '工资', words: ['工资', '拖欠', '加班费', '奖金'] },
        { id: 'hours', label: '工时休假', words: ['加班', '年假', '休假', '调休', '倒班'] },
        { id: 'safety', label: '安全健康', words: ['安全', '受伤', '工伤', '高温', '防护'] },
        { id: 'canteen', label: '食堂住宿', words: ['食堂', '伙食', '宿舍', '班车'] },
      ],
    },
  },
  {
    id: 'legal-advice',
    definition: {
      ...none,
      name: '法律咨询',
      category: 'consultation',
      summary: '劳动合同、工资、工伤等法律问题，由指定的律师解答。承诺七天答复。',
      guidance: `${privileged}律师解答不收费，也不代替仲裁和诉讼；有期限的，请同时留意期限。`,
      ...advice,
      questions: [longText('what', '想咨询什么')],
      outcomes: [
        { id: 'answered', label: '已答复' },
        { id: 'referred', label: '已转法律援助' },
      ],
      topics: [
        { id: 'contract', label: '劳动合同', words: ['合同', '续签', '试用期', '辞退', '解除', '补偿'] },
        { id: 'wages', label: '工资', words: ['工资', '拖欠', '加班费', '奖金'] },
        { id: 'injury', label: '工伤', words: ['工伤', '受伤', '职业病', '鉴定'] },
        { id: 'insurance', label: '社会保险', words: ['社保', '公积金', '养老', '医保', '失业金'] },
      ],
    },
  },
  {
    id: 'counselling',
    definition: {
      ...none,
      name: '心理咨询',
      category: 'consultation',
      summary: '压力大、睡不好、心里有事，和心理咨询师说说。承诺七天内联系您。',
      guidance: `${privileged}有伤害自己的念头，或身边的人有危险，请不要等待答复，马上拨打 120 或 110。`,
      ...advice,
      questions: [
        longText('what', '想说的事'),
        { id: 'when', kind: 'shortText', title: '什么时候方便联系', required: false },
      ],
      outcomes: [
        { id: 'helped', label: '已咨询' },
        { id: 'referred', label: '已转专业机构' },
        { id: 'ended', label: '本人不再需要' },
      ],
    },
  },
  {
    id: 'dispute',
    definition: {
      ...none,
      name: '劳动争议调解',
      category: 'rights',
      summary: '和单位有劳动争议，请工会调解。两名调解员共同调解，十五日内办结。',
      guidance:
        '自收到调解申请之日起十五日内未达成调解协议的，可以申请仲裁；申请仲裁的时效为一年，从知道或者应当知道权利被侵害之日起算。劳动关系存续期间拖欠劳动报酬的，不受一年限制，但劳动关系终止的，应当自终止之日起一年内提出。\n依据：《劳动争议调解仲裁法》第十四条、第二十七条',
      questions: [
        { id: 'since', kind: 'date', title: '哪一天知道权利受到侵害', required: true },
        longText('facts', '事情经过'),
        longText('claim', '要求单位做什么'),
      ],
      papers: [
        { id: 'contract', title: '劳动合同或入职证明', required: false },
        {
          id: 'evidence',
          title: '证据清单和证据',
          help: '工资条、考勤、聊天记录、照片都可以',
          required: true,
        },
      ],
      acceptWithin: working(2),
      decideWithin: calendar(15),
      steps: [
        {
          id: 'mediation',
          kind: 'statements',
          label: '两名调解员的调解笔录',
          people: 2,
          within: calendar(12),
        },
        {
          id: 'aid',
          kind: 'record',
          label: '法律援助交接',
          help: '没有达成协议的，交给法律援助，写明交给谁。',
        },
      ],
      limitation: { question: 'since', months: 12, label: '申请劳动仲裁的时效' },
      outcomes: [
        { id: 'agreed', label: '达成调解协议', needs: ['mediation'] },
        { id: 'handed-over', label: '未达成协议，已转法律援助', needs: ['aid'] },
        { id: 'dropped', label: '申请人不再要求' },
      ],
    },
  },
  {
    id: 'supervision',
    definition: {
      ...none,
      name: '工会劳动法律监督',
      category: 'rights',
      summary: '单位违反劳动法律法规，请工会监督改正：提示函、意见书、建议书，逐级提出。',
      guidance:
        '先发提示函；到期没有改正的，发意见书；仍不改正的，提请政府有关部门处理（建议书）。\n依据：《工会劳动法律监督办法》（总工办发〔2021〕9 号）†',
      anonymous: true,
      questions: [longText('what', '单位哪里做得不合法'), longText('where', '发生在哪里、什么时候')],
      acceptWithin: working(3),
      decideWithin: calendar(90),
      steps: [
        { id: 'hint', kind: 'remedies', label: '提示函' },
        { id: 'opinion', kind: 'remedies', label: '意见书', unless: 'hint' },
        {
          id: 'proposal',
          kind: 'record',
          label: '建议书',
          help: '写明提请哪个部门处理。',
          unless: 'opinion',
        },
      ],
      outcomes: [
        { id: 'mended', label: '已改正', needs: ['hint'] },
        { id: 'mended-later', label: '收到意见书后改正', needs: ['opinion'] },
        { id: 'handed-over', label: '已提请有关部门处理', needs: ['proposal'] },
        { id: 'unfounded', label: '经查不属实' },
      ],
    },
  },
  {
    id: 'hardship',
    definition: {
      ...none,
      name: '困难职工帮扶',
      category: 'hardship',
      summary: '家里遇到大的困难，申请建档帮扶。一户一档，一户一策，有人负责到底。',
      guidance:
        '家庭经济状况核对要由每一位成年家庭成员签字授权。入户核实后公示五个工作日。脱困或有其他理由才结档。\n依据：《困难职工帮扶中心》有关管理办法†，公示天数请按当地规定修改。',
      questions: [
        {
          id: 'cause',
          kind: 'choice',
          title: '主要的困难',
          required: true,
          options: causes.map(({ id, label }) => ({ id, label })),
        },
        {
          id: 'adults',
          kind: 'number',
          title: '家里有几位成年人（含本人）',
          required: true,
          min: 1,
          max: 20,
        },
        longText('situation', '家里的情况'),
      ],
      papers: [
        { id: 'authority', title: '家庭成员核对授权书', help: '每一位成年家庭成员都要签字', required: true },
        { id: 'proof', title: '困难证明材料', required: true },
      ],
      acceptWithin: working(3),
      decideWithin: calendar(365),
      secondPerson: true,
      steps: [
        {
          id: 'authority',
          kind: 'signatures',
          label: '成年家庭成员签字授权',
          question: 'adults',
          within: working(5),
        },
        {
          id: 'visit',
          kind: 'statements',
          label: '两人入户核实',
          people: 2,
          within: working(10),
        },
        {
          id: 'kind',
          kind: 'hardshipKind',
          label: '认定困难类别',
          help: '按提交当天的困难类别表认定，写明家庭人均月收入怎么核出来的。',
        },
        {
          id: 'notice',
          kind: 'publicNotice',
          label: '公示',
          days: 5,
          help: '公示的内容不写病情和家庭住址。',
        },
        {
          id: 'plan',
          kind: 'householdPlan',
          label: '一户一策帮扶计划',
          help: '先登记家庭成员。一个家庭只有一个计划：家里已有计划的，并入那个计划。',
        },
        { id: 'lifted', kind: 'record', label: '脱困评估' },
      ],
      allowance: { per: 'year', uses: ['lifted', 'ended'] },
      topics: causes,
      coverage: { kind: 'hardship', outcomes: ['lifted', 'ended', 'joined'] },
      outcomes: [
        {
          id: 'lifted',
          label: '已脱困，结档',
          needs: ['authority', 'visit', 'kind', 'notice', 'plan', 'lifted'],
        },
        {
          id: 'ended',
          label: '因其他原因结档',
          needs: ['authority', 'visit', 'kind', 'notice', 'plan'],
        },
        { id: 'joined', label: '并入本户帮扶计划，结档', needs: ['authority'], needsFailed: ['plan'] },
        { id: 'refused', label: '不符合建档条件' },
      ],
    },
  },
  {
    id: 'sympathy',
    definition: {
      ...none,
      name: '会员慰问',
      category: 'benefit',
      summary: '结婚、生育、住院、退休和家里有人去世，告诉工会，工会来看望；生日和退休，工会按会籍登记上门。',
      guidance:
        '可以慰问的事项和标准以本级工会的经费规定为准；每一事项每年慰问一次。\n依据：《基层工会经费收支管理办法》（总工办发〔2017〕32 号）第八条',
      questions: [
        {
          id: 'occasion',
          kind: 'choice',
          title: '什么事',
          required: true,
          options: [
            { id: 'wedding', label: '结婚' },
            { id: 'birth', label: '生育' },
            { id: 'hospital', label: '生病住院' },
            { id: 'death', label: '本人或直系亲属去世' },
            { id: 'retirement', label: '退休离岗' },
            { id: 'birthday', label: '生日' },
            { id: 'festival', label: '节日' },
            { id: 'hardship', label: '困难' },
          ],
        },
        { id: 'on', kind: 'date', title: '哪一天', required: true },
      ],
      acceptWithin: working(1),
      decideWithin: working(10),
      allowance: { question: 'occasion', per: 'year', uses: ['given'] },
      occasion: { question: 'occasion', day: 'on', answers: [...visited] },
      coverage: { kind: 'everybody', outcomes: ['given'] },
      steps: [{ id: 'visit', kind: 'record', label: '看望情况' }],
      outcomes: [
        { id: 'given', label: '已慰问', needs: ['visit'] },
        { id: 'refused', label: '不属于慰问事项' },
      ],
    },
  },
  {
    id: 'mutual-aid',
    definition: {
      ...none,
      name: '职工互助保障理赔',
      category: 'benefit',
      summary: '参加了职工互助保障，住院、患病或受伤后申请理赔。工会转交材料，由互助保障组织裁定和赔付。',
      guidance:
        '是否赔付、赔付多少，由职工互助保障组织裁定；工会只协助备齐材料、转交和告知结果，不收取、不垫付、不发放互助金。对裁定有异议的，向互助保障组织提出。†材料和期限以您参加的保障计划为准，请按当地互助保障组织的规定修改。\n依据：《职工互助保障组织监督管理办法》（总工办发〔2020〕6 号）第一条、第二条†：互助保障组织是独立承担责任的非营利性法人组织。',
      questions: [
        {
          id: 'event',
          kind: 'choice',
          title: '因为什么申请',
          required: true,
          options: [
            { id: 'hospital', label: '住院医疗' },
            { id: 'illness', label: '重大疾病' },
            { id: 'accident', label: '意外伤害' },
            { id: 'women', label: '女职工特殊疾病' },
          ],
        },
        { id: 'on', kind: 'date', title: '入院、确诊或受伤的日期', required: true },
        longText('what', '情况说明'),
      ],
      papers: [
        { id: 'certificate', title: '互助保障凭证', help: '没有的，写明在哪个单位参加', required: false },
        { id: 'identity', title: '身份证正反面', required: true },
        { id: 'diagnosis', title: '诊断证明或出院小结', required: true },
        { id: 'bills', title: '医疗费用票据和医保结算单', help: '住院医疗和意外伤害要交', required: false },
        { id: 'accident', title: '意外事故证明', help: '意外伤害要交', required: false },
        { id: 'account', title: '本人银行卡', help: '互助保障组织付款用', required: false },
      ],
      acceptWithin: working(2),
      decideWithin: working(60),
      steps: [
        {
          id: 'check',
          kind: 'record',
          label: '初审材料',
          help: '只看材料齐不齐、清不清楚；缺什么请申请人补。',
          within: working(3),
        },
        {
          id: 'ruling',
          kind: 'outsideDecision',
          label: '互助保障组织裁定',
          body: '中国职工保险互助会办事处',
          help: '先登记转交，收到裁定后再登记结果。单位名称请改成本地的互助保障组织。',
          within: working(30),
        },
      ],
      outcomes: [
        { id: 'paid', label: '已赔付', needs: ['check', 'ruling'] },
        { id: 'refused', label: '未获赔付', needs: ['check'], needsFailed: ['ruling'] },
        { id: 'incomplete', label: '材料不全，退回补齐' },
        { id: 'not-covered', label: '不属于保障范围，没有转交' },
      ],
    },
  },
  {
    id: 'honour',
    definition: {
      ...none,
      name: '劳模先进推荐',
      category: 'honour',
      summary: '推荐劳动模范、先进个人：民主推荐，职代会通过，征求意见，公示不少于五个工作日。',
      guidance:
        '推荐对象要经职工民主推荐、职工代表大会讨论通过，征求有关部门意见，在本单位和上一级各公示不少于五个工作日。\n依据：各级评选文件†，部门和天数请按当年的评选文件修改。',
      questions: [
        { id: 'who', kind: 'shortText', title: '推荐谁', required: true },
        { id: 'title', kind: 'shortText', title: '推荐什么荣誉', required: true },
        longText('deeds', '主要事迹'),
      ],
      papers: [{ id: 'form', title: '推荐审批表', required: true }],
      acceptWithin: working(3),
      decideWithin: working(60),
      secondPerson: true,
      steps: [
        { id: 'nomination', kind: 'ballot', label: '职工民主推荐', quorum: 'half', majority: 'present' },
        { id: 'assembly', kind: 'ballot', label: '职工代表大会通过', quorum: 'twoThirds', majority: 'all' },
        {
          id: 'opinions',
          kind: 'opinions',
          label: '征求有关部门意见',
          bodies: ['公安', '人力资源社会保障', '税务', '应急管理', '生态环境'],
        },
        { id: 'own-notice', kind: 'publicNotice', label: '本单位公示', days: 5 },
        { id: 'tier-notice', kind: 'publicNotice', label: '上一级公示', days: 5 },
      ],
      outcomes: [
        {
          id: 'recommended',
          label: '推荐上报',
          needs: ['nomination', 'assembly', 'opinions', 'own-notice', 'tier-notice'],
        },
        { id: 'refused', label: '不予推荐' },
      ],
    },
  },
  {
    id: 'assembly',
    definition: {
      ...none,
      name: '职代会提案与代表巡视',
      category: 'suggestion',
      summary: '职工代表的提案和巡视发现的问题：逐项整改，到期复查，结果向职代会报告。',
      guidance:
        '职工代表大会须有三分之二以上的代表出席；表决须经全体代表过半数通过。\n依据：《企业民主管理规定》（总工发〔2012〕12 号）†',
      questions: [longText('subject', '提案或发现的问题'), longText('proposal', '建议怎样办')],
      acceptWithin: working(5),
      decideWithin: working(60),
      steps: [
        { id: 'inspection', kind: 'remedies', label: '巡视发现与整改' },
        { id: 'assembly', kind: 'ballot', label: '职代会表决', quorum: 'twoThirds', majority: 'all' },
      ],
      outcomes: [
        { id: 'done', label: '已办结并通过', needs: ['inspection', 'assembly'] },
        { id: 'open', label: '未通过，下次会议再议', needs: ['inspection'] },
        { id: 'merged', label: '并入其他提案' },
      ],
    },
  },
  {
    id: 'report',
    definition: {
      ...none,
      name: '工会主席述职评议',
      category: 'other',
      summary: '主席向会员代表大会述职，代表评议；没有过半数满意的，整改并复查。',
      guidance:
        '会员代表须有三分之二以上出席。无记名评议可以用“表决”，选项写满意、基本满意、不满意，结果登记在评议这一步（赞成是满意和基本满意之和）。\n依据：《基层工会会员代表大会条例》（总工发〔2019〕6 号）†，评议办法请按本会的规定修改。',
      questions: [
        { id: 'year', kind: 'shortText', title: '哪一年度的述职', required: true },
        longText('report', '述职报告'),
      ],
      acceptWithin: working(5),
      decideWithin: calendar(90),
      steps: [
        { id: 'heard', kind: 'record', label: '大会述职', help: '写明哪一天、多少代表到会。' },
        { id: 'rated', kind: 'ballot', label: '代表评议', quorum: 'twoThirds', majority: 'present' },
        { id: 'mended', kind: 'remedies', label: '整改与复查', unless: 'rated' },
      ],
      outcomes: [
        { id: 'passed', label: '评议通过', needs: ['heard', 'rated'] },
        {
          id: 'mended',
          label: '评议没有通过，已整改并复查',
          needs: ['heard', 'mended'],
          needsFailed: ['rated'],
        },
      ],
    },
  },
  {
    id: 'bargaining',
    definition: {
      ...none,
      name: '集体协商',
      category: 'rights',
      summary: '就工资、工时、女职工权益等发起集体协商：要约、协商、表决、报送、生效。',
      guidance:
        '一方书面提出协商要求的，另一方应当在二十日内书面回应。草案须经三分之二以上职工代表出席的职工代表大会、全体代表半数以上同意。签订后十日内报送劳动保障行政部门；自收到之日起十五日内未提出异议的，即行生效。合同期限一般为一至三年，期满前三个月内任何一方可以要求重新签订或续订。\n依据：《集体合同规定》（劳动和社会保障部令第 22 号）第三十二条、第三十六条、第三十八条、第四十二条、第四十七条',
      questions: [longText('subject', '协商什么'), longText('aim', '希望达成什么')],
      acceptWithin: working(5),
      decideWithin: calendar(120),
      secondPerson: true,
      steps: [
        { id: 'offer', kind: 'remedies', label: '书面要约', help: '期限填二十日后的日期，对方回应后复核。' },
        { id: 'rounds', kind: 'record', label: '协商会议记录' },
        { id: 'vote', kind: 'ballot', label: '职代会表决草案', quorum: 'twoThirds', majority: 'halfOfAll' },
        { id: 'filed', kind: 'record', label: '报送劳动保障行政部门', within: calendar(10) },
      ],
      outcomes: [
        {
          id: 'in-force',
          label: '集体合同生效',
          needs: ['offer', 'rounds', 'vote', 'filed'],
          followUp: { months: 3, label: '集体合同期满。期满前三个月内，任何一方都可以要求重新签订或续订' },
        },
        { id: 'failed', label: '未达成一致' },
      ],
    },
  },
];
