import type { components } from '../../../api/schema.js';

export type Group = components['schemas']['GroupView'];
export type GroupMember = components['schemas']['GroupMemberView'];
