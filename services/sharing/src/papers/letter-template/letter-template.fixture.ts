import { Readable } from 'node:stream';
import {
  type LetterKind,
  letterTemplateContract,
  type LetterTemplateView,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { type Actor } from '@gongxiang/domain';
import { briefFilesOf, filesOf, FileStore } from '@gongxiang/messaging/files';
import type { ServiceFixture } from '@gongxiang/testing';
import { certificateDocx } from '../../files/docx/docx.fixture.js';
import type { KnownUnion } from '../../seats/registration/registration.fixture.js';

/** Uploads a file as a person would. @returns its key */
export async function uploaded(sharing: ServiceFixture, bytes: Buffer, person: Actor): Promise<string> {
  const options = { bytesMax: 20 * 1024 * 1024, types: ['application/zip'], ownerId: person.personId };
  return (await new FileStore(sharing.store, filesOf('sharing')).put(Readable.from([bytes]), options)).key;
}

/** A template of a union, by its officer. */
export async function template(
  sharing: ServiceFixture,
  union: KnownUnion,
  kind: LetterKind = 'certificate',
  bytes: Buffer = certificateDocx(),
): Promise<LetterTemplateView> {
  const fileKey = await uploaded(sharing, bytes, union.officer);
  const request = { unionId: union.id, kind, name: '活动参与证书', fileKey };
  return sharing.ask(letterTemplateContract.create, request, union.officer);
}

/** A file rendered for a person, stored for minutes. */
export async function printed(sharing: ServiceFixture, key: string, person: Actor): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await new FileStore(sharing.store, briefFilesOf('sharing')).get(
    key,
    person.personId,
  ))
    chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
