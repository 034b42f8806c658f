/**
 * Ant Design's fields for text. Taken one by one: `Input` of the package brings its fields for codes and searching along,
 * which no page here uses, and every page would load.
 */
export { default as Input } from 'antd/es/input/Input.js';
export { default as PasswordInput } from 'antd/es/input/Password.js';
export { default as TextArea } from 'antd/es/input/TextArea.js';
