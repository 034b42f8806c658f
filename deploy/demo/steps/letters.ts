import type { Page } from '@gongxiang/contracts/core/contract';
import type { LetterTemplateView } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import type {
  IssuedLettersView,
  LetterView,
  MyLetterView,
} from '@gongxiang/contracts/sharing/papers/letter.contract';
import { certificateDocument } from '../tools/certificate.js';
import { idOf, officerOf, unionOf, type World } from '../tools/world.js';

const name = '活动参与证书';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Certificates from the union's own Word document, for everybody who was at the family day. */
export async function certify(world: World): Promise<void> {
  await world.report.step(
    '证书：本单位的 Word 模板 / Certificates from the union’s own template',
    async () => {
      const { client } = officerOf(world, 'zhonggong');
      const activityId = idOf(world, 'familyDay');
      const template = await templateOf(world);
      const issued = await client.post<IssuedLettersView>(`/activities/${activityId}/letters`, {
        templateId: template.id,
      });
      world.report.figure('certificates issued', issued.issued);
      const again = await client.post<IssuedLettersView>(`/activities/${activityId}/letters`, {
        templateId: template.id,
      });
      world.report.prove(
        'whoever was there has a certificate, and nobody a second one',
        again.issued === 0 && again.alreadyHad === issued.issued + issued.alreadyHad,
      );
      const { items } = await client.get<Page<LetterView>>(`/activities/${activityId}/letters`);
      const [first] = items;
      world.report.figure('the first of them', `${first?.number ?? ''} ${first?.maskedName ?? ''}`);
      const [member] = world.members.get('zhonggong') ?? [];
      const own = await member?.client.get<Page<MyLetterView>>('/me/letters');
      world.report.figure('a member finds among their own', own?.items.length ?? 0);
    },
  );
}

/** Kept from an earlier run, or uploaded. */
async function templateOf(world: World): Promise<LetterTemplateView> {
  const { client } = officerOf(world, 'zhonggong');
  const unionId = unionOf(world, 'zhonggong').id;
  const known = await client.get<Page<LetterTemplateView>>(`/letter-templates?unionId=${unionId}`);
  const found = known.items.find((one) => one.name === name);
  if (found !== undefined) return found;
  const { key: fileKey } = await client.upload('certificate.docx', certificateDocument(), docx);
  return client.post<LetterTemplateView>('/letter-templates', {
    unionId,
    kind: 'certificate',
    name,
    fileKey,
  });
}
