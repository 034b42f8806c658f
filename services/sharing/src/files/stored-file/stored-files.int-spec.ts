import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityAttachmentContract } from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { activityPictureContract } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { dayMs, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { FileStore, StoredFiles } from '@gongxiang/messaging/files';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { dot } from '@gongxiang/testing/pictures';
import { pdfOf } from '../../activities/attachment/attachment.fixture.js';
import { isGone, uploaded } from '../../activities/picture/picture.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { sweepDue } from './file-sweep.js';

let sharing: ServiceFixture;
let host: KnownUnion;
let activityId: string;

beforeAll(async () => {
  sharing = await startSharing();
  const stage = new Stage(sharing);
  host = await stage.union();
  activityId = await stage.activity(host);
});
afterAll(() => sharing.stop());

const bytes = Buffer.from('姓名,工号\n');
const files = (): FileStore => sharing.app.get(FileStore);

/** Files in the store that no row and no schedule references. */
async function left(): Promise<string> {
  const keptFor = { keeper: 'sharing', aboutId: activityId, keptAt: sharing.clock.now() };
  const options = { bytesMax: 100, types: ['text/csv'], ownerId: newId(), keptFor };
  return (await files().put(Readable.from([bytes]), options)).key;
}

const sweepNow = (): Promise<void> =>
  sharing.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) => schedule(tx, { kind: sweepDue, key: '', at: tx.now }));

const isThere = async (key: string): Promise<void> => {
  const content = await files().get(key, null);
  content.destroy();
};

const notedKeys = (): Promise<{ key: string }[]> =>
  sharing.dataSource.query(`SELECT key FROM due WHERE kind = 'unneeded-file'`);

describe('a file that is kept', () => {
  it('is noted before it is, so that it goes though whoever kept it died before naming it', async () => {
    const about = { ownerId: newId(), aboutId: activityId };
    // A feature would insert the referencing row next; here nothing follows, as after a kill.
    const [file] = await sharing.app.get(StoredFiles).store([{ bytes, type: 'text/csv' }], about);
    const key = file?.key ?? '';
    expect(await notedKeys()).toEqual([{ key }]);
    await isThere(key);
    sharing.clock.advance(3_600_000);
    await isGone(sharing, key);
    await eventually(async () => expect(await notedKeys()).toEqual([]));
  });

  it('is noted also where the store dies over it', async () => {
    const about = { ownerId: newId(), aboutId: activityId };
    const contents = [
      { bytes, type: 'text/csv' },
      { bytes, type: 'image/webp' }, // a wrong type: the store refuses the second after it has the first
    ];
    await expect(sharing.app.get(StoredFiles).store(contents, about)).rejects.toMatchObject({
      code: 'FILE_TYPE',
    });
    const noted = await notedKeys();
    expect(noted).toHaveLength(2);
    sharing.clock.advance(3_600_000);
    for (const { key } of noted) await isGone(sharing, key);
    await eventually(async () => expect(await notedKeys()).toEqual([]));
  });
});

describe('the daily sweep', () => {
  it('removes what no row names, once it is a day old, and nothing else', async () => {
    const picture = await uploaded(sharing, await dot('png'), host.officer.personId);
    const plan = await uploaded(sharing, pdfOf(), host.officer.personId);
    const add = { activityId, fileKey: picture };
    const { id: pictureId } = await sharing.ask(activityPictureContract.add, add, host.officer);
    const attach = { activityId, fileKey: plan, fileName: '方案.pdf', visibility: 'hosts' as const };
    const { id: attachmentId } = await sharing.ask(activityAttachmentContract.add, attach, host.officer);
    const foreign = await uploaded(sharing, bytes, newId()); // another service's, from this one's point of view
    const old = await left();
    sharing.clock.advance(dayMs + 1_000);
    const young = await left();
    await sweepNow();
    await isGone(sharing, old);
    for (const key of [young, foreign]) await isThere(key);
    const asked = { activityId, attachmentId };
    await isThere((await sharing.ask(activityAttachmentContract.file, asked, host.officer)).fileKey);
    for (const width of ['320', '800', '1600'] as const) {
      const wish = { activityId, pictureId, width };
      await isThere((await sharing.ask(activityPictureContract.file, wish, host.officer)).fileKey);
    }
  });

  it('comes again on the next day', async () => {
    const rows: { due_at: Date }[] = await sharing.dataSource.query(
      `SELECT due_at FROM due WHERE kind = $1`,
      [sweepDue],
    );
    expect(rows.map(({ due_at }) => due_at > sharing.clock.now())).toEqual([true]);
    const key = await left();
    sharing.clock.advance(2 * dayMs);
    await isGone(sharing, key);
  });
});
