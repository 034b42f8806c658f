import type { components } from '../../../api/schema.js';

export type Club = components['schemas']['ClubView'];
export type ClubMember = components['schemas']['ClubMemberView'];
export type ClubActivity = components['schemas']['ActivityView'];
