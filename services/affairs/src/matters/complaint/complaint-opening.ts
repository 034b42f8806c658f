import { Injectable } from '@nestjs/common';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { OnDue } from '@gongxiang/messaging/events';
import { pinyinOf, type Transaction } from '@gongxiang/persistence';
import { rootKnownDue } from '../../reference/reference.consumer.js';
import { type ServiceItemRecord, ServiceItemRepository } from '../service-item/service-item.repository.js';
import { complaintDefinition } from './complaint-definition.js';

/** Opens the service for complaints once the federation is known, so that nobody has to think of it. */
@Injectable()
export class ComplaintOpening {
  constructor(private readonly services: ServiceItemRepository) {}

  @OnDue(rootKnownDue)
  async open(tx: Transaction, federationId: string): Promise<void> {
    if ((await this.find(tx)) !== null) return;
    const { name, category } = complaintDefinition;
    await this.services.insert(tx, {
      id: complaintServiceId,
      version: 1,
      unionId: federationId,
      state: 'open',
      edition: 1,
      name,
      pinyin: pinyinOf(name),
      category,
      closeReason: null,
      openedAt: tx.now,
    });
    await this.services.addEdition(tx, {
      serviceId: complaintServiceId,
      number: 1,
      definition: complaintDefinition,
      createdAt: tx.now,
    });
  }

  find(tx: Transaction): Promise<ServiceItemRecord | null> {
    return this.services.find(tx, complaintServiceId);
  }
}
