import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { CONFIG } from '@gongxiang/messaging/service';
import type { DataKeyConfig } from '@gongxiang/observability';
import { type Cipher, dataCipher, type Transaction } from '@gongxiang/persistence';
import type { MatterRow } from '../matter/matter.entity.js';
import { MatterSeal } from '../matter/matter-seal.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import { proposeTopic, type TopicCounts, type TopicProposal, wordsOf } from './triage.model.js';
import { TriageRepository } from './triage.repository.js';

type Learnt = Pick<MatterRow, 'id' | 'serviceId' | 'edition' | 'topic' | 'sealedAnswers'>;

interface Sent {
  readonly definition: ServiceDefinition;
  readonly answers: Record<string, unknown>;
}

const keyBytes = 32;

/**
 * Proposes what a matter is about, and learns from what people confirm. Words are counted by a hash under a key of the
 * service, and never stored: a proposal needs the counts of those words alone that stand in the matter at hand.
 */
@Injectable()
export class Triage {
  private readonly cipher: Cipher;

  constructor(
    @Inject(CONFIG) config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>,
    private readonly repository: TriageRepository,
    private readonly services: ServiceItemRepository,
    private readonly seal: MatterSeal,
  ) {
    this.cipher = dataCipher(config);
  }

  /** Null where the service has no topics, or the platform is unsure. */
  async propose(tx: Transaction, serviceId: string, sent: Sent): Promise<TopicProposal | null> {
    const { topics = [] } = sent.definition;
    if (topics.length === 0) return null;
    const text = textOf(sent);
    return proposeTopic(text, topics, await this.counts(tx, serviceId, wordsOf(text, topics)));
  }

  async learn(tx: Transaction, matter: Learnt): Promise<void> {
    if (matter.topic === null) return;
    const key = await this.lockedKey(tx, matter.serviceId);
    await this.repository.add(tx, matter.serviceId, matter.topic, await this.hashesOf(tx, matter, key));
  }

  /** Takes back what was learnt from a matter. Its answers never change, so that it is exactly this. */
  async forget(tx: Transaction, matter: Learnt): Promise<void> {
    if (matter.topic === null || matter.sealedAnswers === null) return;
    const key = await this.lockedKey(tx, matter.serviceId);
    await this.repository.take(tx, matter.serviceId, matter.topic, await this.hashesOf(tx, matter, key));
  }

  /** Nothing stays in the counts of what somebody wrote who is erased. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    for (const matter of await this.repository.learntOf(tx, personId)) await this.forget(tx, matter);
  }

  private async counts(tx: Transaction, serviceId: string, words: readonly string[]): Promise<TopicCounts> {
    const sealed = await this.repository.keyOf(tx, serviceId);
    if (sealed === null) return { matters: new Map(), words: new Map() };
    const key = this.openKey(serviceId, sealed);
    const wordOf = new Map(words.map((word) => [hashOf(word, key), word]));
    const counted = new Map<string, Map<string, number>>();
    for (const { topic, word: hash, matters } of await this.repository.words(tx, serviceId, [
      ...wordOf.keys(),
    ])) {
      const word = wordOf.get(hash) ?? '';
      counted.set(word, (counted.get(word) ?? new Map<string, number>()).set(topic, matters));
    }
    const totals = await this.repository.totals(tx, serviceId);
    return { matters: new Map(totals.map(({ topic, matters }) => [topic, matters])), words: counted };
  }

  private async hashesOf(tx: Transaction, matter: Learnt, key: Buffer): Promise<string[]> {
    const definition = await this.services.edition(tx, matter.serviceId, matter.edition);
    const opened = this.seal.open('answers', matter.id, matter.sealedAnswers);
    if (opened === null) return [];
    const answers = JSON.parse(opened) as Record<string, unknown>;
    return wordsOf(textOf({ definition, answers }), definition.topics ?? []).map((word) => hashOf(word, key));
  }

  /** Makes the key of a service with the first matter that something is learnt from. */
  private async lockedKey(tx: Transaction, serviceId: string): Promise<Buffer> {
    if ((await this.repository.keyOf(tx, serviceId)) === null) {
      const fresh = this.cipher.seal(randomBytes(keyBytes).toString('base64'), contextOf(serviceId));
      await this.repository.addKey(tx, serviceId, fresh);
    }
    await this.repository.lock(tx, serviceId);
    return this.openKey(serviceId, (await this.repository.keyOf(tx, serviceId)) ?? '');
  }

  private openKey(serviceId: string, sealed: string): Buffer {
    return Buffer.from(this.cipher.open(sealed, contextOf(serviceId)), 'base64');
  }
}

function contextOf(serviceId: string): string {
  return `topic-key:${serviceId}`;
}

function hashOf(word: string, key: Buffer): string {
  return createHmac('sha256', key).update(word).digest('base64url');
}

/** What somebody wrote in their own words. */
function textOf({ definition, answers }: Sent): string {
  return definition.questions
    .filter(({ kind }) => kind === 'shortText' || kind === 'longText')
    .map(({ id }) => answers[id])
    .filter((answer) => typeof answer === 'string')
    .join('\n');
}
