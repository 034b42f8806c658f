import type {
  EnterRecord,
  RecordLine,
  RecordView,
  TalentLine,
} from '@gongxiang/contracts/affairs/records/record.contract';
import type {
  RecordImportLine,
  RecordImportReport,
} from '@gongxiang/contracts/affairs/records/record-import.contract';
import type { EnterVisit, VisitLine, VisitView } from '@gongxiang/contracts/affairs/records/visit.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { daysAfter, shanghaiDate } from '@gongxiang/domain';
import { type Account, officerOf, passwords, signIn, type World } from '../tools/world.js';

const honour: EnterRecord = {
  kind: 'honour',
  title: '江城市劳动模范',
  issuer: '江城市人民政府',
  issuedOn: '2025-04-28',
  details: { honourLevel: 'city', year: 2025 },
};

const lawyer: EnterRecord = {
  kind: 'certificate',
  title: '律师执业证',
  issuer: '省司法厅',
  issuedOn: '2023-06-01',
  number: '14201202310000001',
  details: {},
};

const insured: EnterRecord = {
  kind: 'insurance',
  title: '住院医疗互助保障',
  issuer: '职工互助保障会',
  number: 'H420120250001',
  validUntil: '2027-06-30',
  details: { from: '2026-07-01', payer: 'union' },
};

const declared: EnterRecord = { kind: 'skill', title: '茶艺师', details: { skillLevel: '三级' } };

/** A model worker whom two officers have put on record, a lawyer whom others find, and something that waits to be verified. */
export async function keepRecordsOfPeople(world: World): Promise<void> {
  await world.report.step('档案：荣誉、证书、人才查找 / Records of people', async () => {
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const zhonggong = officerOf(world, 'zhonggong');
    const federation = officerOf(world, 'officer');
    await verifiedOnce(worker, await enteredOnce(federation, worker, honour), zhonggong);
    const certificate = await verifiedOnce(
      zhonggong,
      await enteredOnce(zhonggong, zhonggong, lawyer),
      federation,
    );
    await sharedOnce(zhonggong, certificate);
    await verifiedOnce(worker, await enteredOnce(zhonggong, worker, insured), federation);
    await enteredOnce(worker, worker, declared);
    const lines = importedAbout(worker.personId);
    await zhonggong.client.post<RecordImportReport>('/record-imports', { lines });
    const again = await zhonggong.client.post<RecordImportReport>('/record-imports', { lines });
    const found = await worker.client.get<Page<TalentLine>>(`/talents?q=${encodeURIComponent('律师')}`);
    const waiting = await federation.client.get<Page<RecordLine>>('/records?state=entered&limit=200');
    world.report.figure('found', `${found.items.length}`);
    world.report.prove(
      'the lines of a file enter a record each, and nothing once more when the same file comes again',
      again.lines.every(({ outcome }) => outcome === 'existing'),
    );
    world.report.prove(
      'a lawyer is found by a worker once verified and agreed, without the number; what nobody has verified waits, and is not found',
      found.items.some(({ title }) => title === lawyer.title) &&
        !JSON.stringify(found).includes(lawyer.number ?? '') &&
        waiting.items.some(({ title, selfDeclared }) => title === declared.title && selfDeclared) &&
        found.items.every(({ title }) => title !== declared.title),
    );
    const visit = await visitedOnce(federation, zhonggong, worker);
    const asPerson = await worker.client.get<VisitView>(`/visits/${visit.id}`);
    const asUnion = await zhonggong.client.get<Page<VisitLine>>('/visits?limit=200');
    world.report.prove(
      'whoever was visited reads all of it; who went reads it too, and their union does not have the visits of the one above',
      asPerson.own && asPerson.found !== null && asUnion.items.every(({ id }) => id !== visit.id),
    );
  });
}

/** The federation has visited a worker, with an officer of their own union; what was promised is still to be seen to. */
async function visitedOnce(federation: Account, colleague: Account, person: Account): Promise<VisitLine> {
  const known = await person.client.get<Page<VisitLine>>('/me/visits?side=visited&limit=200');
  const [one] = known.items;
  if (one !== undefined) return one;
  const today = shanghaiDate(new Date());
  const visit: EnterVisit = {
    personId: person.personId,
    reason: 'sickness',
    visitedOn: daysAfter(today, -3),
    visitorIds: [federation.personId, colleague.personId],
    brought: '米、油各一份',
    found: '术后恢复良好，家中老人白天无人照看',
    promised: '联系社区安排助餐',
    followUpOn: daysAfter(today, 11),
  };
  return federation.client.post<VisitView>('/visits', visit);
}

/** As they stand in a table of training that was filled in by an officer. */
function importedAbout(personId: string): RecordImportLine[] {
  return ['安全生产培训', '消防技能培训'].map((title, index) => ({
    line: index + 2,
    personId,
    kind: 'course',
    title,
    issuer: '江城市总工会',
    issuedOn: '2026-05-20',
    details: { hours: 8, result: '合格' },
  }));
}

/** What an earlier run has entered is there still. */
async function enteredOnce(by: Account, person: Account, content: EnterRecord): Promise<RecordLine> {
  const known = await person.client.get<Page<RecordLine>>('/me/records?limit=200');
  const one = known.items.find(({ title }) => title === content.title);
  if (one !== undefined) return one;
  const about = by === person ? {} : { personId: person.personId };
  return by.client.post<RecordView>('/records', { ...content, ...about });
}

/** As its person sees it afterwards. */
async function verifiedOnce(person: Account, { id }: RecordLine, officer: Account): Promise<RecordView> {
  const record = await person.client.get<RecordView>(`/records/${id}`);
  if (record.state !== 'entered') return record;
  await officer.client.post<RecordView>(`/records/${id}/verify`, {}, { ifMatch: record.version });
  return person.client.get<RecordView>(`/records/${id}`);
}

async function sharedOnce({ client }: Account, { id, version, shared }: RecordView): Promise<void> {
  if (!shared) await client.put<RecordView>(`/records/${id}/sharing`, { shared: true }, { ifMatch: version });
}
