import type {
  AttachmentsView,
  AttachmentView,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type {
  AlbumPage,
  AlbumPictureView,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import type { AttendancePage } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { courtPicture, factoryPicture } from '../tools/court-picture.js';
import type { Client } from '../tools/client.js';
import { planDocument } from '../tools/plan-document.js';
import { type Account, idOf, officerOf, type World } from '../tools/world.js';

/** The plan as a PDF that anybody may have, and pictures of the day by those who were there, which the hosts look at first. */
export async function keepPictures(world: World): Promise<void> {
  await world.report.step('附件与活动相册 / Attachments, and an album of the day', async () => {
    const { client: host } = officerOf(world, 'zhonggong');
    const path = `/activities/${idOf(world, 'familyDay')}`;
    await handOut(host, path);
    const { items: before } = await host.get<AlbumPage>(`${path}/album-pictures`);
    if (before.length === 0) await fill(world, path);
    const { items, waiting } = await host.get<AlbumPage>(`${path}/album-pictures`);
    world.report.figure('pictures in the album', `${items.length}, of which ${waiting} wait for the hosts`);
    const { items: open } = await world.nobody.get<{ items: unknown[] }>(`/public${path}/album-pictures`);
    world.report.prove('anybody sees one picture alone, which the hosts show to all', open.length === 1);
  });
}

async function handOut(host: Client, path: string): Promise<void> {
  const { items } = await host.get<AttachmentsView>(`${path}/attachments`);
  if (items.length > 0) return;
  const { key: fileKey } = await host.upload('plan.pdf', planDocument(), 'application/pdf');
  const plan = { fileKey, fileName: '亲子工厂一日游 路线.pdf', title: '参观路线与集合时间' };
  await host.post<AttachmentView>(`${path}/attachments`, { ...plan, visibility: 'everybody' });
}

/** Two of a host, one of them for all; one of a member that is shown, and one that waits. */
async function fill(world: World, path: string): Promise<void> {
  const { client: host } = officerOf(world, 'zhonggong');
  const [first] = [
    await add(host, path, '开场合影', courtPicture()),
    await add(host, path, '参观通道', factoryPicture(0)),
  ];
  await host.patch<AlbumPictureView>(`${path}/album-pictures/${first.id}`, { isPublic: true });
  const guest = await whoCame(world, path);
  if (guest === undefined) return;
  const shown = await add(guest.client, path, '孩子们的车间', factoryPicture(1));
  const album = { sees: `${path}/album-pictures` };
  await host.decide<AlbumPictureView>(`${path}/album-pictures/${shown.id}/approve`, {}, album);
  await add(guest.client, path, '午餐', factoryPicture(2));
}

async function add(client: Client, path: string, caption: string, bytes: Buffer): Promise<AlbumPictureView> {
  const { key: fileKey } = await client.upload('picture.png', bytes, 'image/png');
  return client.post<AlbumPictureView>(`${path}/album-pictures`, { fileKey, caption, consent: true });
}

/** A member who has signed in and was checked in. */
async function whoCame(world: World, path: string): Promise<Account | undefined> {
  const { client } = officerOf(world, 'zhonggong');
  const { items } = await client.get<AttendancePage>(`${path}/attendance?limit=200`);
  const present = new Set(items.map(({ personId }) => personId));
  return [...world.members.values()].flat().find(({ personId }) => present.has(personId));
}
