import type { AgreementTerms } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AgreementStateName } from '@gongxiang/contracts/sharing/sharing-events';
import { partyKey } from '@gongxiang/domain';
import { openPaper, type Paper } from '@gongxiang/paper';
import type { Host } from '../agreement/agreement.model.js';
import {
  approvalWords,
  boundWords,
  dayText,
  expenseText,
  fundWords,
  momentText,
  ruleWords,
  stateWords,
} from './agreement-words.model.js';

/** A signature, or its empty place. */
export interface SignedPlace {
  readonly host: Host;
  /** Masked; null if nobody has signed, or the signer is unknown here. */
  readonly signerName: string | null;
  readonly signedAt: Date | null;
  /** The signed hash. */
  readonly hash: string | null;
}

/** The content of a version on paper. */
export interface AgreementSheet {
  readonly activityTitle: string;
  readonly activityStartsAt: Date;
  readonly timeZone: string;
  readonly versionNumber: number;
  readonly state: AgreementStateName;
  readonly hash: string;
  readonly terms: AgreementTerms;
  readonly hosts: readonly Host[];
  readonly signatures: readonly SignedPlace[];
  readonly proposedFor: string;
  readonly proposedAt: Date;
  readonly inForceAt: Date | null;
  readonly nameOf: (partyKey: string) => string;
  /** The absolute address of the version. */
  readonly address: string;
  readonly madeAt: Date;
}

const heading = { size: 12, weight: 'bold' } as const;
const indent = '\u3000\u3000';

/**
 * Renders a version on paper, in Chinese; version and hash are at the foot of every page, so that no page can be
 * exchanged.
 */
export async function sheetOf(sheet: AgreementSheet): Promise<Buffer> {
  const { activityTitle, versionNumber, hash, madeAt } = sheet;
  const paper = await openPaper({
    title: `${activityTitle} 合办协议 第 ${versionNumber} 版`,
    locale: 'zh-CN',
    madeAt,
    foot: `第 ${versionNumber} 版\u3000SHA-256 ${hash}`,
    page: (number, count) => `第 ${number} 页 / 共 ${count} 页`,
  });
  writeHead(paper, sheet);
  writeTerms(paper, sheet);
  writeSignatures(paper, sheet);
  return paper.finish();
}

function writeHead(paper: Paper, sheet: AgreementSheet): void {
  const { timeZone, inForceAt } = sheet;
  paper.paragraph('合办协议', { size: 20, weight: 'bold', align: 'center' });
  paper.paragraph(sheet.activityTitle, { size: 14, align: 'center' });
  paper.space(10);
  paper.paragraph(`版本：第 ${sheet.versionNumber} 版（${stateWords[sheet.state]}）`);
  paper.paragraph(`活动开始：${momentText(sheet.activityStartsAt, timeZone)}`);
  paper.paragraph(`提出：${sheet.proposedFor}，${momentText(sheet.proposedAt, timeZone)}`);
  if (inForceAt !== null) paper.paragraph(`生效：${momentText(inForceAt, timeZone)}`);
}

function writeTerms(paper: Paper, { terms, hosts, nameOf }: AgreementSheet): void {
  const section = (title: string, ...lines: readonly string[]): void => {
    paper.space(8);
    paper.paragraph(title, heading);
    for (const line of lines) paper.paragraph(line);
  };
  section('一、主办与合办各方', hosts.map(({ name }) => name).join('、'));
  section('二、分摊费用的各方', terms.parties.map((party) => nameOf(partyKey(party))).join('、'));
  section(
    '三、费用怎么分',
    ...ruleWords(terms.rule, nameOf).map(({ depth, text }) => `${indent.repeat(depth)}${text}`),
    ...(Object.keys(terms.caps).length > 0 ? [`每方上限：${boundWords(terms.caps, nameOf)}`] : []),
    ...(Object.keys(terms.floors).length > 0 ? [`每方下限：${boundWords(terms.floors, nameOf)}`] : []),
  );
  section('四、经费来源与支出科目', `${fundWords[terms.fundCategory]}；${expenseText(terms.expenseCode)}`);
  section('五、任务分工', ...(terms.tasks.length === 0 ? ['无'] : []));
  writeTasks(paper, terms, nameOf);
  section('六、分摊结果的确认', approvalWords(terms.approval));
}

function writeTasks(paper: Paper, { tasks }: AgreementTerms, nameOf: AgreementSheet['nameOf']): void {
  if (tasks.length === 0) return;
  paper.table(
    [
      { title: '由谁负责', share: 3 },
      { title: '任务', share: 5 },
      { title: '期限', share: 2 },
    ],
    tasks.map(({ party, title, dueOn }) => [nameOf(party), title, dueOn ? dayText(dueOn) : '']),
  );
}

function writeSignatures(paper: Paper, { signatures, timeZone, address }: AgreementSheet): void {
  paper.space(8);
  paper.paragraph('七、签署', heading);
  paper.table(
    [
      { title: '签署方', share: 3 },
      { title: '签署人', share: 1.5 },
      { title: '签署时间', share: 2.5 },
      { title: '防篡改校验码（所签内容）', share: 4 },
    ],
    signatures.map(({ host, signerName, signedAt, hash }) => [
      host.name,
      signedAt === null ? '' : (signerName ?? '—'),
      signedAt === null ? '尚未签署' : momentText(signedAt, timeZone),
      hash ?? '',
    ]),
    8,
  );
  paper.space(14);
  paper.qr(address, 90);
  paper.paragraph('扫码核对本协议', { align: 'center' });
  paper.paragraph(address, { size: 8, align: 'center' });
}
