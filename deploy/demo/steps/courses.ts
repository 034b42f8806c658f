import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  AddedBulletinAttachmentView,
  AddedBulletinPictureView,
  AddedBulletinRecordingView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  CourseAnswer,
  CourseAttemptView,
  CourseCertificateVerification,
  CourseCertificateView,
  CourseContentView,
  CourseDefinition,
  CourseFiguresView,
  CourseSummary,
  CourseTemplatesView,
  CourseView,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { choiceLetters } from '@gongxiang/domain';
import { Refusal } from '../tools/client.js';
import { factoryPicture } from '../tools/court-picture.js';
import { type Account, officerOf, passwords, signIn, unionOf, type World } from '../tools/world.js';

/** By which other parts of the demo find the courses: one that is passed, one in whose quiz somebody is, and a draft. */
export const courseTitles = {
  digital: '数字技能基础',
  fire: '班组消防常识',
  staff: '工会干部业务入门',
} as const;

const fire: CourseDefinition = {
  title: courseTitles.fire,
  summary: '会报警、会灭初起之火、会带人撤离。',
  audience: 'members',
  lessons: [
    {
      title: '报警和灭火器',
      text: '火警电话是 **119**，报清地址、什么在烧、有没有人被困。\n\n干粉灭火器：**提、拔、握、压**，对准火焰根部。',
    },
    {
      title: '撤离',
      text: '烟大时**弯腰低姿**，用湿毛巾捂住口鼻，走安全出口，**不坐电梯**。',
    },
  ],
  questions: [
    {
      text: '火警电话是？',
      choices: [
        { text: '119', right: true },
        { text: '110', right: false },
        { text: '120', right: false },
      ],
      explanation: '119 是火警，110 是报警，120 是急救。',
    },
    {
      text: '下面哪些做法是对的？（多选）',
      choices: [
        { text: '对准火焰根部喷射', right: true },
        { text: '弯腰低姿撤离', right: true },
        { text: '坐电梯下楼', right: false },
      ],
      explanation: '火灾时电梯可能停运，烟也会进入井道。',
    },
  ],
  passPercent: 100,
  attemptsMax: 3,
  validMonths: 12,
};

/** Two courses are offered: a worker has passed one, with a certificate on record, and is in the quiz of the other; a third is a draft. */
export async function offerCourses(world: World): Promise<void> {
  await world.report.step('课程：学习、测验、证书 / Courses with a quiz and a certificate', async () => {
    const federation = officerOf(world, 'officer');
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const { items: templates } = await federation.client.get<CourseTemplatesView>('/course-templates');
    const templateOf = (title: string): CourseDefinition => {
      const found = templates.find(({ definition }) => definition.title === title);
      if (found === undefined) throw new Error(`there is no course template ${title}`);
      return found.definition;
    };
    const unionId = unionOf(world, 'federation').id;
    const digital = await publishedOnce(federation, unionId, templateOf(courseTitles.digital));
    const second =
      (await knownAs(federation, 'published', fire.title)) ??
      (await publishedOnce(federation, unionId, await withFiles(federation, unionId)));
    await draftedOnce(federation, unionId, templateOf(courseTitles.staff));
    await passOnce(worker, digital, templateOf(courseTitles.digital));
    await beginQuizOnce(worker, second);
    await proveTheCertificate(world, worker, digital);
    const figures = await federation.client.get<CourseFiguresView>(`/courses/${digital}/figures`);
    world.report.figure('passed', `${figures.passed} / ${figures.begun}`);
    world.report.prove(
      'an officer sees how many have begun and passed, by union, and no names',
      figures.passed >= 1 && figures.unions.length >= 1 && !JSON.stringify(figures).includes(worker.personId),
    );
  });
}

/** Made by `make-lesson-video.ts`. */
const dataOf = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../demo/data/${name}`, import.meta.url)));

/** A course of which the first lesson shows a picture, plays a video and offers a document. */
async function withFiles({ client }: Account, unionId: string): Promise<CourseDefinition> {
  const path = `/unions/${unionId}`;
  const picture = await client.upload('exit.png', factoryPicture(1), 'image/png');
  const steps = await client.upload(
    'steps.csv',
    '步骤,要点\r\n提,提起灭火器\r\n拔,拔掉保险销\r\n',
    'text/csv',
  );
  const shown = await client.post<AddedBulletinPictureView>(`${path}/bulletin-pictures`, {
    fileKey: picture.key,
  });
  const offered = await client.post<AddedBulletinAttachmentView>(`${path}/bulletin-attachments`, {
    fileKey: steps.key,
    fileName: '灭火器四步.csv',
  });
  const video = await client.upload('extinguisher.mp4', dataOf('extinguisher.mp4'), 'video/mp4');
  const poster = await client.upload('extinguisher.jpg', dataOf('extinguisher.jpg'), 'image/jpeg');
  const played = await client.post<AddedBulletinRecordingView>(`${path}/bulletin-recordings`, {
    fileKey: video.key,
    fileName: '提拔握压.mp4',
    posterKey: poster.key,
  });
  const [lesson, ...others] = fire.lessons;
  if (lesson === undefined) return fire;
  const illustrated = {
    ...lesson,
    pictures: [{ fileId: shown.fileId, alt: '厂区道路，疏散时沿路边走' }],
    recordings: [{ fileId: played.fileId, title: '灭火器四步：提、拔、握、压' }],
    attachments: [{ fileId: offered.fileId, title: offered.title }],
  };
  return { ...fire, lessons: [illustrated, ...others] };
}

/** Anybody verifies it by number and name, and nobody by the number alone. */
async function proveTheCertificate(
  { nobody, report }: World,
  worker: Account,
  courseId: string,
): Promise<void> {
  const certificate = await worker.client.get<CourseCertificateView>(`/courses/${courseId}/certificate`);
  const { number, name, title } = certificate;
  const verify = async (asked: string): Promise<CourseCertificateVerification | null> => {
    const query = new URLSearchParams({ number, name: asked }).toString();
    try {
      return await nobody.get<CourseCertificateVerification>(`/public/course-certificates/verify?${query}`);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    }
  };
  const genuine = await verify(name);
  report.figure('certificate', number);
  report.prove(
    'whoever has passed has a certificate that anybody verifies by its number and name, and not with another name',
    genuine?.valid === true && genuine.title === title && (await verify('王不认识')) === null,
  );
}

/** What an earlier run has made is there still. */
async function knownAs(officer: Account, state: string, title: string): Promise<string | undefined> {
  const known = await officer.client.get<Page<CourseSummary>>(
    `/courses?state=${state}&q=${encodeURIComponent(title)}`,
  );
  return known.items.find((one) => one.title === title)?.id;
}

async function publishedOnce(
  officer: Account,
  unionId: string,
  definition: CourseDefinition,
): Promise<string> {
  const known = await knownAs(officer, 'published', definition.title);
  if (known !== undefined) return known;
  const id = await draftedOnce(officer, unionId, definition);
  await officer.client.decide<CourseContentView>(`/courses/${id}/publish`);
  return id;
}

async function draftedOnce(officer: Account, unionId: string, definition: CourseDefinition): Promise<string> {
  const known = await knownAs(officer, 'draft', definition.title);
  if (known !== undefined) return known;
  const { id } = await officer.client.post<CourseContentView>('/courses', { ...definition, unionId });
  return id;
}

/** Reads what is not read yet, and begins an attempt or finds the one that is open. */
async function toQuiz({ client }: Account, courseId: string): Promise<CourseAttemptView> {
  const { lessons, progress } = await client.post<CourseView>(`/courses/${courseId}/begin`);
  const read = progress?.lessonsRead ?? 0;
  for (let number = read + 1; number <= lessons.length; number += 1)
    await client.post<CourseView>(`/courses/${courseId}/lessons/${number}/read`);
  return client.post<CourseAttemptView>(`/courses/${courseId}/attempts`);
}

/** Leaves an attempt that is not handed in, unless an earlier run has, or somebody who tried the demo. */
async function beginQuizOnce(worker: Account, courseId: string): Promise<void> {
  const { progress } = await worker.client.get<CourseView>(`/courses/${courseId}`);
  if ((progress?.attempts.length ?? 0) === 0) await toQuiz(worker, courseId);
}

async function passOnce(worker: Account, courseId: string, definition: CourseDefinition): Promise<void> {
  const { progress } = await worker.client.get<CourseView>(`/courses/${courseId}`);
  if (progress?.certificateNumber != null) return;
  const { number } = await toQuiz(worker, courseId);
  const answers = rightAnswersTo(definition);
  await worker.client.post<CourseAttemptView>(`/courses/${courseId}/attempts/${number}/hand-in`, { answers });
}

function rightAnswersTo({ questions }: CourseDefinition): CourseAnswer[] {
  return questions.map(({ choices }, at) => ({
    question: at + 1,
    choices: choiceLetters.filter((_letter, index) => choices[index]?.right),
  }));
}
