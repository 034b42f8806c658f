/**
 * The occasions on which a member may be visited (慰问, 总工办发〔2017〕32 号 第八条†) and which the platform can know: from the record, or as
 * the member tells them. Festivals are of everybody, and a death or a hardship is told as a matter of its own.
 */
export const occasionKinds = ['birthday', 'retirement', 'wedding', 'birth', 'hospital'] as const;
export type OccasionKind = (typeof occasionKinds)[number];
