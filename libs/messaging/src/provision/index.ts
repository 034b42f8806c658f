export * from './manifest.js';
export { provision } from './provision.js';
export * from './provisioner.js';
