import type {
  AddedBulletinAttachmentView,
  AddedBulletinPictureView,
  AddedBulletinRecordingView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type { CourseCertificateView } from '@gongxiang/contracts/affairs/records/course.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { png } from './one-pixel.js';

const signedIn = [401, 200, 200, 200] as const;
const anybody = [200, 200, 200, 200] as const;
/** For officers of the union; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** For officers of the union; its members see it. */
const managed = [401, 403, 404, 200] as const;
/** For members of the union and of those below it. */
const forMembers = [401, 200, 404, 200] as const;

const definition = {
  title: '车间用电安全',
  summary: '先断电，再检修。',
  audience: 'members',
  lessons: [{ title: '断电', text: '检修前**先断电**，挂牌上锁。' }],
  questions: [
    {
      text: '检修前先做什么？',
      choices: [
        { text: '开工', right: false },
        { text: '断电', right: true },
      ],
      explanation: '先断电，再检修。',
    },
  ],
  passPercent: 100,
  attemptsMax: 1,
  validMonths: 12,
};

/** The course is written with a picture and a document of its union. */
async function addFiles({ people, network, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const path = `/unions/${network.near.id}`;
  const picture = await client.upload('box.png', png, 'image/png');
  const document = await client.upload('steps.csv', '步骤,要点\n断电,挂牌\n', 'text/csv');
  const shown = await client.post<AddedBulletinPictureView>(`${path}/bulletin-pictures`, {
    fileKey: picture.key,
  });
  const offered = await client.post<AddedBulletinAttachmentView>(`${path}/bulletin-attachments`, {
    fileKey: document.key,
    fileName: 'steps.csv',
  });
  const sound = await client.upload('rules.mp3', Buffer.from([0xff, 0xfb, 0x90, 0, 1, 2]), 'audio/mpeg');
  const played = await client.post<AddedBulletinRecordingView>(`${path}/bulletin-recordings`, {
    fileKey: sound.key,
    fileName: 'rules.mp3',
  });
  const further = await client.upload('more.mp3', Buffer.from([0xff, 0xfb, 0x90, 0, 3, 4]), 'audio/mpeg');
  ids
    .set('coursePictureId', shown.fileId)
    .set('courseDocumentId', offered.fileId)
    .set('courseRecordingId', played.fileId)
    .set('courseRecordingKey', further.key);
}

const withFiles = (world: AccessWorld) => ({
  ...definition,
  lessons: definition.lessons.map((lesson) => ({
    ...lesson,
    pictures: [{ fileId: idOf(world, 'coursePictureId'), alt: '配电箱' }],
    attachments: [{ fileId: idOf(world, 'courseDocumentId'), title: '步骤' }],
    recordings: [{ fileId: idOf(world, 'courseRecordingId'), title: '口诀' }],
  })),
});

const first = () => ({ params: { number: '1' } });

/** What stands on the certificate of the member. */
async function readCertificate(world: AccessWorld): Promise<void> {
  const { client } = world.people.member;
  const certificate = await client.get<CourseCertificateView>(
    `/courses/${idOf(world, 'courseId')}/certificate`,
  );
  world.ids.set('certificateNumber', certificate.number).set('certificateName', certificate.name);
}

const certificateOf = (world: AccessWorld) => ({
  query: new URLSearchParams({
    number: idOf(world, 'certificateNumber'),
    name: idOf(world, 'certificateName'),
  }).toString(),
});

/** A course is its union's officers'; whom it is for take it, and each sees their own attempts and certificate. */
export const courseRows: readonly AccessRow[] = [
  { route: 'GET /course-templates', expected: [401, 403, 200, 200] },
  {
    route: 'POST /courses',
    expected: [401, 404, 404, 201],
    before: addFiles,
    request: (world) => ({ body: { ...withFiles(world), unionId: world.network.near.id } }),
    keep: 'courseId',
  },
  { route: 'PUT /courses/{courseId}', expected: hidden, request: (world) => ({ body: withFiles(world) }) },
  { route: 'POST /courses/{courseId}/publish', expected: hidden },
  { route: 'GET /courses', expected: signedIn },
  { route: 'GET /courses/{courseId}', expected: forMembers },
  {
    route: 'GET /courses/{courseId}/pictures/{fileId}/{width}',
    expected: forMembers,
    request: (world) => ({ params: { fileId: idOf(world, 'coursePictureId'), width: '800' } }),
  },
  {
    route: 'GET /courses/{courseId}/attachments/{fileId}',
    expected: forMembers,
    request: (world) => ({ params: { fileId: idOf(world, 'courseDocumentId') } }),
  },
  {
    route: 'GET /courses/{courseId}/recordings/{fileId}',
    expected: forMembers,
    request: (world) => ({ params: { fileId: idOf(world, 'courseRecordingId') } }),
  },
  {
    route: 'POST /unions/{unionId}/bulletin-recordings',
    expected: [401, 404, 404, 201],
    request: (world) => ({
      params: { unionId: world.network.near.id },
      body: { fileKey: idOf(world, 'courseRecordingKey'), fileName: 'more.mp3' },
    }),
  },
  { route: 'GET /courses/{courseId}/content', expected: managed },
  { route: 'POST /courses/{courseId}/begin', expected: forMembers },
  { route: 'POST /courses/{courseId}/lessons/{number}/read', expected: forMembers, request: first },
  { route: 'POST /courses/{courseId}/attempts', expected: forMembers },
  { route: 'GET /courses/{courseId}/attempts/{number}', expected: forMembers, request: first },
  {
    route: 'POST /courses/{courseId}/attempts/{number}/hand-in',
    expected: forMembers,
    request: () => ({ ...first(), body: { answers: [{ question: 1, choices: ['B'] }] } }),
  },
  { route: 'GET /courses/{courseId}/certificate', expected: forMembers },
  {
    route: 'GET /public/course-certificates/verify',
    expected: anybody,
    before: readCertificate,
    request: certificateOf,
  },
  { route: 'GET /courses/{courseId}/figures', expected: managed },
  { route: 'POST /courses/{courseId}/end', expected: managed },
];
