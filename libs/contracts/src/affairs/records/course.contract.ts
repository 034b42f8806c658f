import { type ChoiceLetter, choiceLetters } from '@gongxiang/domain';
import { OmitType } from '@nestjs/swagger';
import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { attachmentTypes, audioTypes, videoTypes } from '../../words/media-types.js';
import {
  AttachmentFileView,
  PictureFileView,
  type PictureWidth,
  pictureWidths,
} from '../../words/uploads.js';
import {
  BulletinAttachmentDto,
  bulletinAttachmentsMax,
  BulletinAttachmentView,
  type BulletinAudience,
  bulletinAudiences,
  BulletinPictureDto,
  bulletinPicturesMax,
  BulletinPictureView,
} from '../bulletins/bulletin.contract.js';
import { BulletinRecordingDto, BulletinRecordingView } from '../bulletins/bulletin-file.contract.js';

/** Being written; taken by whom it is for; begun by nobody any more, while those who have begun may finish it. */
export const courseStates = ['draft', 'published', 'ended'] as const;
export type CourseState = (typeof courseStates)[number];

/** Of one attempt at the quiz: not handed in yet; at the pass mark or above; below it. */
export const courseAttemptStates = ['open', 'passed', 'failed'] as const;
export type CourseAttemptState = (typeof courseAttemptStates)[number];

export const courseLessonsMax = 30;
export const courseQuestionsMax = 50;
export const courseAttemptsMax = 10;
export const courseEditionsMax = 100;
export const courseUnionsMax = 200;
export const courseRecordingsMax = 3;
const titleMax = 100;
const summaryMax = 500;
const lessonTextMax = 10_000;
const questionTextMax = 500;
const percentMax = 100;

/** How choices are named, in the order in which they are written. */

export class CourseLesson {
  @Text({ max: titleMax, example: '设置一个好密码' }) title: string;
  @Text({ max: lessonTextMax, description: 'Markdown; HTML in it is shown as it is written' }) text: string;
  @Text({
    optional: true,
    max: 500,
    pattern: /^https?:\/\/\S+$/,
    description: 'Where to read on',
    example: 'https://daily.example/5123',
  })
  link?: string | null;
  @ListOf(() => BulletinPictureDto, {
    optional: true,
    max: bulletinPicturesMax,
    description: 'As they were added for bulletins of the union, in order; none where absent',
  })
  pictures?: BulletinPictureDto[] | null;
  @ListOf(() => BulletinAttachmentDto, {
    optional: true,
    max: bulletinAttachmentsMax,
    description: 'As they were added for bulletins of the union, in order; none where absent',
  })
  attachments?: BulletinAttachmentDto[] | null;
  @ListOf(() => BulletinRecordingDto, {
    optional: true,
    max: courseRecordingsMax,
    description: 'Videos and recordings as they were added for the union, in order; none where absent',
  })
  recordings?: BulletinRecordingDto[] | null;
}

/** A lesson with what is to be known of its files. */
export class CourseLessonView extends OmitType(CourseLesson, ['pictures', 'attachments', 'recordings']) {
  @ListOf(() => BulletinPictureView, { max: bulletinPicturesMax, description: 'In order' })
  pictures: BulletinPictureView[];
  @ListOf(() => BulletinAttachmentView, { max: bulletinAttachmentsMax, description: 'In order' })
  attachments: BulletinAttachmentView[];
  @ListOf(() => BulletinRecordingView, { max: courseRecordingsMax, description: 'In order' })
  recordings: BulletinRecordingView[];
}

export class CourseChoice {
  @Text({ max: 200 }) text: string;
  @Flag() right: boolean;
}

/** A question is right if all its right choices are chosen, and no other. */
export class CourseQuestion {
  @Text({ max: questionTextMax }) text: string;
  @ListOf(() => CourseChoice, { min: 2, max: choiceLetters.length }) choices: CourseChoice[];
  @Text({ optional: true, max: 500, description: 'Shown once the attempt is handed in' }) explanation?:
    string | null;
}

/** All that an officer says about a course. */
export class CourseDefinition {
  @Text({ max: titleMax, example: '数字技能基础' }) title: string;
  @Text({ max: summaryMax }) summary: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience', description: 'Who may take it' })
  audience: BulletinAudience;
  @ListOf(() => CourseLesson, { min: 1, max: courseLessonsMax, description: 'Read in this order' })
  lessons: CourseLesson[];
  @ListOf(() => CourseQuestion, { min: 1, max: courseQuestionsMax }) questions: CourseQuestion[];
  @Whole({ min: 1, max: percentMax, description: 'Percent of the questions that have to be right' })
  passPercent: number;
  @Whole({ min: 1, max: courseAttemptsMax }) attemptsMax: number;
  @Whole({
    optional: true,
    min: 1,
    max: 120,
    description: 'For how many months the certificate is valid; without end where absent',
  })
  validMonths?: number | null;
}

export class CreateCourse extends CourseDefinition {
  @Uuid({ description: 'The union that offers it and issues its certificates' }) unionId: string;
}

export class ChangeCourse extends CourseDefinition {
  @Uuid() courseId: string;
}

export class CourseId {
  @Uuid() courseId: string;
}

export class ListCourses extends PageRequest {
  @OneOf(courseStates, {
    optional: true,
    name: 'CourseState',
    description: 'Those of the unions whose officer the caller is; what the caller may take where absent',
  })
  state?: CourseState;
  @Flag({ optional: true, description: 'Those that the caller has begun, in whatever state they are' })
  begun?: boolean;
  @Text({ optional: true, max: 60, description: 'A part of the title, or its pinyin' }) q?: string;
}

export class CourseSummary {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(courseStates, { name: 'CourseState' }) state: CourseState;
  @Text({ max: titleMax }) title: string;
  @Text({ max: summaryMax }) summary: string;
  @Uuid({ description: 'The union that offers it' }) unionId: string;
  @Text() unionName: string;
  @OneOf(bulletinAudiences, { name: 'BulletinAudience' }) audience: BulletinAudience;
  @Flag({ description: 'The caller has begun it' }) begun: boolean;
  @Flag({ description: 'The caller has passed it' }) passed: boolean;
}

/** One attempt at the quiz, without its questions. */
export class CourseAttemptLine {
  @Whole({ min: 1 }) number: number;
  @OneOf(courseAttemptStates, { name: 'CourseAttemptState' }) state: CourseAttemptState;
  @Instant() begunAt: string;
  @Instant({ nullable: true }) handedInAt: string | null;
  @Whole({ nullable: true, max: percentMax, description: 'Rounded down; null until it is handed in' })
  percent: number | null;
}

/** How far the caller is. */
export class CourseProgress {
  @Whole({ description: 'So many lessons are read, from the first on' }) lessonsRead: number;
  @ListOf(() => CourseAttemptLine, { max: courseAttemptsMax }) attempts: CourseAttemptLine[];
  @Text({ nullable: true, description: 'Of the certificate; null until it is passed' })
  certificateNumber: string | null;
  @Uuid({ nullable: true, description: 'The record of the caller to which it has led' }) recordId:
    string | null;
}

/** What whoever takes it sees: in the edition with which they have begun, else in the present one. */
export class CourseView extends OmitType(CourseSummary, ['begun', 'passed']) {
  @Whole({ description: 'Which edition is shown' }) edition: number;
  @ListOf(() => CourseLessonView, { max: courseLessonsMax }) lessons: CourseLessonView[];
  @Whole({ description: 'How many the quiz has' }) questions: number;
  @Whole({ max: percentMax }) passPercent: number;
  @Whole() attemptsMax: number;
  @Whole({ nullable: true }) validMonths: number | null;
  @Nested(() => CourseProgress, { nullable: true, description: 'Null until the caller has begun' })
  progress: CourseProgress | null;
  @Flag({ description: 'The caller may begin it' }) beginnable: boolean;
  @Flag({ description: 'The caller may change it' }) changeable: boolean;
}

/** The present edition with its answers, for officers of the union and above. */
export class CourseContentView extends OmitType(CourseDefinition, ['lessons']) {
  @ListOf(() => CourseLessonView, { max: courseLessonsMax }) lessons: CourseLessonView[];
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(courseStates, { name: 'CourseState' }) state: CourseState;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole() edition: number;
}

/** Of a document, a video or a recording. */
export class CourseFileRequest {
  @Uuid() courseId: string;
  @Uuid() fileId: string;
}

export class CoursePictureRequest extends CourseFileRequest {
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class ReadCourseLesson {
  @Uuid() courseId: string;
  @Whole({ min: 1, max: courseLessonsMax, description: 'The next that is not read, or one that is' })
  number: number;
}

export class CourseAttemptId {
  @Uuid() courseId: string;
  @Whole({ min: 1, max: courseAttemptsMax }) number: number;
}

export class CourseAnswer {
  @Whole({ min: 1, max: courseQuestionsMax, description: 'The number of the question' }) question: number;
  @SomeOf(choiceLetters) choices: ChoiceLetter[];
}

/** A question without an answer counts as wrong. */
export class CourseAnswers extends CourseAttemptId {
  @ListOf(() => CourseAnswer, { max: courseQuestionsMax }) answers: CourseAnswer[];
}

/** The name comes from membership, through the gateway: a certificate bears the name of whoever has passed. */
export class HandInCourseAttempt extends CourseAnswers {
  @Text({ max: 100, description: "The caller's own name" }) name: string;
}

export class CourseAttemptChoice {
  @OneOf(choiceLetters, { name: 'ChoiceLetter' }) letter: ChoiceLetter;
  @Text({ max: 200 }) text: string;
  @Flag({ nullable: true, description: 'Null until the attempt is handed in' }) right: boolean | null;
  @Flag({ nullable: true, description: 'Whether the caller has chosen it; null until it is handed in' })
  chosen: boolean | null;
}

export class CourseAttemptQuestion {
  @Whole({ min: 1, max: courseQuestionsMax, description: 'As it stands in the course' }) question: number;
  @Text({ max: questionTextMax }) text: string;
  @Flag({ description: 'More than one choice is right' }) several: boolean;
  @ListOf(() => CourseAttemptChoice, { max: choiceLetters.length }) choices: CourseAttemptChoice[];
  @Text({ nullable: true, max: 500, description: 'Null until the attempt is handed in' }) explanation:
    string | null;
}

export class CourseAttemptView extends OmitType(CourseAttemptLine, []) {
  @Uuid() courseId: string;
  @Text({ max: titleMax }) title: string;
  @Whole({ max: percentMax }) passPercent: number;
  @ListOf(() => CourseAttemptQuestion, {
    max: courseQuestionsMax,
    description: 'In an order of this attempt',
  })
  questions: CourseAttemptQuestion[];
}

export class CourseCertificateView {
  @Text({ max: 40 }) number: string;
  @Text({ max: 100, description: 'The name of whoever has passed, as it was then' }) name: string;
  @Text({ max: titleMax }) title: string;
  @Text({ description: 'The union that issues it' }) issuer: string;
  @CalendarDate() issuedOn: string;
  @CalendarDate({ nullable: true, description: 'Its last day; null where it does not end' }) validUntil:
    string | null;
  @Whole({ max: percentMax }) percent: number;
  @Flag({ description: 'False once it is over, or its record was revoked' }) valid: boolean;
}

export class VerifyCourseCertificate {
  @Text({ max: 40, description: 'The number on the certificate', example: '20261128-7K3M9QXA' })
  number: string;
  @Text({ max: 100, description: 'The name on the certificate', example: '张小三' }) name: string;
}

/** No more than whoever holds the certificate reads on it. */
export class CourseCertificateVerification extends OmitType(CourseCertificateView, ['name', 'percent']) {}

export class CourseUnionFigures {
  @Uuid({ nullable: true, description: 'Null for those who belonged to no union' }) unionId: string | null;
  @Text({ nullable: true }) unionName: string | null;
  @Whole() begun: number;
  @Whole({ description: 'Those of them who have passed' }) passed: number;
  @Whole({ description: 'Those of them who have used all attempts without passing' }) failed: number;
}

export class CourseFiguresView {
  @Whole() begun: number;
  @Whole() passed: number;
  @Whole() failed: number;
  @ListOf(() => CourseUnionFigures, {
    max: courseUnionsMax,
    description: 'By the union of which they were members as they began; where most have begun, first',
  })
  unions: CourseUnionFigures[];
}

export class CourseTemplateView {
  @Text({ max: 40 }) id: string;
  @Nested(() => CourseDefinition) definition: CourseDefinition;
}

export class CourseTemplatesView {
  @ListOf(() => CourseTemplateView, { max: 50 }) items: CourseTemplateView[];
}

const example = {
  title: '数字技能基础',
  summary: '用手机和电脑办事的基本功。',
  audience: 'members',
  lessons: [{ title: '设置一个好密码', text: '密码至少 **12 位**，不要各处相同。' }],
  questions: [
    {
      text: '验证码可以告诉谁？',
      choices: [
        { text: '自称客服的人', right: false },
        { text: '谁也不能告诉', right: true },
      ],
      explanation: '工作人员不会要您的验证码。',
    },
  ],
  passPercent: 60,
  attemptsMax: 3,
  validMonths: 24,
};
const tag = 'courses';
const acting = { tag, status: 200, ifMatch: true } as const;
const taking = { tag, status: 200 } as const;

export const courseContract = {
  create: command('affairs.course.create', CreateCourse, CourseContentView, {
    http: 'POST courses',
    tag,
    summary: 'Begins a course of a union; nobody but its officers sees it before it is published',
    example: { ...example, unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  change: command('affairs.course.change', ChangeCourse, CourseContentView, {
    http: 'PUT courses/:courseId',
    tag,
    summary:
      'Writes a draft anew; of what is published it makes a new edition, and whoever has begun keeps theirs',
    ifMatch: true,
    example,
  }),
  publish: command('affairs.course.publish', CourseId, CourseContentView, {
    ...acting,
    http: 'POST courses/:courseId/publish',
    summary: 'Lets those for whom it is take it; nobody is notified',
  }),
  end: command('affairs.course.end', CourseId, CourseContentView, {
    ...acting,
    http: 'POST courses/:courseId/end',
    summary: 'Ends a course for good: nobody begins it any more, and who has begun may finish',
  }),
  list: query('affairs.course.list', ListCourses, pageOf(CourseSummary), {
    http: 'GET courses',
    tag,
    summary: 'What the caller may take or has begun, the newest first; or what their unions offer, by state',
  }),
  get: query('affairs.course.get', CourseId, CourseView, {
    http: 'GET courses/:courseId',
    tag,
    summary: 'A course that is for the caller, or that they have begun, or whose officer they are',
  }),
  content: query('affairs.course.content', CourseId, CourseContentView, {
    http: 'GET courses/:courseId/content',
    tag,
    summary: 'The present edition with its questions and what is right, for officers of the union and above',
  }),
  picture: query('affairs.course.picture', CoursePictureRequest, PictureFileView, {
    http: 'GET courses/:courseId/pictures/:fileId/:width',
    tag,
    summary:
      'A picture of a lesson, or one out of a video, in one of its widths, for whoever sees the course in that edition',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  attachment: query('affairs.course.attachment', CourseFileRequest, AttachmentFileView, {
    http: 'GET courses/:courseId/attachments/:fileId',
    tag,
    summary: 'A document of a lesson, to be saved, for whoever sees the course in that edition',
    files: attachmentTypes,
    isFileOnly: true,
  }),
  recording: query('affairs.course.recording', CourseFileRequest, AttachmentFileView, {
    http: 'GET courses/:courseId/recordings/:fileId',
    tag,
    summary:
      'A video or a recording of a lesson, or the part of it that a Range names, for whoever sees the course in that edition',
    files: [...videoTypes, ...audioTypes],
    isFileOnly: true,
  }),
  templates: query('affairs.course.templates', NoRequest, CourseTemplatesView, {
    http: 'GET course-templates',
    tag,
    summary: 'Courses to begin from, for officers',
  }),
  figures: query('affairs.course.figures', CourseId, CourseFiguresView, {
    http: 'GET courses/:courseId/figures',
    tag,
    summary: 'How many have begun and passed it, by union, for officers of the union and above',
  }),
  begin: command('affairs.course.begin', CourseId, CourseView, {
    ...taking,
    http: 'POST courses/:courseId/begin',
    summary: 'The caller begins it, in its present edition; once more changes nothing',
  }),
  readLesson: command('affairs.course.read-lesson', ReadCourseLesson, CourseView, {
    ...taking,
    http: 'POST courses/:courseId/lessons/:number/read',
    summary: 'Marks the next lesson as read; one that is read already stays as it is',
  }),
  beginAttempt: command('affairs.course.begin-attempt', CourseId, CourseAttemptView, {
    ...taking,
    http: 'POST courses/:courseId/attempts',
    summary:
      'Begins an attempt at the quiz once all lessons are read; the one that is open where there is one',
  }),
  attempt: query('affairs.course.attempt', CourseAttemptId, CourseAttemptView, {
    http: 'GET courses/:courseId/attempts/:number',
    tag,
    summary: 'An attempt of the caller; what is right is said once it is handed in',
  }),
  handIn: command('affairs.course.hand-in', HandInCourseAttempt, CourseAttemptView, {
    ...taking,
    http: 'POST courses/:courseId/attempts/:number/hand-in',
    summary:
      'Hands an attempt in, once: it is marked, and whoever has passed gets a record and a certificate',
    example: { answers: [{ question: 1, choices: ['B'] }] },
  }),
  certificate: query('affairs.course.certificate', CourseId, CourseCertificateView, {
    http: 'GET courses/:courseId/certificate',
    tag,
    summary: 'The certificate of the caller',
  }),
  verifyCertificate: query(
    'affairs.course.verify-certificate',
    VerifyCourseCertificate,
    CourseCertificateVerification,
    {
      http: 'GET public/course-certificates/verify',
      tag: 'public',
      summary: 'Says to anyone whether a certificate is genuine and valid, by its number and name',
      public: true,
      remembered: true,
    },
  ),
};
