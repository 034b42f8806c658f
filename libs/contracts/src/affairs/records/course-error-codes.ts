import type { ErrorText } from '../../core/error-text.js';

/** What is refused about courses, see `../../error-codes.ts`. */
export const courseErrors = {
  COURSE_INVALID: {
    kind: 'rule',
    zh: '课程有不合规则的地方，请看标出的各项',
    en: 'Something about the course breaks a rule; see what is marked',
  },
  COURSE_QUESTION_NO_RIGHT: {
    kind: 'rule',
    zh: '每道题至少要有一个正确选项',
    en: 'Each question needs a choice that is right',
  },
  COURSE_STATE: {
    kind: 'conflict',
    zh: '课程现在的状态不能这样处理，请刷新后再看',
    en: 'The course is in a state in which this is not possible; read it again',
  },
  COURSE_EDITIONS_MAX: {
    kind: 'conflict',
    zh: '一门课程最多修订 {max} 版，请另建新课程',
    en: 'A course has at most {max} editions; create another one',
  },
  COURSE_NOT_BEGUN: { kind: 'conflict', zh: '请先开始学习', en: 'Begin the course first' },
  COURSE_LESSON_ORDER: {
    kind: 'conflict',
    zh: '请按顺序学习，先学完前面的课',
    en: 'Lessons are read in their order; read the ones before first',
  },
  COURSE_LESSONS_UNREAD: {
    kind: 'conflict',
    zh: '学完全部课时后才能测验',
    en: 'Read all lessons before the quiz',
  },
  COURSE_PASSED: { kind: 'conflict', zh: '您已经通过了测验', en: 'You have passed the quiz already' },
  COURSE_ATTEMPTS_USED: {
    kind: 'conflict',
    zh: '测验次数（{max} 次）已用完',
    en: 'All attempts ({max}) are used',
  },
  COURSE_ATTEMPT_OVER: {
    kind: 'conflict',
    zh: '这次测验已经交卷',
    en: 'This attempt was handed in already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
