export * from './answers.js';
export * from './form-question.js';
export * from './questions.js';
